"""A day offline, handed in: 10,000 payments over 5,000 leases, beside the least that their rows must cost."""

import os
import random
from pathlib import Path
from time import perf_counter

import pytest
import requests
from sqlalchemy import text

from desktop.models.database import Database, open_database
from desktop.models.everything import Entity
from desktop.services.payments.payments import TakePayment
from desktop.station.station import Station
from desktop.sync.exchange.conversation import BATCH
from tests.benchmarks.record import note
from tests.benchmarks.sync import town
from tests.benchmarks.sync.ledger import percentile
from tests.postgres import cluster, name_of

LEASES = 5_000
COMMANDS = 10_000
MADE = ("payment", "receipt", "ledger_entry", "payment_allocation")


def pay_offline(station: Station, times: int) -> list[float]:
    """Takes money for lease after lease; how long each command took until it was durable, in milliseconds."""
    query = text("SELECT lease_id, sum(debit_cents - credit_cents) FROM ledger_entry GROUP BY lease_id")
    rows = station.ask(lambda session: [(str(row[0]), int(row[1])) for row in session.execute(query)])
    random.Random(1).shuffle(rows)
    owed, leases, taken = dict(rows), [row[0] for row in rows], []
    for index in range(times):
        lease, cents = leases[index % len(leases)], (100, 5_000, 45_000)[index % 3]
        command = TakePayment(
            lease_id=lease,
            means="cheque",
            amount_cents=cents,
            balance_seen_cents=owed[lease],
            accept_credit=True,
            cheque_number="1234567",
        )
        started = perf_counter()
        station.perform(command, "staff:claire")
        taken.append((perf_counter() - started) * 1e3)
        owed[lease] -= cents
    return taken


def bare_inserts(made: Database, path: Path) -> float:
    """Seconds for the rows that these payments made, into an empty SQLite file with their indexes."""
    bare = open_database(path)
    Entity.metadata.create_all(bare.engine)
    taken = 0.0
    for table in MADE:
        only = "payment_id IS NOT NULL" if table == "ledger_entry" else "true"
        with made.read() as session:
            rows = [tuple(row) for row in session.execute(text(f"SELECT * FROM {table} WHERE {only}"))]
        marks = ", ".join("?" * len(rows[0]))
        started = perf_counter()
        with bare.write() as session:
            session.connection().exec_driver_sql(f"INSERT INTO {table} VALUES ({marks})", rows)
        taken += perf_counter() - started
    bare.close()
    return taken


def lasting_commit(folder: Path) -> float:
    """Seconds for one small file to be on the disk, the median of twenty."""
    taken = []
    with (folder / "bare.txt").open("wb", buffering=0) as file:
        for _ in range(20):
            started = perf_counter()
            file.write(bytes(500))
            os.fsync(file.fileno())
            taken.append(perf_counter() - started)
    return percentile(taken, 0.5)


def round_trip(url: str) -> float:
    """Seconds for a question to central that asks for nothing, the median of fifty."""
    taken = []
    with requests.Session() as session:
        for _ in range(50):
            started = perf_counter()
            session.get(f"{url}/v1/health", timeout=10)
            taken.append(perf_counter() - started)
    return percentile(taken, 0.5)


def drained(station: Station) -> float:
    """Seconds until central has answered everything and its rows are here."""
    station.pull()
    started = perf_counter()
    while station.exchange():
        pass
    taken = perf_counter() - started
    assert station.journal.waiting() == 0
    return taken


@pytest.mark.timeout(1_200)
@pytest.mark.parametrize(("dialect", "budget"), [("sqlite", 3.0), ("postgresql", 5.0)])
def test_a_day_offline_is_handed_in(tmp_path: Path, dialect: str, budget: float) -> None:
    address = cluster(durable=True).with_tables() if dialect == "postgresql" else ""
    store = town.build(tmp_path / "central", LEASES, address)
    with town.served(tmp_path / "central") as url:
        station = town.station(tmp_path / "station", store, url)
        performed = pay_offline(station, COMMANDS)
        taken, trip = drained(station), round_trip(url)
        station.close()
    bare = bare_inserts(store.database, tmp_path / "bare.db")
    store.database.close()
    if address:
        cluster(durable=True).drop(name_of(address))
    least = bare + COMMANDS / BATCH * (trip + 2 * lasting_commit(tmp_path))
    name = f"drain of {COMMANDS} commands on {dialect}"
    note(name, taken, "s", reference=least, budget=budget, ok=taken <= budget)
    if dialect == "sqlite":
        note_performed(performed, lasting_commit(tmp_path))


def note_performed(performed: list[float], commit: float) -> None:
    """What a command took in the large agency, beside one lasting commit; milliseconds."""
    for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99)):
        value, ok = percentile(performed, share), percentile(performed, 0.95) <= 10
        note(f"command in a large agency {name}", value, "ms", reference=commit * 1e3, budget=10.0, ok=ok)
