"""What stands against a payment, asked before the money is taken and noted when it already was."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import Invalid, Refused
from desktop.models.card_charge import CardCharge
from desktop.rules import parameters
from desktop.rules.allocation import Allocation
from desktop.rules.cash_cap import cash_still_allowed, check_cash
from desktop.rules.means import Means
from desktop.rules.parameters import CASH_CAP_CENTS, Parameter
from desktop.services.command import Context
from desktop.services.parameters import known_parameters
from desktop.services.payments.lease_books import LeaseBooks

MAX_PAYMENT_CENTS = 100_000_00
"""Ten years of an ordinary rent: above this a finger slipped."""

IN_DOUBT = ("sent", "unknown")
"""The states of a charge of which nobody knows yet whether the card paid."""


@dataclass(frozen=True, slots=True)
class Intent:
    """A payment somebody is about to make, or made."""

    lease_id: str
    means: Means
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


class CashCap:
    """The cap on cash, looked up once for however many payments."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: tuple[Parameter, ...] | None = None

    def on(self, day: date) -> int:
        """The cap of that day in cents. Raises Refused("parameter_missing")."""
        if self._known is None:
            self._known = known_parameters(self._session, CASH_CAP_CENTS)
        return parameters.in_force(self._known, CASH_CAP_CENTS, day)


def objections_to(cap: CashCap, books: LeaseBooks, intent: Intent, *, doubt: bool) -> list[Refused]:
    """payment_in_doubt, more_than_owed, cash_cap, each with its facts; [] when nothing stands against it.

    `doubt`: the lease has a charge of which nobody knows the outcome; it stands against cards alone.
    """
    allocation = books.allocation(intent.cents, intent.periods)
    found: list[Refused] = []
    if intent.means is Means.CARD and doubt:
        found.append(Refused("payment_in_doubt"))
    if allocation.credit_cents and not intent.accept_credit:
        owed = intent.cents - allocation.credit_cents
        found.append(Refused("more_than_owed", owed_cents=owed, credit_cents=allocation.credit_cents))
    if intent.means.facts.capped:
        found += _cash_objection(cap, books, intent, allocation)
    return found


def warning_of(context: Context, objections: list[Refused]) -> str | None:
    """Refuses on the first run; later the gravest objection becomes the warning staff see."""
    codes = [context.objection(each.code, **each.facts) for each in objections]
    return codes[0] if codes else None


def in_doubt(session: Session, lease_id: str) -> bool:
    """Whether this lease has a card charge of which nobody knows the outcome."""
    found = select(CardCharge.id).where(CardCharge.lease_id == lease_id, CardCharge.state.in_(IN_DOUBT))
    return session.scalar(found.limit(1)) is not None


def cash_room(cap: CashCap, books: LeaseBooks, intent: Intent) -> int:
    """How much cash the cap still allows for these terms, in cents. Raises Refused("parameter_missing")."""
    cents = cap.on(intent.day)
    return cash_still_allowed(books.standing.terms, books.cash_so_far(), cents, intent.periods)


def _cash_objection(cap: CashCap, books: LeaseBooks, intent: Intent, allocation: Allocation) -> list[Refused]:
    try:
        check_cash(allocation.shares(), books.cash_so_far(), cap.on(intent.day))
    except Refused as refusal:
        return [refusal]
    return []
