"""The ERP's writer in a process of its own: books ledger lines at central, and moves a lease to and fro."""

import random
import time
from datetime import date
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from desktop.central.database.agency_write import agency_write
from desktop.central.importers.following import follow
from desktop.central.store import UNASSIGNED_SCOPE, Store, open_store
from desktop.models.dwelling import Dwelling
from desktop.models.entity import GLOBAL_SCOPE
from desktop.models.lease import Lease
from desktop.models.ledger_entry import LedgerEntry
from tests.chaos.history import History, Invoked, Refused, Told

AGENCIES = ("AG01", "AG02")
LONGEST_PAUSE = 0.15


def work(folder: Path, seed: str, wanderer: str) -> None:
    """Until the process is killed."""
    store, history = open_store(folder), History(folder.parent / "erp.jsonl")
    op = history.next_op()
    chance = random.Random(f"{seed} erp {op}")
    while True:
        try:
            if chance.random() < 0.1:
                _move(store, wanderer)
            else:
                history.say(Invoked(op, "erp", "", 100))
                booked = _book(store, chance, f"ERP-{op}")
                history.say(Told(op, f"ERP-{op}") if booked else Refused(op, "no_lease"))
                op += 1
        except (OperationalError, OSError):
            op += 1
        time.sleep(chance.uniform(0, LONGEST_PAUSE))


def _book(store: Store, chance: random.Random, line: str) -> bool:
    agency = chance.choice(AGENCIES)
    with agency_write(store.database, {agency}) as work:
        query = text("SELECT id FROM lease WHERE scope = :scope ORDER BY id")
        leases = work.session.execute(query, {"scope": agency}).scalars().all()
        if not leases:
            return False
        work.session.add(
            LedgerEntry(
                id=line,
                scope=agency,
                lease_id=chance.choice(leases),
                posted_on=date(2026, 11, 1),
                period="2026-11",
                operation="REGUL",
                label="chaos",
                debit_cents=100,
                credit_cents=0,
                payment_id=None,
            )
        )
    return True


def _move(store: Store, wanderer: str) -> None:
    """The lease's dwelling is given to the other agency, and everything follows it."""
    with agency_write(store.database, {*AGENCIES, GLOBAL_SCOPE, UNASSIGNED_SCOPE}) as work:
        lease = work.session.get_one(Lease, wanderer)
        dwelling = work.session.get_one(Dwelling, lease.dwelling_id)
        dwelling.scope = AGENCIES[1 - AGENCIES.index(dwelling.scope)]
        work.session.flush()
        follow(work)
