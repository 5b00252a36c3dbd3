"""How money came in, with what a receipt must say of it."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.documents.consistency import require


class Means(StrEnum):
    """The means of payment; `CREDIT` is money the tenant's account already held."""

    CASH = "cash"
    CHEQUE = "cheque"
    CARD = "card"
    TRANSFER = "transfer"
    DIRECT_DEBIT = "direct_debit"
    CREDIT = "credit"


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
