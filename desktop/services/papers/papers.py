"""What the printed papers of a lease say, built from the stored rows; whether one may be printed at all."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.payment import Payment
from desktop.models.receipt import Receipt
from desktop.rules.receipt_gate import PaperKind
from desktop.services.days import local_day
from desktop.services.ledger.ledger import ledger_of
from desktop.services.ledger.terms import decisions
from desktop.services.papers.payment_papers import ReceiptOf
from desktop.services.papers.rent_papers import RentReceiptOf, number_of
from desktop.services.people import lease_known

TERMS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper one may ask for: `receipt_id` of a payment receipt, `period` of a rent receipt.

    `kind`: payment_receipt or rent_receipt; `detail`: its kind as rules.receipt_gate names it. `reason_code`:
    why it is not allowed (unpaid, part_paid, rentless, unread, unproven, uncleared, benefit_pending).
    `cents`: the payment's amount, or what the term asks. `at`: when the payment was taken; None for a term.
    """

    kind: Literal["payment_receipt", "rent_receipt"]
    detail: str
    period: str | None
    receipt_id: str | None
    number: str
    cents: int
    allowed: bool
    reason_code: str
    at: datetime | None = None


def papers_available(session: Session, lease_id: str, at: datetime) -> tuple[PaperView, ...]:
    """The papers of a lease at `at`: the receipts of its payments, then its last twelve terms; newest first.

    Raises Refused("lease_unknown").
    """
    lease_known(session, lease_id)
    return (*_receipts(session, lease_id), *_terms(session, lease_id, at))


def asked_for(lease_id: str, view: PaperView) -> ReceiptOf | RentReceiptOf:
    """With what to ask for a paper of this lease."""
    if view.receipt_id is not None:
        return ReceiptOf(view.receipt_id)
    return RentReceiptOf(lease_id, view.period or "")


def _receipts(session: Session, lease_id: str) -> list[PaperView]:
    rows = session.execute(
        select(Receipt, Payment)
        .join(Payment, Payment.id == Receipt.payment_id)
        .where(Receipt.lease_id == lease_id)
        .order_by(Payment.taken_at.desc(), Receipt.id)
    )
    return [
        PaperView(
            kind="payment_receipt",
            detail=receipt.kind,
            period=None,
            receipt_id=receipt.id,
            number=receipt.canonical or receipt.number,
            cents=payment.amount_cents,
            allowed=True,
            reason_code="",
            at=payment.taken_at,
        )
        for receipt, payment in rows
    ]


def _terms(session: Session, lease_id: str, at: datetime) -> list[PaperView]:
    known = ledger_of(session, lease_id)
    gate = decisions(session, known, local_day(at))
    newest = sorted(known.terms, key=lambda term: term.period, reverse=True)[:TERMS_SHOWN]
    views = []
    for term in newest:
        decision = gate[term.period]
        allowed = decision.kind is PaperKind.RENT_RECEIPT
        views.append(
            PaperView(
                kind="rent_receipt",
                detail=decision.kind.value,
                period=term.period,
                receipt_id=None,
                number=number_of(lease_id, term.period),
                cents=term.due_cents,
                allowed=allowed,
                reason_code="" if allowed else decision.reason_code,
            )
        )
    return views
