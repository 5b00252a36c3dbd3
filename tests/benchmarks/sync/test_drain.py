"""A day offline, handed in: 10,000 payments over 5,000 leases, beside bare inserts of the rows they make."""

import random
from pathlib import Path
from time import perf_counter

import pytest
from sqlalchemy import text

from desktop.models.database import Database, open_database
from desktop.models.everything import Entity
from desktop.services.payments import TakePayment
from desktop.sync.station import Station
from tests.benchmarks.record import note
from tests.benchmarks.sync import town
from tests.benchmarks.sync.ledger import percentile

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


@pytest.mark.timeout(1_200)
def test_a_day_offline_is_handed_in(tmp_path: Path) -> None:
    store = town.build(tmp_path / "central", LEASES)
    with town.served(tmp_path / "central") as url:
        station = town.station(tmp_path / "station", store, url)
        performed = pay_offline(station, COMMANDS)
        station.pull()
        started = perf_counter()
        while station.exchange():
            pass
        taken = perf_counter() - started
        assert station.journal.waiting() == 0
        station.close()
    bare = bare_inserts(store.database, tmp_path / "bare.db")
    store.database.close()
    note(f"drain of {COMMANDS} commands", taken, "s", reference=bare, budget=3.0, ok=taken <= 3.0)
    for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99)):
        value = percentile(performed, share)
        note(f"command in a large agency {name}", value, "ms", reference=0, budget=10.0, ok=value <= 10)
