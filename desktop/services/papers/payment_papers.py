"""The receipt of a payment, as it was on the day it was taken."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.documents.language.wording import Wording
from desktop.documents.payment.payment_record import (
    AllocationLine,
    AllocationOrder,
    Outlook,
    PaidBy,
    PaymentReceipt,
    Portion,
)
from desktop.documents.seal import Duplicate
from desktop.errors import Refused
from desktop.models.device import Device
from desktop.models.payment import Payment, PaymentAllocation
from desktop.models.receipt import Receipt
from desktop.models.staff import Staff
from desktop.rules.duplicate import Issue
from desktop.rules.ledger import Line
from desktop.rules.means import Means
from desktop.rules.receipt_gate import PaperKind
from desktop.rules.references import in_fours, make_reference
from desktop.rules.role import Role
from desktop.rules.station_kind import StationKind
from desktop.services.actors import STAFF, read_actor
from desktop.services.days import local_day
from desktop.services.entry import Who
from desktop.services.ledger.ledger import LeaseLedger, ledger_of
from desktop.services.ledger.terms import decisions
from desktop.services.papers.paper_parties import parties_of
from desktop.services.papers.printable import About, Copies, Occasion, PaperLayout, Printable
from desktop.services.people import lease_known


@dataclass(frozen=True, slots=True)
class ReceiptOf:
    """Asks for the receipt of a payment."""

    receipt_id: str


def payment_receipt(
    session: Session,
    receipt_id: str,
    *,
    duplicate: Duplicate | None = None,
    as_of: datetime | None = None,
) -> PaymentReceipt:
    """The receipt of a payment; `duplicate` when it is not the original.

    `as_of`: when the station last heard of the account, if that was before the payment. Raises Refused:
    receipt_unknown, lease_unknown.
    """
    receipt = session.get(Receipt, receipt_id)
    payment = session.get(Payment, receipt.payment_id) if receipt is not None else None
    if receipt is None or payment is None:
        raise Refused("receipt_unknown")
    lease = lease_known(session, payment.lease_id)
    then = _ledger_then(session, payment)
    parts = _parts(session, payment)
    uncleared = receipt.kind == PaperKind.PAYMENT_RECEIPT_UNCLEARED
    device = session.get(Device, payment.device_id)
    return PaymentReceipt(
        parties=parties_of(session, lease),
        station_number=receipt.number,
        number=receipt.canonical,
        received_at=payment.taken_at,
        paid_by=_paid_by(payment),
        cents=payment.amount_cents,
        allocations=_allocations(payment, parts, then),
        order=AllocationOrder.STATED if any(part.stated for part in parts) else AllocationOrder.LEGAL,
        balance_before_cents=receipt.balance_before_cents,
        balance_as_of=min(as_of or payment.taken_at, payment.taken_at),
        taken_by=_taken_by(session, payment, device),
        at_kiosk=device.kind == "kiosk" if device else read_actor(payment.actor).kind != STAFF,
        reference=in_fours(make_reference(lease.id)),
        subject_to_clearing=uncleared,
        outlook=Outlook.AFTER_CLEARING if uncleared else _outlook(session, payment, parts, then),
        duplicate=duplicate,
    )


def _ledger_then(session: Session, payment: Payment) -> LeaseLedger:
    """The ledger as it stood once this payment was in: a duplicate says what the original said."""
    later = set(
        session.scalars(
            select(Payment.id).where(
                Payment.lease_id == payment.lease_id, Payment.taken_at > payment.taken_at
            )
        )
    )
    known = ledger_of(session, payment.lease_id)
    day = local_day(payment.taken_at)
    lines = tuple(
        line for line in known.lines if _was_there(line, known.payment_ids.get(line.id), day, later)
    )
    return replace(known, lines=lines)


def _was_there(line: Line, payment_id: str | None, day: date, later: set[str]) -> bool:
    """A payment was there from its own day on, however late the landlord's accounts say so."""
    if payment_id is None or line.net_cents > 0:
        return line.posted_on <= day
    return payment_id not in later


