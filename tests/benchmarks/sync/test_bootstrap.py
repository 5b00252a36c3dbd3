"""Fetching a whole agency beside bare inserts of the same rows, and what a screen feels of it meanwhile."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from desktop.central.database.agency_write import agency_write
from desktop.central.importers.folder import import_folder
from desktop.central.landlord import read_house_parameters, read_landlord
from desktop.central.rows.feed import Reader, all_rows
from desktop.central.stations import devices
from desktop.central.store import Store, init_store
from desktop.config import RESOURCES
from desktop.models.database import Database, open_database
from desktop.models.everything import Entity
from desktop.models.ledger_entry import LedgerEntry
from desktop.models.new_rows import insert_rows
from desktop.station.station import Station
from tests.benchmarks.sync import town
from tests.benchmarks.sync.ledger import note, percentile
from tests.benchmarks.sync.lines import lines
from tests.postgres import cluster
from tests.world import EXPORT

TICK_SECONDS = 0.005
ROWS_AT_ONCE = 20_000


class Ticks:
    """A thread that wants to run every 5 ms, as a screen does; how late it came, in milliseconds."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> "Ticks":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._end.is_set():
            before = perf_counter()
            time.sleep(TICK_SECONDS)
            self.late.append((perf_counter() - before - TICK_SECONDS) * 1e3)


@contextmanager
def agency(folder: Path, kind: str, rows: int) -> Iterator[tuple[Store, str]]:
    """A central whose agency has about so many rows, serving in a process of its own."""
    address = cluster(durable=True).fresh() if kind == "postgres" else ""
    landlord = read_landlord(RESOURCES / "demo" / "landlord.toml")
    store = init_store(folder, landlord, read_house_parameters(), address)
    import_folder(store.database, store.vault.pepper, EXPORT, datetime.now(UTC), lambda _step: None, folder)
    _fill_ledger(store, rows)
    with town.served(folder) as url:
        yield store, url
    store.database.close()


def _fill_ledger(store: Store, rows: int) -> None:
    with agency_write(store.database, {town.AGENCY}) as work:
        for some in in_batches(lines(rows, town.AGENCY, seed=rows)):
            insert_rows(work.session, LedgerEntry, some)
        work.changed(town.AGENCY)


def in_batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """All rows, some thousands at a time."""
    while some := list(islice(rows, ROWS_AT_ONCE)):
        yield some


def bare_inserts(store: Store, station: Station, database: Database) -> tuple[int, float]:
    """How many rows, and the seconds for the very same ones into the same tables with live indexes."""
    Entity.metadata.create_all(database.engine)
    taken, count = 0.0, 0
    with store.database.read() as session, database.write() as target:
        connection = target.connection().connection
        for put in all_rows(Reader(session, devices.authenticated(session, _id(station)), "")):
            marks = ", ".join("?" for _ in put.columns)
            insert = f"INSERT INTO {put.table} ({', '.join(put.columns)}) VALUES ({marks})"
            started = perf_counter()
            connection.cursor().executemany(insert, put.rows)
            taken, count = taken + perf_counter() - started, count + len(put.rows)
    return count, taken


def _id(station: Station) -> str:
    return station.settings.device_id


@pytest.mark.timeout(1_200)
@pytest.mark.parametrize("rows", [100_000, 1_000_000])
@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_bootstrap(tmp_path: Path, kind: str, rows: int) -> None:
    name = f"{rows // 1000} k rows, {kind}"
    with agency(tmp_path / "central", kind, rows) as (store, url):
        started = perf_counter()
        station = town.station(tmp_path / "first", store, url)
        note(f"first bootstrap, built and fetched, {name}", perf_counter() - started, "s", reference=0)
        bytes_a_row = _bytes_a_row(station)
        note(
            f"snapshot, lines no more alike than real ones, {name}",
            bytes_a_row,
            "B/row",
            reference=0,
            budget=60,
            ok=bytes_a_row <= 60,
        )
        bare = open_database(tmp_path / "bare.db", bytes(32), synchronous="NORMAL")
        count, raw = bare_inserts(store, station, bare)
        bare.close()
        with Ticks() as idle:
            time.sleep(1)
        station.replica.distrust()
        started = perf_counter()
        with Ticks() as ticks:
            station.exchange()
        taken = perf_counter() - started
        note(
            f"bootstrap, {name}",
            count / taken,
            "rows/s",
            reference=count / raw,
            budget=0.6,
            ok=raw / taken >= 0.6,
        )
        _note_stalls(name, idle.late, ticks.late)
        started = perf_counter()
        assert station.verify().wrong == {}
        note(f"verify every row, {name}", perf_counter() - started, "s", reference=raw)
        station.close()


def _bytes_a_row(station: Station) -> float:
    frames = station.link.snapshot().frames
    return sum(frame.size for frame in frames) / sum(frame.rows for frame in frames)


def _note_stalls(name: str, idle: list[float], busy: list[float]) -> None:
    for word, share, budget in (("p99", 0.99, 16.0), ("worst", 1.0, 50.0)):
        value, reference = percentile(busy, share), percentile(idle, share)
        note(
            f"stall {word} while it runs, {name}",
            value,
            "ms",
            reference=reference,
            budget=budget,
            ok=value <= budget,
        )
