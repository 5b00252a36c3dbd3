"""What stands against a payment, asked before the money is taken and noted when it already was."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import Invalid, Refused
from desktop.models.card_charge import CardCharge
from desktop.models.payment import Payment, PaymentAllocation
from desktop.rules.allocation import CREDIT, Allocation, allocate
from desktop.rules.cash_cap import cash_still_allowed, check_cash
from desktop.rules.parameters import CASH_CAP_CENTS
from desktop.services.booking import CARD, CASH
from desktop.services.command import Context
from desktop.services.ledger import LeaseLedger
from desktop.services.parameters import in_force

MAX_PAYMENT_CENTS = 100_000_00
"""Ten years of an ordinary rent: above this a finger slipped."""

IN_DOUBT = ("sent", "unknown")
"""The states of a charge of which nobody knows yet whether the card paid."""


@dataclass(frozen=True, slots=True)
class Intent:
    """A payment somebody is about to make, or made. `means`: cash, cheque or card."""

    lease_id: str
    means: str
    cents: int
    periods: tuple[str, ...]
    accept_credit: bool
    day: date


def check_amount(cents: int) -> None:
    """What no station lets through. Raises Invalid: amount_not_positive, amount_too_big."""
    if cents <= 0:
        raise Invalid("amount", "amount_not_positive")
    if cents > MAX_PAYMENT_CENTS:
        raise Invalid("amount", "amount_too_big", limit_cents=MAX_PAYMENT_CENTS)


def objections_to(session: Session, known: LeaseLedger, intent: Intent) -> list[Refused]:
    """payment_in_doubt, more_than_owed, cash_cap, each with its facts; [] when nothing stands against it."""
    allocation = allocate(known.terms, intent.cents, intent.periods)
    found: list[Refused] = []
    if intent.means == CARD and in_doubt(session, intent.lease_id):
        found.append(Refused("payment_in_doubt"))
    if allocation.credit_cents and not intent.accept_credit:
        owed = intent.cents - allocation.credit_cents
        found.append(Refused("more_than_owed", owed_cents=owed, credit_cents=allocation.credit_cents))
    if intent.means == CASH:
        found += _cash_objection(session, known, intent, allocation)
    return found


def warning_of(context: Context, objections: list[Refused]) -> str | None:
    """Refuses on the first run; later the gravest objection becomes the warning staff see."""
    codes = [context.objection(each.code, **each.facts) for each in objections]
    return codes[0] if codes else None


def in_doubt(session: Session, lease_id: str) -> bool:
    """Whether this lease has a card charge of which nobody knows the outcome."""
    found = select(CardCharge.id).where(CardCharge.lease_id == lease_id, CardCharge.state.in_(IN_DOUBT))
    return session.scalar(found.limit(1)) is not None


def cash_room(session: Session, known: LeaseLedger, intent: Intent) -> int:
    """How much cash the cap still allows for these terms, in cents. Raises Refused("parameter_missing")."""
    cap = in_force(session, CASH_CAP_CENTS, intent.day)
    return cash_still_allowed(known.terms, _cash_so_far(session, known, intent.lease_id), cap, intent.periods)


def _cash_objection(
    session: Session, known: LeaseLedger, intent: Intent, allocation: Allocation
) -> list[Refused]:
    try:
        cap = in_force(session, CASH_CAP_CENTS, intent.day)
        check_cash(allocation.shares(), _cash_so_far(session, known, intent.lease_id), cap)
    except Refused as refusal:
        return [refusal]
    return []


def _cash_so_far(session: Session, known: LeaseLedger, lease_id: str) -> dict[str, int]:
    """Cash already taken at stations, for each term and for the credit that no term has used up yet."""
    taken = select(PaymentAllocation.period, func.sum(PaymentAllocation.amount_cents))
    by_period = session.execute(
        taken.join(Payment, Payment.id == PaymentAllocation.payment_id)
        .where(PaymentAllocation.lease_id == lease_id, Payment.means == CASH)
        .group_by(PaymentAllocation.period)
    )
    so_far = {period: int(cents) for period, cents in by_period}
    credit = session.scalar(
        select(func.sum(Payment.credit_cents)).where(Payment.lease_id == lease_id, Payment.means == CASH)
    )
    so_far[CREDIT] = min(int(credit or 0), known.credit_cents)
    return so_far
