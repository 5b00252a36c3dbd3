"""Taking money at the counter, and the live preview of what an amount would pay."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.services.command import Command, Context, Done


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


def quote(  # noqa: PLR0917 - what the screen knows, in the order it learns it
    session: Session, lease_id: str, cents: int, periods: tuple[str, ...], means: str, at: datetime
) -> Quote:
    """What paying `cents` by `means` (cash, cheque, card) would settle. Raises Refused("lease_unknown")."""
    raise NotImplementedError


def take_payment(session: Session, command: TakePayment, context: Context) -> Done:
    """result: payment_id, receipt_id, number, kind, change_cents, balance_cents, credit_cents."""
    raise NotImplementedError
