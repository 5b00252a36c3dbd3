"""The nightly import beside SQLite alone: the same rows by executemany into the same table."""

import gc
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest

from desktop.central.importers.ledger import LedgerLines
from desktop.models.database import open_database
from desktop.models.everything import Entity
from tests.benchmarks.record import record
from tests.unit.central.importers.night import SAMPLE, Night, new_central, report_of

LINES = 200_000
LEDGER = "ecritures.csv"
COLUMNS = (*LedgerLines.target.stored, "scope", "ver")
BUDGET_LINES_A_SECOND = 25_000
BUDGET_SECOND_NIGHT = 5


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Night:
    """The sample with its ledger repeated under new numbers."""
    folder = tmp_path_factory.mktemp("bench")
    export = folder / "export"
    export.mkdir()
    for path in SAMPLE.iterdir():
        (export / path.name).write_bytes(path.read_bytes())
    header, *lines = (SAMPLE / LEDGER).read_bytes().split(b"\r\n")[:-1]
    numbered = (b"E%09d" % n + lines[n % len(lines)][10:] for n in range(LINES))
    (export / LEDGER).write_bytes(b"\r\n".join([header, *numbered, b""]))
    return Night(new_central(folder / "central.db"), export)


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    started = perf_counter()
    work()
    return perf_counter() - started


def raw_seconds(rows: list[tuple[object, ...]], path: Path) -> float:
    """One transaction of executemany into the same table and indexes, without triggers or checks."""
    database = open_database(path)
    Entity.metadata.create_all(database.engine)
    marks = ", ".join("?" * len(COLUMNS))
    statement = f"INSERT INTO ledger_entry ({', '.join(COLUMNS)}) VALUES ({marks})"

    def write() -> None:
        with database.write() as session:
            session.connection().exec_driver_sql(statement, rows)

    taken = seconds(write)
    database.close()
    return taken


@pytest.mark.timeout(300)
def test_a_first_and_a_second_night(night: Night, tmp_path: Path) -> None:
    first = seconds(night.run)
    assert night.one("SELECT count(*) FROM ledger_entry") == LINES
    versions = night.versions()
    second = seconds(night.run)
    assert night.versions() == versions
    night.set(LEDGER, LINES // 2, "libelle", "Une ligne changée")
    reports = []
    third = seconds(lambda: reports.append(night.run()))
    assert report_of(reports[0], LEDGER).changed == 1
    rows = night.query(f"SELECT {', '.join(COLUMNS)} FROM ledger_entry ORDER BY id")
    raw = raw_seconds(rows, tmp_path / "raw.db")
    record(
        "erp_import",
        lines_per_second=LINES / first,
        raw_lines_per_second=LINES / raw,
        share_of_raw=raw / first,
        one_line_changed_lines_per_second=LINES / third,
        second_night_times_faster=first / second,
    )
    assert LINES / first >= BUDGET_LINES_A_SECOND
    assert first / second >= BUDGET_SECOND_NIGHT
