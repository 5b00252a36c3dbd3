"""The nightly import while stations push: beside bare executemany of the same rows, in flat memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

import pytest

from desktop.central import staff
from desktop.central.importers.folder import import_folder
from desktop.central.importers.ledger import LedgerLines
from desktop.central.landlord import read_house_parameters, read_landlord
from desktop.central.store import Store, init_store
from desktop.config import RESOURCES
from desktop.errors import GuichetError
from desktop.models.database import Database, open_database
from desktop.models.everything import Entity
from desktop.station.station import Station
from tests.benchmarks.erp import SAMPLE, big_export, import_apart, measured
from tests.benchmarks.record import note
from tests.benchmarks.sync.town import AGENCY, served, station
from tests.benchmarks.timing import percentile
from tests.postgres import cluster
from tests.sync.visits import a_lease, take_cash
from tests.world import PASSWORD

COLUMNS = (*LedgerLines.target.stored, "scope", "ver")
REFERENCE_ROWS = 100_000
ORDINARY, LARGEST = 100_000, 3_800_000
PAUSE_SECONDS = 0.2
BUDGET_LINES_A_SECOND = 25_000
BUDGET_SECOND_NIGHT = 5
BUDGET_GROWTH = 1.5
BUDGET_PUSH_MS = 500


class Pusher:
    """A counter that takes cash without end, and how long central took for each, in milliseconds."""

    def __init__(self, counter: Station) -> None:
        self._counter = counter
        self._lease = a_lease(counter)
        self.waited: list[float] = []
        self.refusals = 0
        self.ended_well = False

    def push(self) -> None:
        take_cash(self._counter, self._lease, 1)
        started = perf_counter()
        while self._counter.status().waiting:
            try:
                self._counter.exchange()
            except GuichetError:
                self.refusals += 1
        self.waited.append((perf_counter() - started) * 1000)

    @contextmanager
    def meanwhile(self) -> Iterator[None]:
        """Pushes from another thread as long as the block lasts."""
        over = Event()

        def go_on() -> None:
            while not over.wait(PAUSE_SECONDS):
                self.push()
            self.ended_well = True

        self.waited, self.ended_well, thread = [], False, Thread(target=go_on)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()
        assert self.ended_well


def bare_rows_a_second(store: Store, folder: Path) -> float:
    """One transaction of executemany into the same table and indexes, without triggers or checks."""
    with store.database.read() as session:
        question = f"SELECT {', '.join(COLUMNS)} FROM ledger_entry ORDER BY id LIMIT {REFERENCE_ROWS}"
        rows = [tuple(row) for row in session.connection().exec_driver_sql(question)]
    if store.database.dialect == "postgresql":
        with store.database.write() as session:
            session.connection().exec_driver_sql("CREATE TABLE bare (LIKE ledger_entry INCLUDING ALL)")
        return _rate(store.database, "bare", "%s", rows)
    bare = open_database(folder / "bare.db")
    Entity.metadata.create_all(bare.engine)
    rate = _rate(bare, "ledger_entry", "?", rows)
    bare.close()
    return rate


def _rate(database: Database, table: str, mark: str, rows: list[tuple[object, ...]]) -> float:
    statement = f"INSERT INTO {table} ({', '.join(COLUMNS)}) VALUES ({', '.join([mark] * len(COLUMNS))})"
    started = perf_counter()
    with database.write() as session:
        session.connection().exec_driver_sql(statement, rows)
    return len(rows) / (perf_counter() - started)


def new_landlord(folder: Path, dialect: str) -> Store:
    """A central with the sample's two agencies, whose stations work on while more files of theirs come in."""
    address = cluster(durable=True).with_tables() if dialect == "postgresql" else ""
    landlord = read_landlord(RESOURCES / "demo" / "landlord.toml")
    store = init_store(folder, landlord, read_house_parameters(), address)
    import_folder(store.database, store.vault.pepper, SAMPLE, datetime.now(UTC), lambda _: None, folder)
    staff.add(store, "claire", "Claire Delattre", "front_desk_agent", AGENCY, PASSWORD)
    return store


def measure(folder: Path, dialect: str, lines: int) -> None:
    """Two nights of the same files, the first under the eyes of a counter."""
    store = new_landlord(folder / "central", dialect)
    export = big_export(folder / "export", lines)
    with served(folder / "central") as url:
        pusher = Pusher(station(folder / "counter", store, url))
        for _ in islice(iter(int, 1), 50):
            pusher.push()
        calm = percentile(sorted(pusher.waited), 0.5)
        with pusher.meanwhile():
            first = measured(import_apart(folder / "central", export))
    second = measured(import_apart(folder / "central", export))
    assert (first["lines"], first["rejected"], second["changed"]) == (lines, 0, 0)
    assert pusher.refusals == 0
    name, rate = f"erp_import.{dialect}.{lines}", lines / first["seconds"]
    budget = BUDGET_LINES_A_SECOND if dialect == "sqlite" else None
    bare = bare_rows_a_second(store, folder)
    note(f"{name}.speed", rate, "lines/s", reference=bare, budget=budget, ok=rate >= (budget or 0))
    print(f"\n{len(pusher.waited)} pushes")  # noqa: T201
    growth = first["peak_mb"] / first["early_mb"]
    memory = {"reference": first["early_mb"], "budget": BUDGET_GROWTH, "ok": growth <= BUDGET_GROWTH}
    note(f"{name}.memory_at_the_end", first["peak_mb"], "MB", **memory)
    for share in (0.5, 0.95, 1):
        wait = percentile(sorted(pusher.waited), share)
        ok = wait <= BUDGET_PUSH_MS
        note(f"{name}.push_p{round(share * 100)}", wait, "ms", reference=calm, budget=BUDGET_PUSH_MS, ok=ok)
    busy = lines / first["processor_seconds"]
    note(
        f"{name}.speed_of_its_core", busy, "lines/s", reference=bare, budget=budget, ok=busy >= (budget or 0)
    )
    faster = first["seconds"] / second["seconds"]
    kept = faster >= BUDGET_SECOND_NIGHT
    note(f"{name}.second_night", faster, "times faster", reference=0, budget=BUDGET_SECOND_NIGHT, ok=kept)
    store.database.close()


@pytest.mark.timeout(600)
@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_a_night_while_a_counter_works(tmp_path: Path, dialect: str) -> None:
    measure(tmp_path, dialect, ORDINARY)


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_the_largest_night_while_a_counter_works(tmp_path: Path, dialect: str) -> None:
    measure(tmp_path, dialect, LARGEST)
