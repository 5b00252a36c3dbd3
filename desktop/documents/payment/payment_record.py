"""The facts of a payment receipt, refused if they contradict each other."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.documents.consistency import require, require_aware, require_said
from desktop.documents.parties import Parties
from desktop.documents.seal import Duplicate, Seal
from desktop.rules.means import Means


class Portion(StrEnum):
    """What of a term a part of the payment settles."""

    TERM = "term"
    RENT = "rent"
    CHARGES = "charges"
    ADJUSTMENT = "adjustment"
    SLS = "sls"
    OTHER = "other"
    ADVANCE = "advance"


class AllocationOrder(StrEnum):
    """Who decided what is settled first: the tenant, or the law in their silence (Code civil, 1342-10)."""

    STATED = "stated"
    LEGAL = "legal"


class Outlook(StrEnum):
    """When the rent receipt can be had."""

    READY = "ready"
    WHEN_PAID_IN_FULL = "when_paid_in_full"
    AFTER_CLEARING = "after_clearing"
    AFTER_BENEFIT = "after_benefit"
    AFTER_CONFIRMATION = "after_confirmation"
    AFTER_READING = "after_reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidBy:
    """The means and its traces. Of a card only the last four digits are ever known here."""

    means: Means
    cheque_number: str = ""
    cheque_bank: str = ""
    card_last4: str = ""
    authorisation: str = ""

    def __post_init__(self) -> None:
        require(len(self.card_last4) <= 4, "card_last4", "card_number_too_long")
        if self.means is Means.CHEQUE:
            require(bool(self.cheque_number), "cheque_number", "missing")


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationLine:
    """A part of a payment, in cents, on a month ("2026-11") or on something that has none.

    `remaining_cents` is what is then left to pay of it, None where that means nothing; `label` replaces
    the usual words.
    """

    portion: Portion
    cents: int
    period: str | None = None
    remaining_cents: int | None = None
    label: str = ""

    def __post_init__(self) -> None:
        require(self.cents > 0, "allocation.cents", "not_positive")
        require((self.remaining_cents or 0) >= 0, "allocation.remaining_cents", "negative")
        dated = self.portion in {Portion.TERM, Portion.RENT, Portion.CHARGES, Portion.SLS}
        require(bool(self.period or self.label) or not dated, "allocation.period", "missing")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentReceipt:
    """A reçu. `station_number` is given by the station, also offline; `number` by central, when it has.

    Balances are in cents, above zero the tenant owes; `balance_as_of` is when the account was last known.
    """

    parties: Parties
    station_number: str
    number: str | None
    received_at: datetime
    paid_by: PaidBy
    cents: int
    allocations: tuple[AllocationLine, ...]
    order: AllocationOrder
    balance_before_cents: int
    balance_as_of: datetime
    taken_by: str
    at_kiosk: bool
    reference: str
    subject_to_clearing: bool
    outlook: Outlook
    duplicate: Duplicate | None = None
    seal: Seal | None = None

    def __post_init__(self) -> None:
        require(self.cents > 0, "cents", "not_positive")
        allocated = sum(part.cents for part in self.allocations)
        require(
            allocated == self.cents, "allocations", "do_not_add_up", cents=self.cents, allocated=allocated
        )
        require_aware(self.received_at, "received_at")
        require_aware(self.balance_as_of, "balance_as_of")
        require_said(self.station_number, "station_number")
        may_bounce = bool(self.paid_by.means.facts.clearing)
        require(self.subject_to_clearing or not may_bounce, "subject_to_clearing", "may_bounce")
        promised = self.outlook is Outlook.READY
        require(not (promised and self.subject_to_clearing), "outlook", "not_cleared")

    @property
    def balance_after_cents(self) -> int:
        """What is owed after this payment, below zero in the tenant's favour."""
        return self.balance_before_cents - self.cents
