"""Payments go to the landlord's accountant each once, whatever cuts the export off."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop import failpoints
from desktop.central.database.agency_write import agency_write
from desktop.central.database.turns import locked
from desktop.central.exporters.export import export, export_again
from desktop.central.matches.listed import books
from desktop.central.store import Store, open_store
from desktop.errors import Refused
from desktop.models.entity import GLOBAL_SCOPE
from desktop.models.parameter import ParameterRow
from desktop.models.payment import Payment
from desktop.services.days import local_day
from tests.unit.central.command_line import Terminal
from tests.unit.central.estate import furnished_store
from tests.unit.central.importers.desk import Desk, Receipted
from tests.unit.central.importers.night import Night

CUT_OVER = date(2026, 12, 1)
BEFORE, DAY = date(2026, 11, 30), date(2026, 12, 2)
NOW = datetime(2026, 12, 2, 20, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = furnished_store(tmp_path / "central", "")
    yield made
    made.database.close()


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    """At a landlord's who exports from the first of December on."""
    with agency_write(store.database, {GLOBAL_SCOPE}) as work:
        row = ParameterRow(id=f"payments_exported@{CUT_OVER}", scope=GLOBAL_SCOPE, source="house")
        row.key, row.valid_from, row.value = "payments_exported", CUT_OVER, 1
        work.session.add(row)
    return Desk(Night(store.database, tmp_path / "erp"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def references(folder: Path) -> list[str]:
    """Of all lines in all files, as the accountant's software reads them."""
    return [
        line.split(";")[0]
        for path in sorted(folder.glob("*.csv"))
        for line in path.read_bytes().decode("cp1252").split("\r\n")[1:-1]
    ]


def canonical(store: Store, paid: Receipted) -> str:
    with store.database.read() as session:
        found = session.connection().exec_driver_sql(
            "SELECT canonical FROM receipt WHERE payment_id = ?", (paid.id,)
        )
        return str(found.scalar_one())


def test_a_file_is_the_erps_own_kind_and_its_manifest_counts_it(store: Store, desk: Desk, out: Path) -> None:
    paid = desk.take("L1", 1250_05, DAY)
    desk.take("L1", 20_00, DAY, "cheque")
    (done,) = export(store, out, NOW)
    content = (out / "encaissements-000001.csv").read_bytes()
    number = canonical(store, paid)
    head, first, second, end = content.decode("cp1252").split("\r\n")
    assert head.startswith("reference;numero_contrat;date;periode;code_operation;")
    label = f"Paiement en espèces {number}"
    assert first == f"{number};L1;02/12/2026;2026-12;REGLT;ESPECES;{label};;1250,05;AG01;"
    assert ";CHEQUE;" in second
    assert end == ""
    manifest = json.loads((out / "encaissements-000001.json").read_text())
    assert (manifest["lines"], manifest["total_cents"]) == (2, 1270_05)
    assert manifest["sha256"] == done.sha256 == hashlib.sha256(content).hexdigest()


def test_each_payment_goes_out_once_and_a_file_can_be_written_again(
    store: Store, desk: Desk, out: Path, tmp_path: Path
) -> None:
    desk.take("L1", 50_00, DAY)
    export(store, out, NOW)
    assert export(store, out, NOW) == []
    desk.take("L1", 30_00, DAY)
    assert [each.number for each in export(store, out, NOW)] == [2]
    assert len(references(out)) == len(set(references(out))) == 2
    other = tmp_path / "other"
    other.mkdir()
    export_again(store, 1, other, NOW)
    name = "encaissements-000001.csv"
    assert (other / name).read_bytes() == (out / name).read_bytes()
    with pytest.raises(Refused, match="export_unknown"):
        export_again(store, 3, other, NOW)


@pytest.mark.parametrize("point", ["export.chosen", "export.file_written", "export.manifest_written"])
def test_an_export_that_is_cut_off_anywhere_goes_on_where_it_stood(
    store: Store, desk: Desk, out: Path, point: str
) -> None:
    desk.take("L1", 50_00, DAY)
    failpoints.arm(f"{point}=raise", "")
    with pytest.raises(OSError, match=point):
        export(store, out, NOW)
    failpoints.arm("", "")
    left = {path.name: path.read_bytes() for path in out.iterdir()}
    desk.take("L1", 30_00, DAY)
    assert [each.number for each in export(store, out, NOW)] == [1, 2]
    assert len(references(out)) == len(set(references(out))) == 2
    assert {name: (out / name).read_bytes() for name in left} == left
    assert not list(out.glob(".*"))


def test_nothing_taken_before_the_chosen_day_goes_out(store: Store, desk: Desk, out: Path) -> None:
    desk.take("L1", 50_00, BEFORE)
    assert export(store, out, NOW) == []
    assert books(store).sums["exported"] == 50_00
    desk.take("L1", 50_00, CUT_OVER)
    assert len(export(store, out, NOW)) == 1
    assert len(references(out)) == 1


def test_what_a_person_must_confirm_does_not_go_out(store: Store, desk: Desk, out: Path) -> None:
    paid = desk.take("L1", 50_00, DAY)
    with agency_write(store.database, {"AG01"}) as work:
        work.session.get_one(Payment, paid.id).unproven = True
    assert export(store, out, NOW) == []
    found = books(store)
    assert found.sums["to_check"] == sum(found.sums.values()) == 50_00
    assert [each.payment for each in found.to_check] == [paid.id]


def test_of_two_exports_at_once_the_second_is_refused(store: Store, desk: Desk, out: Path) -> None:
    desk.take("L1", 50_00, DAY)
    with locked(store.folder / "exporting.lock", seconds=0) as mine:
        assert mine
        with pytest.raises(Refused, match="export_running"):
            export(store, out, NOW)
    assert len(export(store, out, NOW)) == 1


def test_another_centrals_file_of_that_number_is_not_written_over(
    store: Store, desk: Desk, out: Path, tmp_path: Path
) -> None:
    desk.take("L1", 50_00, DAY)
    (out / "encaissements-000001.csv").write_bytes(b"another one's")
    with pytest.raises(Refused, match="export_file_there"):
        export(store, out, NOW)
    assert (out / "encaissements-000001.csv").read_bytes() == b"another one's"
    (tmp_path / "other").mkdir()
    assert [each.number for each in export(store, tmp_path / "other", NOW)] == [1]


def test_the_administrator_chooses_the_day_exports_and_sees_what_is_where(
    store: Store, out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store.database.close()
    terminal, data = Terminal(monkeypatch, capsys), ("--data", store.folder)
    day = f"{local_day(datetime.now(UTC)):%Y-%m-%d}"
    chosen = ("central", "parameters", "set", "payments_exported", 1, "--from", day, "--source", "house")
    assert terminal.guichet(*chosen, *data).code == 0
    opened = open_store(store.folder)
    desk = Desk(Night(opened.database, out))
    desk.take("L1", 50_00, local_day(datetime.now(UTC)))
    opened.database.close()
    listed = terminal.guichet("central", "matches", "list", *data, "--json")
    assert json.loads(listed.out)["sums"]["awaiting_export"] == 50_00
    said = terminal.guichet("central", "export", out, *data)
    assert "encaissements-000001.csv: 1 lines, 50.00 EUR in all" in said.out
    assert "No payment waits" in terminal.guichet("central", "export", out, *data).out
    assert terminal.guichet("central", "export", out / "none", *data).code != 0
    assert "exported: 50.00 EUR" in terminal.guichet("central", "matches", "list", *data).out
