"""What the payment screen shows: what was typed, what it would pay, and how it ended."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from desktop.rules.means import Means
from desktop.services.ledger.statement import TermView
from desktop.services.payments.payments import Quote
from desktop.views.common.trouble import Trouble
from desktop.views.counter.paper import Paper


class PaymentStep(StrEnum):
    """How far the payment is."""

    FORM = "form"
    TAKING = "taking"
    TAKEN = "taken"


class Typed(StrEnum):
    """The entries of the form."""

    AMOUNT = "amount"
    TENDERED = "tendered"
    CHEQUE_NUMBER = "cheque_number"
    CHEQUE_BANK = "cheque_bank"


LARGEST_NOTE_CENTS: Final = 500_00
"""The largest note there is, 500 €."""


@dataclass(frozen=True, slots=True)
class Payer:
    """Whose account it is. `names`: the holders, as one addresses them."""

    lease_id: str
    names: tuple[tuple[str, str, str], ...]
    terms: tuple[TermView, ...]
    balance_cents: int
    in_doubt: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """A payment that is recorded. `rent_receipts`: the terms it made fully paid."""

    receipt_id: str
    number: str
    means: Means
    amount_cents: int
    change_cents: int
    balance_cents: int
    credit_cents: int
    parts: tuple[tuple[str, int], ...]
    rent_receipts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaymentsState:
    """Typed amounts stay as typed; `*_cents` are None while they cannot be read, `*_error` says why.

    `quote` always belongs to what is typed now, or is None while it is being worked out.
    """

    lease_id: str
    payer: Payer | None = None
    today: date | None = None
    now: datetime | None = None
    as_of: datetime | None = None
    online: bool = True
    step: PaymentStep = PaymentStep.FORM
    means: Means = Means.CASH
    amount: str = ""
    amount_cents: int | None = None
    amount_error: str = ""
    tendered: str = ""
    tendered_cents: int | None = None
    tendered_error: str = ""
    cheque_number: str = ""
    cheque_error: str = ""
    cheque_bank: str = ""
    periods: tuple[str, ...] = ()
    accept_credit: bool = False
    quote: Quote | None = None
    trouble: Trouble | None = None
    taken: Taken | None = None
    paper: Paper = field(default_factory=Paper)

    @property
    def change_cents(self) -> int | None:
        """What to give back, once both amounts are known; below zero that much is missing."""
        if self.means is not Means.CASH or self.amount_cents is None or self.tendered_cents is None:
            return None
        return self.tendered_cents - self.amount_cents

    @property
    def change_doubtful(self) -> bool:
        """Whether nobody hands over that much: with so much to give back, one note fewer would have done."""
        return (self.change_cents or 0) >= LARGEST_NOTE_CENTS

    @property
    def objections(self) -> tuple[str, ...]:
        """What stands against the payment; a credit the tenant agreed to does not."""
        found = self.quote.objections if self.quote is not None else ()
        return tuple(code for code in found if code != "more_than_owed" or not self.accept_credit)

    @property
    def credit_asked(self) -> bool:
        """Whether the tenant must say if the rest may stay on the account; too much cash comes first."""
        found = self.quote.objections if self.quote is not None else ()
        return "more_than_owed" in found and "cash_cap" not in found

    @property
    def may_take(self) -> bool:
        """Whether nothing stands against recording it; a cheque's number may still be missing."""
        if self.step is not PaymentStep.FORM or self.quote is None or self.objections or self.amount_error:
            return False
        if self.means is Means.CHEQUE:
            return True
        enough = self.change_cents is None or self.change_cents >= 0
        return enough and not self.tendered_error and not self.change_doubtful
