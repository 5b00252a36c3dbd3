"""The exchange beside what the same machine can do at all: disk syncs, bare inserts, a loopback request."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, sleep, time

import pytest
import requests
from sqlalchemy import text

from desktop.models.database import Database
from desktop.services.payments.payments import TakePayment
from desktop.station.engine import Engine
from desktop.station.station import Station
from tests.benchmarks.sync import town
from tests.benchmarks.sync.ledger import note, percentile
from tests.benchmarks.sync.watcher import Watcher, watching
from tests.sync.visits import CLAIRE, balance, take_cash
from tests.world import World, world

CHANGES = 120
PERFORMS = 300
AT_REST_SECONDS = 0.1


@pytest.fixture
def landlord(tmp_path: Path) -> Iterator[World]:
    """A central with sixty leases, over real sockets."""
    with world(tmp_path, leases=60) as built:
        built.member_of_staff()
        yield built


def leases_of(station: Station) -> list[str]:
    """All leases, so that no ledger grows longer than a real one."""
    query = text("SELECT id FROM lease ORDER BY id")
    return station.ask(lambda session: [str(row[0]) for row in session.execute(query)])


def pay(station: Station, times: int) -> list[float]:
    """Takes cash so often, lease after lease; how long each took, in milliseconds."""
    leases, taken = leases_of(station), []
    for index in range(times):
        lease = leases[index % len(leases)]
        command = TakePayment(
            lease_id=lease,
            means="cash",
            amount_cents=100,
            balance_seen_cents=balance(station, lease),
            accept_credit=True,
        )
        started = perf_counter()
        station.perform(command, CLAIRE)
        taken.append((perf_counter() - started) * 1e3)
    return taken


def raw_commits(database: Database, times: int) -> list[float]:
    """A row of a command's size and a synced commit, on the very file that holds the journal."""
    connection = database.engine.raw_connection()
    cursor, taken = connection.cursor(), []
    cursor.execute("CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, body BLOB)")
    for _ in range(times):
        started = perf_counter()
        cursor.execute("BEGIN IMMEDIATE")
        cursor.execute("INSERT INTO bare (body) VALUES (?)", (bytes(500),))
        cursor.execute("COMMIT")
        taken.append((perf_counter() - started) * 1e3)
    connection.close()
    return taken


@pytest.mark.timeout(300)
def test_a_durable_command(landlord: World) -> None:
    station = landlord.station("counter")
    pay(station, 20)
    taken, bare = pay(station, PERFORMS), raw_commits(station.journal.database, PERFORMS)
    for name, share, budget in (("p50", 0.5, 10.0), ("p95", 0.95, 10.0)):
        value, reference = percentile(taken, share), percentile(bare, share)
        note(f"perform {name}", value, "ms", reference=reference, budget=budget, ok=value <= budget)


@pytest.mark.timeout(300)
def test_a_change_seen_at_another_station(tmp_path: Path) -> None:
    store = town.build(tmp_path / "central", 240)
    with town.served(tmp_path / "central") as url:
        here, there = (town.station(tmp_path / name, store, url) for name in ("west", "east"))
        there.close()
        with watching(tmp_path / "east") as watcher:
            taken = seen_there(here, watcher)
        bare = round_trips(url)
        here.close()
    store.database.close()
    for name, share, budget in (("p50", 0.5, 25.0), ("p95", 0.95, 60.0)):
        value, reference = percentile(taken, share), percentile(bare, share)
        note(
            f"change visible elsewhere, from the key press, {name}",
            value,
            "ms",
            reference=reference,
            budget=budget,
            ok=value <= budget,
        )


def seen_there(here: Station, there: Watcher) -> list[float]:
    """How long after somebody confirms a payment at one station the other has it, in milliseconds.

    The payment itself counts, its lasting commit included; so does what it takes to know the balance first.
    Nobody pays forty times a second: each payment finds both stations at rest.
    """
    engine, taken, leases = Engine(here), [], leases_of(here)
    engine.start()
    for index in range(CHANGES):
        started = time()
        take_cash(here, leases[index % len(leases)], 100)
        taken.append((float(there.line()) - started) * 1e3)
        sleep(AT_REST_SECONDS)
    engine.stop()
    return taken


def round_trips(url: str) -> list[float]:
    """Questions that central answers without looking anything up, in milliseconds."""
    bare = []
    with requests.Session() as session:
        for _ in range(CHANGES):
            started = perf_counter()
            session.get(f"{url}/v1/health", timeout=10)
            bare.append((perf_counter() - started) * 1e3)
    return bare
