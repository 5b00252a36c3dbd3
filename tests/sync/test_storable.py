"""A command with a value that no database keeps stops nothing that follows it; money in it is not lost."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session
from uuid_utils import uuid7

from desktop.errors import Offline
from desktop.services import catalogue
from desktop.services.command import Context, Done, Status
from desktop.services.payments.payments import TakePayment
from desktop.sync.journal.draft import Draft
from tests.sync import laws
from tests.sync.copies import ON_BOTH
from tests.sync.fleet import Fleet, Member
from tests.sync.visits import CLAIRE, a_lease, balance

pytestmark = ON_BOTH


def cheque(member: Member, *, bank: str = "Banque", actor: str = CLAIRE) -> bytes:
    """A cheque in a station's journal, as another maker's program might put it there; the command's key."""
    lease, journal = a_lease(member.station), member.station.journal
    command = TakePayment(
        lease_id=lease,
        means="cheque",
        amount_cents=1_000,
        balance_seen_cents=balance(member.station, lease),
        accept_credit=True,
        cheque_number="7",
        cheque_bank=bank,
    )
    draft = Draft(
        seq=journal.head + 1,
        key=uuid7().bytes,
        kind="payment.take",
        version=1,
        body=catalogue.encode(command),
        occurred_at=round(member.station.now().timestamp() * 1000),
        actor=actor,
        receipt_no=journal.next_receipt(),
    )
    journal.append(draft, issued_receipt=True)
    member.station.replica.fell_behind()
    return draft.key


def outcomes(member: Member) -> list[Any]:
    """How central ended all that this station did, in its order."""
    with member.station.journal.database.read() as session:
        asked = "SELECT status, code, ver FROM outcome ORDER BY seq"
        return [tuple(row) for row in session.connection().exec_driver_sql(asked)]


def test_a_cheque_with_a_nul_waits_for_a_person_and_what_follows_goes_on(fleet: Fleet) -> None:
    west = fleet.members["west"]
    cheque(west, bank="Ban\0que")
    cheque(west)
    west.station.exchange()
    assert [(status, code) for status, code, _ in outcomes(west)] == [
        (Status.DEFERRED, "unreadable_command"),
        (Status.APPLIED, None),
    ]
    laws.settle(fleet)
    laws.check_central(fleet)


def test_a_cheque_of_an_actor_that_no_record_keeps_is_booked_and_a_person_is_told(fleet: Fleet) -> None:
    west = fleet.members["west"]
    for _ in range(5):
        cheque(west, actor="staff:cl\0aire")
    cheque(west)
    west.station.exchange()
    assert [(status, code) for status, code, _ in outcomes(west)] == [
        *[(Status.APPLIED_WITH_WARNING, "staff_unknown")] * 5,
        (Status.APPLIED, None),
    ]
    laws.settle(fleet)
    laws.check_central(fleet)


def test_money_with_a_value_that_no_column_holds_waits_for_a_person(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    west = fleet.members["west"]
    cheque(west)
    with monkeypatch.context() as mistake:
        entry = replace(catalogue.CATALOGUE[TakePayment], service=too_big, many=None)
        mistake.setitem(catalogue.CATALOGUE, TakePayment, entry)
        west.station.exchange()
    cheque(west)
    west.station.exchange()
    assert [(status, code) for status, code, _ in outcomes(west)] == [
        (Status.DEFERRED, "not_storable"),
        (Status.APPLIED, None),
    ]


def test_a_station_hears_in_which_version_its_command_stands(fleet: Fleet) -> None:
    west = fleet.members["west"]
    for _ in range(5):
        cheque(west)
    west.way.weather[:] = ["lost_answer"]
    with pytest.raises(Offline):
        west.station.exchange()
    west.station.exchange()
    cheque(west)
    west.station.exchange()
    kept = fleet.at_central("SELECT status, code, ver FROM command WHERE kind = 'payment.take' ORDER BY seq")
    assert [ver > 0 for *_, ver in kept] == [True] * 6
    assert outcomes(west) == kept


def too_big(session: Session, _command: object, _context: Context) -> Done:
    """A service that keeps a number for which no column has room."""
    session.execute(text("SELECT CAST(:number AS bigint)"), {"number": 2**70})
    return Done()
