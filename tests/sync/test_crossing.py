"""A payment that follows its lease to another agency, while somebody there wants to write here."""

import threading
from contextlib import suppress
from time import monotonic

import pytest
from sqlalchemy.exc import OperationalError

from desktop.central.database.agency_write import agency_write
from desktop.errors import Offline
from desktop.models.lease import Lease
from desktop.models.ledger_entry import LedgerEntry
from tests.sync import laws
from tests.sync.fleet import AGENCY, Fleet
from tests.sync.visits import a_lease, take_cash

ELSEWHERE = "AG01"
ON_SERVER = pytest.mark.parametrize("fleet", ["postgresql"], indirect=True)
WAITING = (
    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
)


def pay_and_move(fleet: Fleet) -> None:
    """West takes ten euros for a lease, which then goes to another agency."""
    west = fleet.members["west"]
    lease = a_lease(west.station)
    done = take_cash(west.station, lease, 1_000).result or {}
    west.paid[done["payment_id"]] = 1_000
    with agency_write(fleet.central.store.database, {AGENCY, ELSEWHERE}) as work:
        work.session.get_one(Lease, lease).scope = ELSEWHERE


def until(fleet: Fleet, waiting: int) -> None:
    """Waits until so many wait for a lock."""
    end = monotonic() + 10
    while fleet.at_central(WAITING) != [(waiting,)]:
        assert monotonic() < end


@ON_SERVER
def test_two_that_cross_both_end_well(fleet: Fleet) -> None:
    pay_and_move(fleet)
    there, crossed = threading.Event(), []

    def cross() -> None:
        with suppress(OperationalError), agency_write(fleet.central.store.database, {ELSEWHERE}) as work:
            there.set()
            until(fleet, 1)
            work.join(AGENCY)
            crossed.append(True)

    other = threading.Thread(target=cross)
    other.start()
    assert there.wait(10)
    answered = True
    try:
        fleet.members["west"].station.exchange()
    except Offline:
        answered = False
    other.join(20)
    assert answered != bool(crossed), "the database breaks the circle: one of both tries again"
    laws.settle(fleet)
    laws.check_central(fleet)
    assert fleet.at_central("SELECT scope, amount_cents FROM payment") == [(ELSEWHERE, 1_000)]


@ON_SERVER
def test_what_was_read_before_its_scope_was_locked_is_read_anew(fleet: Fleet) -> None:
    database = fleet.central.store.database
    ((line,),) = fleet.at_central("SELECT min(id) FROM ledger_entry WHERE scope = 'AG01'")
    with agency_write(database, {AGENCY}) as work:
        here = work.session.get_one(LedgerEntry, line)
        before = here.debit_cents
        with agency_write(database, {ELSEWHERE}) as other:
            other.session.get_one(LedgerEntry, line).debit_cents += 1
        assert work.join(ELSEWHERE)
        assert here.debit_cents == before + 1
