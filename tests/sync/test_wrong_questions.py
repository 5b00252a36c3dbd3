"""A service that asks the database nonsense is broken; a database in trouble is no service's fault."""

import sqlite3
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from desktop.central.commands import authority
from desktop.central.commands.trouble import is_of_the_store
from desktop.errors import Offline
from desktop.services.command import Status
from desktop.services.payments.payments import TakePayment
from tests.sync.copies import ON_BOTH
from tests.sync.faults import break_service
from tests.sync.fleet import Fleet
from tests.sync.visits import a_lease, report_fault, take_cash


def asks_nonsense(session: Any, *_: object) -> None:
    """A query that was never tried."""
    session.execute(text("SELECT colour FROM payment"))


@ON_BOTH
def test_a_wrong_query_parks_its_command_and_the_queue_goes_on(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    west = fleet.members["west"]
    lease = a_lease(west.station)
    take_cash(west.station, lease, 1_234)
    report_fault(west.station, lease)
    payment, request = west.station.journal.after(0)
    break_service(monkeypatch, TakePayment, asks_nonsense)
    for _ in range(authority.PARK_AFTER_ATTEMPTS):
        fleet.time += timedelta(minutes=3)
        west.station.exchange()
    west.station.exchange()
    assert fleet.outcome(west, payment.key) == Status.DEFERRED
    assert fleet.outcome(west, request.key) == Status.APPLIED


def test_a_locked_database_is_not_held_against_a_command(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    west = fleet.members["west"]
    take_cash(west.station, a_lease(west.station), 1_234)
    (payment,) = west.station.journal.after(0)

    def locked(*_: object) -> None:
        raise OperationalError("SELECT", {}, said(sqlite3.SQLITE_BUSY))

    break_service(monkeypatch, TakePayment, locked)
    for _ in range(authority.PARK_AFTER_ATTEMPTS + 1):
        fleet.time += timedelta(minutes=3)
        with pytest.raises(Offline, match="central_busy"):
            west.station.exchange()
    assert fleet.outcome(west, payment.key) is None
    assert fleet.at_central("SELECT attempts FROM failure") == []


def said(code: int) -> sqlite3.OperationalError:
    """What SQLite's driver raises."""
    error = sqlite3.OperationalError("something")
    error.sqlite_errorcode = code  # type: ignore[misc]
    return error


@pytest.mark.parametrize(
    ("state", "of_the_store"),
    [("57P01", True), ("55P03", True), ("40P01", True), ("53100", True), ("42703", False), ("54001", False)],
)
def test_a_server_says_by_its_code_whether_it_is_in_trouble(state: str, of_the_store: bool) -> None:
    error = Exception("something")
    error.sqlstate = state  # type: ignore[attr-defined]
    assert is_of_the_store(OperationalError("SELECT", {}, error)) is of_the_store
