"""Taking money at the counter, and the live preview of what an amount would pay."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop.errors import GuichetError, Invalid, Refused
from desktop.rules.means import Means
from desktop.rules.role import AT_THE_DESK, Role
from desktop.rules.station_kind import StationKind
from desktop.services.about import Subject
from desktop.services.bounds import Cents, Name, Periods, Words
from desktop.services.command import Command, Context, Done, Run
from desktop.services.days import local_day
from desktop.services.entry import Entry, Money
from desktop.services.payments.booking import Booking, Received, booked_before
from desktop.services.payments.lease_books import LeaseBooks, books_of
from desktop.services.payments.objections import (
    CashCap,
    Intent,
    cash_room,
    check_amount,
    in_doubt,
    objections_to,
    warning_of,
)
from desktop.services.people import lease_known, scope_in, scopes_of


class TakePayment(Command, frozen=True, kw_only=True):
    """The money is in the drawer. `means`: one taken at a desk; `periods`: the terms the tenant named.

    `tendered_cents` is the cash handed over (None: exactly the amount); `accept_credit`: the tenant wants to
    pay more than is owed; `balance_seen_cents` is what the screen said before.
    """

    lease_id: Name
    means: Name
    amount_cents: Cents
    balance_seen_cents: Cents
    tendered_cents: Cents | None = None
    periods: Periods = ()
    accept_credit: bool = False
    cheque_number: Words = ""
    cheque_bank: Words = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """What an amount would do, in cents. `parts`: (period, cents); `credit_cents` goes beyond what is owed.

    `cash_room_cents`: how much more cash the cap allows (None unless the means is cash); `objections`: the
    codes with which the payment would be refused, more_than_owed (which accept_credit lifts) among them.
    """

    balance_before: int
    balance_after: int
    parts: tuple[tuple[str, int], ...]
    credit_cents: int
    cash_room_cents: int | None
    objections: tuple[str, ...]


def quote(
    session: Session, lease_id: str, cents: int, periods: tuple[str, ...], means: Means, at: datetime
) -> Quote:
    """What paying `cents` by `means` would settle. Raises Refused("lease_unknown")."""
    lease_known(session, lease_id)
    books, cap = books_of(session, [lease_id])[lease_id], CashCap(session)
    intent = Intent(lease_id, means, cents, periods, accept_credit=False, day=local_day(at))
    room = cash_room(cap, books, intent) if means.facts.capped else None
    before = books.standing.balance_cents
    try:
        check_amount(cents)
    except Invalid as refusal:
        return Quote(before, before, (), 0, room, (refusal.code,))
    allocation = books.allocation(cents, periods)
    doubt = means is Means.CARD and in_doubt(session, lease_id)
    return Quote(
        balance_before=before,
        balance_after=before - cents,
        parts=tuple((part.period, part.cents) for part in allocation.parts),
        credit_cents=allocation.credit_cents,
        cash_room_cents=room,
        objections=tuple(each.code for each in objections_to(cap, books, intent, doubt=doubt)),
    )


def take_payment(session: Session, command: TakePayment, context: Context) -> Done:
    """result: payment_id, receipt_id, number, kind, change_cents, balance_cents, credit_cents.

    Refuses amount_not_positive, amount_too_big, means_unknown, tendered_too_little and cheque_number_missing
    always; lease_unknown, balance_changed (somebody else moved the balance since the screen showed it),
    more_than_owed and cash_cap only at first: the money is in the drawer.
    """
    (answer,) = take_payments(session, [(command, context)])
    if isinstance(answer, GuichetError):
        raise answer
    return answer


def take_payments(
    session: Session, asked: Sequence[tuple[TakePayment, Context]]
) -> list[Done | GuichetError]:
    """As take_payment for each, in their order, but facts and rows of all at once: each sees those before it.

    A refusal is answered, not raised, and leaves no row.
    """
    facts = _Facts(session, asked)
    answers = [facts.answer(command, context) for command, context in asked]
    facts.booking.write()
    return answers


def refuse_stale_balance(books: LeaseBooks, seen_cents: int, context: Context) -> None:
    """At first run, what the person saw must still be so. Raises Refused("balance_changed")."""
    if context.run is Run.FIRST and books.standing.balance_cents != seen_cents:
        balance = books.standing.balance_cents
        raise Refused("balance_changed", balance_cents=balance, seen_cents=seen_cents)


class _Facts:
    """What the payments of one batch must know, and what they book."""

    def __init__(self, session: Session, asked: Sequence[tuple[TakePayment, Context]]) -> None:
        leases = {command.lease_id for command, _ in asked}
        self.booking = Booking(session)
        self._booked: dict[str, dict[str, Any]] = booked_before(session, (context for _, context in asked))
        self._scopes = scopes_of(session, leases)
        self._books = books_of(session, leases)
        self._cap = CashCap(session)

    def answer(self, command: TakePayment, context: Context) -> Done | GuichetError:
        """What take_payment would return or raise."""
        try:
            return self._take(command, context)
        except Refused as refusal:
            return refusal

    def _take(self, command: TakePayment, context: Context) -> Done:
        _check_shape(command)
        booked = self._booked.get(context.new_id("payment"))
        if booked is not None:
            return Done(result=booked, noop=True)
        scope, lease_warning = scope_in(self._scopes, command.lease_id, context)
        books = self._books[command.lease_id]
        refuse_stale_balance(books, command.balance_seen_cents, context)
        objections = objections_to(self._cap, books, _intent(command, context), doubt=False)
        warning = warning_of(context, objections)
        result = self.booking.add(context, books, _received(command, scope, context))
        self._booked[result["payment_id"]] = result
        return Done(result=result, warning=lease_warning or warning)


def _intent(command: TakePayment, context: Context) -> Intent:
    return Intent(
        command.lease_id,
        Means(command.means),
        command.amount_cents,
        command.periods,
        command.accept_credit,
        local_day(context.at),
    )


def _check_shape(command: TakePayment) -> None:
    check_amount(command.amount_cents)
    means = Means(command.means)
    if not means.facts.at_desk:
        raise Invalid("means", "means_unknown")
    if means is Means.CHEQUE and not command.cheque_number.strip():
        raise Invalid("cheque_number", "cheque_number_missing")
    tendered = command.tendered_cents if means is Means.CASH else None
    if tendered is not None and tendered < command.amount_cents:
        raise Invalid("tendered", "tendered_too_little", missing_cents=command.amount_cents - tendered)


def _received(command: TakePayment, scope: str, context: Context) -> Received:
    """A cheque's reference is its number without spaces, then its bank."""
    means = Means(command.means)
    cheque = means is Means.CHEQUE
    number = "".join(command.cheque_number.split())
    return Received(
        lease_id=command.lease_id,
        scope=scope,
        means=means,
        amount_cents=command.amount_cents,
        periods=command.periods,
        taken_at=context.at,
        balance_before_cents=command.balance_seen_cents,
        tendered_cents=None if cheque else command.tendered_cents,
        reference=f"{number} {command.cheque_bank.strip()}".strip() if cheque else "",
    )


def _about(_session: Session, command: TakePayment) -> Subject:
    return Subject(command.lease_id, command.amount_cents, command.means)


COMMANDS = (
    Entry(
        kind="payment.take",
        version=1,
        command=TakePayment,
        service=take_payment,
        by=AT_THE_DESK | {Role.ADMINISTRATOR},
        stations=frozenset({StationKind.COUNTER}),
        about=_about,
        follows_its_lease=True,
        money=Money.TAKEN,
        last_bytes=False,
        after=(),
        issues_receipt=True,
        many=take_payments,
    ),
)
