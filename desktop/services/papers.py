"""What the printed papers of a lease say, built from the stored rows; whether one may be printed at all."""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper one may ask for: `receipt_id` of a payment receipt, `period` of a rent receipt.

    `kind`: payment_receipt or rent_receipt; `detail`: its kind;
    `reason_code`: why it is not allowed, or empty. `cents`: the payment's amount, or the term's.
    """

    kind: Literal["payment_receipt", "rent_receipt"]
    detail: str
    period: str | None
    receipt_id: str | None
    number: str
    cents: int
    allowed: bool
    reason_code: str


def papers_available(session: Session, lease_id: str) -> tuple[PaperView, ...]:
    """The papers of a lease, newest first: the receipts of its payments and the terms of the last year."""
    raise NotImplementedError
