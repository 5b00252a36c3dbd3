"""A file goes in by short units between which others may write; a power cut in between loses nothing."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.central.database.agency_write import agency_write
from desktop.central.importers.progress import ImportProgress
from desktop.central.importers.resuming import has_staged
from desktop.central.importers.stage import StagedChanges
from desktop.errors import Refused, StoreFull
from tests.unit.central.importers.night import Night, copied, report_of

LEDGER = "ecritures.csv"
NIGHT = """
import sys
from pathlib import Path
import desktop.central.importers.bringing as bringing
from desktop.models.database import open_database
from desktop.central.database.postgres import open_server
from tests.unit.central.importers.night import Night
bringing.UNIT_ROWS = 60
address, folder = sys.argv[1:]
Night(open_server(address) if "://" in address else open_database(Path(address)), Path(folder)).run()
"""
SCOPES = "SELECT id, ver FROM scope"


@pytest.fixture(autouse=True)
def _small_units(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.central.importers.bringing.UNIT_ROWS", 60)


def spoil(night: Night) -> None:
    """Every second line of the ledger gets another label, some leases another rent, one dwelling moves."""
    labels = night.lines(LEDGER)
    place = labels[1].split(";").index("libelle")
    for number in range(2, len(labels), 2):
        cells = labels[number].split(";")
        labels[number] = ";".join([*cells[:place], "Corrigé", *cells[place + 1 :]])
    night.write(LEDGER, labels)
    for number in range(2, 8):
        night.set("contrats.csv", number, "loyer_hc", "321,09")
    agency = night.lines("logements.csv")[3].split(";")[-2]
    night.set("logements.csv", 3, "CODE_AGENCE", "AG01" if agency == "AG02" else "AG02")


def picture(night: Night) -> dict[str, object]:
    return {**night.picture(), "erp_row": sorted(night.query("SELECT * FROM erp_row"), key=repr)}


def address_of(night: Night) -> str:
    url = night.database.engine.url
    server = url.render_as_string(hide_password=False)
    return server if night.database.dialect == "postgresql" else str(night.folder.parent / "central.db")


def killed(night: Night, failpoint: str) -> None:
    """A night in a process of its own that the power leaves at a failpoint."""
    command = [sys.executable, "-c", NIGHT, address_of(night), str(night.folder)]
    done = subprocess.run(command, env=os.environ | {"GUICHET_FAILPOINTS": failpoint}, check=False)
    assert done.returncode == -9


@pytest.mark.parametrize(
    ("any_night", "failpoint"),
    [
        ("sqlite", "import.staged=kill@3"),
        ("sqlite", "import.unit_done=kill@6"),
        pytest.param("postgresql", "import.staged=kill@3", marks=pytest.mark.soak),
        ("postgresql", "import.unit_done=kill@6"),
    ],
    indirect=["any_night"],
)
def test_a_night_that_was_killed_is_finished_as_if_nothing_had_been(
    any_night: Night, tmp_path: Path, request: pytest.FixtureRequest, failpoint: str
) -> None:
    spoil(any_night)
    server = any_night.database.dialect == "postgresql"
    template = request.getfixturevalue("_server_template" if server else "_template")
    (tmp_path / "undisturbed").mkdir()
    undisturbed = copied(template, tmp_path / "undisturbed")
    for path in any_night.folder.iterdir():
        (undisturbed.folder / path.name).write_bytes(path.read_bytes())
    undisturbed.run()
    killed(any_night, failpoint)
    assert has_staged(any_night.folder.parent)
    report = any_night.run()
    assert report.resumed
    assert not has_staged(any_night.folder.parent)
    assert picture(any_night) == picture(undisturbed)
    undisturbed.database.close()


def test_no_lease_is_ever_seen_with_half_its_lines(first_night: Night) -> None:
    whole: dict[str, int] = {}
    for line in first_night.lines(LEDGER)[2:]:
        lease = line.split(";")[1]
        whole[lease] = whole.get(lease, 0) + 1
    seen: list[int] = []

    def look(_: ImportProgress) -> None:
        counts = dict(first_night.query("SELECT lease_id, count(*) FROM ledger_entry GROUP BY lease_id"))
        assert counts == {lease: whole[lease] for lease in counts}
        seen.append(len(counts))

    first_night.run(look)
    assert len({number for number in seen if 0 < number < len(whole)}) > 3


def test_whoever_writes_between_two_units_is_let_in_and_not_undone(any_night: Night) -> None:
    spoil(any_night)
    lines = any_night.lines(LEDGER)
    keys = {line.split(";")[0] for line in lines[2::2]}
    taken: list[str] = []

    def pay(step: ImportProgress) -> None:
        """A station's command books a staged line's number before it goes in."""
        if step.file != LEDGER or not has_staged(any_night.folder.parent):
            return
        later = (
            "SELECT id, scope FROM ledger_entry WHERE label <> 'Corrigé' ORDER BY scope DESC, lease_id DESC"
        )
        key, scope = next(row for row in any_night.query(later) if row[0] in keys)
        with agency_write(any_night.database, {scope}) as work:
            statement = f"UPDATE ledger_entry SET payment_id = 'p', ver = {work.version(scope)}"
            work.session.connection().exec_driver_sql(f"{statement} WHERE id = '{key}'")
            work.changed(scope)
        taken.append(key)
        keys.discard(key)

    report = any_night.run(pay)
    assert len(taken) > 3
    assert {found.code for found in report.rejections} == {"belongs_to_a_payment"}
    assert sorted(found.value for found in report.rejections) == sorted(taken)
    ledger = report_of(report, LEDGER)
    assert ledger.read == ledger.new + ledger.changed + ledger.unchanged + ledger.rejected
    left = any_night.query("SELECT id FROM ledger_entry WHERE payment_id = 'p' AND label <> 'Corrigé'")
    assert sorted(row[0] for row in left) == sorted(taken)


def test_a_line_that_appears_meanwhile_is_compared_afresh(any_night: Night) -> None:
    line = any_night.lines(LEDGER)[2]
    any_night.append(LEDGER, "NEW1" + line[10:])
    columns = "lease_id, posted_on, period, operation, label, debit_cents, credit_cents, payment_id, scope"

    def add(step: ImportProgress) -> None:
        if step.file == LEDGER and has_staged(any_night.folder.parent):
            ((scope,),) = any_night.query("SELECT scope FROM ledger_entry WHERE id = ?", line.split(";")[0])
            with agency_write(any_night.database, {scope}) as work:
                connection = work.session.connection()
                copy = f"SELECT 'NEW1', {columns}, {work.version(scope)} FROM ledger_entry"
                where = f"WHERE id = '{line.split(';')[0]}' ON CONFLICT DO NOTHING"
                connection.exec_driver_sql(f"INSERT INTO ledger_entry (id, {columns}, ver) {copy} {where}")
                work.changed(scope)

    ledger = report_of(any_night.run(add), LEDGER)
    assert (ledger.new, ledger.changed, ledger.rejected) == (0, 0, 0)
    assert ledger.unchanged == ledger.read


def test_two_imports_do_not_run_at_once(second_night: Night) -> None:
    refused: list[str] = []

    def again(_: ImportProgress) -> None:
        try:
            second_night.run()
        except Refused as refusal:
            refused.append(refusal.code)

    second_night.run(again)
    assert set(refused) == {"import_running"}


def test_what_another_version_staged_is_thrown_away_and_tonights_files_go_in(second_night: Night) -> None:
    stage = StagedChanges.begin(second_night.folder.parent / "import")
    stage.seal(b"\xc1")
    second_night.set(LEDGER, 4, "libelle", "Une autre ligne")
    report = second_night.run()
    assert (report.resumed, report_of(report, LEDGER).changed) == ((), 1)
    assert not has_staged(second_night.folder.parent)


def test_a_full_disk_while_staging_is_named_and_changes_nothing(second_night: Night) -> None:
    before = second_night.picture()
    spoil(second_night)

    def fill(_: ImportProgress) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with pytest.raises(StoreFull):
        second_night.run(fill)
    assert second_night.picture() == before