def _parts(session: Session, payment: Payment) -> list[PaymentAllocation]:
    found = select(PaymentAllocation).where(PaymentAllocation.payment_id == payment.id)
    return list(session.scalars(found.order_by(PaymentAllocation.period)))


def _allocations(
    payment: Payment, parts: list[PaymentAllocation], then: LeaseLedger
) -> tuple[AllocationLine, ...]:
    left = {term.period: term.open_cents for term in then.terms}
    settled = [
        AllocationLine(
            portion=Portion.TERM,
            cents=part.amount_cents,
            period=part.period,
            remaining_cents=left.get(part.period),
        )
        for part in parts
    ]
    if payment.credit_cents:
        settled.append(AllocationLine(portion=Portion.ADVANCE, cents=payment.credit_cents))
    return tuple(settled)


def _outlook(
    session: Session, payment: Payment, parts: list[PaymentAllocation], then: LeaseLedger
) -> Outlook:
    """When a rent receipt can be had for a term this payment touched."""
    gate = decisions(session, then, local_day(payment.taken_at))
    touched = [gate[part.period] for part in parts if part.period in gate]
    if any(decision.kind is PaperKind.RENT_RECEIPT for decision in touched):
        return Outlook.READY
    if any(decision.reason_code == "unproven" for decision in touched):
        return Outlook.AFTER_CONFIRMATION
    if any(decision.reason_code == "unread" for decision in touched):
        return Outlook.AFTER_READING
    if any(decision.reason_code == "uncleared" for decision in touched):
        return Outlook.AFTER_CLEARING
    return Outlook.WHEN_PAID_IN_FULL


def _paid_by(payment: Payment) -> PaidBy:
    means = Means(payment.means)
    if means is Means.CHEQUE:
        number, _, bank = payment.reference.partition(" ")
        return PaidBy(means=means, cheque_number=number, cheque_bank=bank)
    return PaidBy(means=means, card_last4=payment.card_last4, authorisation=payment.reference)


def _taken_by(session: Session, payment: Payment, device: Device | None) -> str:
    """At a counter the name of who took it, at a kiosk the kiosk's code."""
    actor = read_actor(payment.actor)
    if actor.kind == STAFF:
        member = session.get(Staff, actor.name)
        return member.name if member is not None else actor.name
    return device.code if device is not None else ""


def _about(session: Session, asked: ReceiptOf, device_id: str) -> About:
    receipt = session.get(Receipt, asked.receipt_id)
    payment = session.get(Payment, receipt.payment_id) if receipt is not None else None
    if receipt is None or payment is None:
        raise Refused("receipt_unknown")
    here = payment.device_id == device_id
    issue = Issue(receipt.issued_at, local_day(receipt.issued_at), here)
    return About(receipt.lease_id, receipt.id, receipt.canonical or receipt.number, issue)


def _facts(session: Session, asked: ReceiptOf, occasion: Occasion) -> PaymentReceipt:
    return payment_receipt(session, asked.receipt_id, duplicate=occasion.duplicate, as_of=occasion.as_of)


def _drawn(receipt: PaymentReceipt, wording: Wording, layout: PaperLayout) -> bytes:
    from desktop.documents.payment.payment_receipt import payment_receipt_pdf  # noqa: PLC0415 (first paper)

    return payment_receipt_pdf(receipt, wording, layout.value)


def _proves(receipt: PaymentReceipt) -> dict[str, Any]:
    return {
        "number": receipt.station_number,
        "lease": receipt.parties.lease_number,
        "cents": receipt.cents,
        "at": receipt.received_at.isoformat(timespec="seconds"),
    }


PAPER = Printable(
    name="payment_receipt",
    asked=ReceiptOf,
    about=_about,
    facts=_facts,
    draw=_drawn,
    layouts=frozenset({PaperLayout.A4, PaperLayout.ROLL}),
    seal=_proves,
    copies=Copies.MARKED,
    by={StationKind.KIOSK: frozenset({Who.TENANT}), StationKind.COUNTER: frozenset(Role)},
)
