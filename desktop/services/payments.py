"""Taking money at the counter, and the live preview of what an amount would pay."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.errors import Invalid, Refused
from desktop.rules.allocation import allocate
from desktop.services.actors import staff_login, staff_warning
from desktop.services.booking import CASH, CHEQUE, Received, already_booked, book
from desktop.services.command import Command, Context, Done, Stage
from desktop.services.days import local_day
from desktop.services.ledger import LeaseLedger, ledger_of
from desktop.services.objections import Intent, cash_room, check_amount, objections_to, warning_of
from desktop.services.people import lease_known, scope_of


class TakePayment(Command, frozen=True, kw_only=True):
    """Cash or a cheque is in the drawer. `means`: cash or cheque; `periods`: the terms the tenant named.

    `tendered_cents` is the cash handed over (None: exactly the amount); `accept_credit`: the tenant wants to
    pay more than is owed; `balance_seen_cents` is what the screen said before.
    """

    lease_id: str
    means: str
    amount_cents: int
    balance_seen_cents: int
    tendered_cents: int | None = None
    periods: tuple[str, ...] = ()
    accept_credit: bool = False
    cheque_number: str = ""
    cheque_bank: str = ""


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
    session: Session, lease_id: str, cents: int, periods: tuple[str, ...], means: str, at: datetime
) -> Quote:
    """What paying `cents` by `means` (cash, cheque, card) would settle. Raises Refused("lease_unknown")."""
    lease_known(session, lease_id)
    known = ledger_of(session, lease_id)
    intent = Intent(lease_id, means, cents, periods, accept_credit=False, day=local_day(at))
    room = cash_room(session, known, intent) if means == CASH else None
    before = known.balance_cents
    try:
        check_amount(cents)
    except Invalid as refusal:
        return Quote(before, before, (), 0, room, (refusal.code,))
    allocation = allocate(known.terms, cents, periods)
    return Quote(
        balance_before=before,
        balance_after=before - cents,
        parts=tuple((part.period, part.cents) for part in allocation.parts),
        credit_cents=allocation.credit_cents,
        cash_room_cents=room,
        objections=tuple(each.code for each in objections_to(session, known, intent)),
    )


def take_payment(session: Session, command: TakePayment, context: Context) -> Done:
    """result: payment_id, receipt_id, number, kind, change_cents, balance_cents, credit_cents.

    Refuses amount_not_positive, amount_too_big, means_unknown, tendered_too_little and cheque_number_missing
    always; lease_unknown, balance_changed (somebody else moved the balance since the screen showed it),
    more_than_owed and cash_cap only at first: the money is in the drawer.
    """
    staff_login(context)
    _check_shape(command)
    booked = already_booked(session, context)
    if booked is not None:
        return Done(result=booked, noop=True)
    scope, lease_warning = scope_of(session, command.lease_id, context)
    known = ledger_of(session, command.lease_id)
    refuse_stale_balance(known, command.balance_seen_cents, context)
    intent = Intent(
        command.lease_id,
        command.means,
        command.amount_cents,
        command.periods,
        command.accept_credit,
        local_day(context.at),
    )
    warning = warning_of(context, objections_to(session, known, intent))
    result = book(session, context, known, _received(command, scope, context))
    return Done(result=result, warning=lease_warning or staff_warning(session, context) or warning)


def refuse_stale_balance(known: LeaseLedger, seen_cents: int, context: Context) -> None:
    """At first run, what the person saw must still be so. Raises Refused("balance_changed")."""
    if context.stage is Stage.FIRST and known.balance_cents != seen_cents:
        raise Refused("balance_changed", balance_cents=known.balance_cents, seen_cents=seen_cents)


def _check_shape(command: TakePayment) -> None:
    check_amount(command.amount_cents)
    if command.means not in (CASH, CHEQUE):
        raise Invalid("means", "means_unknown")
    if command.means == CHEQUE and not command.cheque_number.strip():
        raise Invalid("cheque_number", "cheque_number_missing")
    tendered = command.tendered_cents if command.means == CASH else None
    if tendered is not None and tendered < command.amount_cents:
        raise Invalid("tendered", "tendered_too_little", missing_cents=command.amount_cents - tendered)


def _received(command: TakePayment, scope: str, context: Context) -> Received:
    """A cheque's reference is its number without spaces, then its bank."""
    cheque = command.means == CHEQUE
    number = "".join(command.cheque_number.split())
    return Received(
        lease_id=command.lease_id,
        scope=scope,
        means=command.means,
        amount_cents=command.amount_cents,
        periods=command.periods,
        taken_at=context.at,
        balance_before_cents=command.balance_seen_cents,
        tendered_cents=None if cheque else command.tendered_cents,
        reference=f"{number} {command.cheque_bank.strip()}".strip() if cheque else "",
    )
