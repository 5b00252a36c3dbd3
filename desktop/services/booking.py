"""Writes money that came in into the books: payment, allocations, ledger line and receipt, all or nothing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.ledger_entry import LedgerEntry
from desktop.models.payment import Payment, PaymentAllocation
from desktop.models.receipt import Receipt
from desktop.rules.allocation import Allocation, allocate
from desktop.rules.ledger import Operation
from desktop.rules.receipt_gate import papers_for_payment
from desktop.services.command import Context, Stage
from desktop.services.days import local_day
from desktop.services.ledger import LeaseLedger

CASH, CHEQUE, CARD = "cash", "cheque", "card"

LABELS = {
    CASH: "Paiement en espèces",
    CHEQUE: "Paiement par chèque",
    CARD: "Paiement par carte bancaire",
}
"""The words of the ledger line, written as the landlord's accounts write theirs, in French."""


@dataclass(frozen=True, slots=True)
class Received:
    """Money that came in. Cents; `balance_before_cents` is what the receipt says was owed before."""

    lease_id: str
    scope: str
    means: str
    amount_cents: int
    periods: tuple[str, ...]
    taken_at: datetime
    balance_before_cents: int
    tendered_cents: int | None = None
    reference: str = ""
    card_last4: str = ""


def book(session: Session, context: Context, known: LeaseLedger, money: Received) -> dict[str, Any]:
    """Adds the rows and answers what `already_booked` would; `known` is the ledger before this payment."""
    allocation = allocate(known.terms, money.amount_cents, money.periods)
    payment = Payment(
        id=context.new_id("payment"),
        scope=money.scope,
        lease_id=money.lease_id,
        means=money.means,
        amount_cents=money.amount_cents,
        tendered_cents=money.tendered_cents,
        reference=money.reference,
        card_last4=money.card_last4,
        taken_at=money.taken_at,
        device_id=context.device_id,
        actor=context.actor,
        credit_cents=allocation.credit_cents,
    )
    receipt = _receipt(session, context, money, payment.id)
    session.add_all([payment, receipt, _ledger_line(payment), *_allocations(payment, allocation, context)])
    session.flush()
    return _result(payment, receipt)


def already_booked(session: Session, context: Context) -> dict[str, Any] | None:
    """What this very command booked when it ran before, or None."""
    payment = session.get(Payment, context.new_id("payment"))
    receipt = session.get(Receipt, context.new_id("receipt"))
    return _result(payment, receipt) if payment is not None and receipt is not None else None


def _result(payment: Payment, receipt: Receipt) -> dict[str, Any]:
    tendered = payment.amount_cents if payment.tendered_cents is None else payment.tendered_cents
    return {
        "payment_id": payment.id,
        "receipt_id": receipt.id,
        "number": receipt.number,
        "kind": receipt.kind,
        "change_cents": tendered - payment.amount_cents,
        "balance_cents": receipt.balance_after_cents,
        "credit_cents": payment.credit_cents,
    }


def _ledger_line(payment: Payment) -> LedgerEntry:
    """Like the ERP's own payments it bears the month it came in, not the one it pays."""
    day = local_day(payment.taken_at)
    return LedgerEntry(
        id=payment.id,
        scope=payment.scope,
        lease_id=payment.lease_id,
        posted_on=day,
        period=f"{day:%Y-%m}",
        operation=Operation.PAYMENT.value,
        label=LABELS[payment.means],
        debit_cents=0,
        credit_cents=payment.amount_cents,
        payment_id=payment.id,
    )


def _allocations(payment: Payment, allocation: Allocation, context: Context) -> list[PaymentAllocation]:
    return [
        PaymentAllocation(
            id=context.new_id(f"allocation {part.period}"),
            scope=payment.scope,
            payment_id=payment.id,
            lease_id=payment.lease_id,
            period=part.period,
            amount_cents=part.cents,
            stated=part.stated,
        )
        for part in allocation.parts
    ]


def _receipt(session: Session, context: Context, money: Received, payment_id: str) -> Receipt:
    kind = papers_for_payment((), uncleared=money.means == CHEQUE)[0].kind
    return Receipt(
        id=context.new_id("receipt"),
        scope=money.scope,
        payment_id=payment_id,
        lease_id=money.lease_id,
        kind=kind.value,
        number=f"{context.device_code}-{context.receipt_no:06d}",
        canonical=_next_canonical(session, money) if context.stage is Stage.AUTHORITY else None,
        issued_at=context.at,
        balance_before_cents=money.balance_before_cents,
        balance_after_cents=money.balance_before_cents - money.amount_cents,
    )


def _next_canonical(session: Session, money: Received) -> str:
    """The agency's next number of the year, without gaps: central gives one at a time."""
    prefix = f"{money.scope}-{local_day(money.taken_at).year}-"
    last = session.scalar(
        select(func.max(Receipt.canonical)).where(
            Receipt.canonical >= prefix, Receipt.canonical < f"{prefix}~"
        )
    )
    return f"{prefix}{int(last.removeprefix(prefix)) + 1 if last else 1:06d}"
