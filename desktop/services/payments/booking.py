"""Writes money that came in into the books: payment, allocations, ledger line and receipt, all or nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desktop.models.among import Among
from desktop.models.ledger_entry import LedgerEntry
from desktop.models.new_rows import insert_rows
from desktop.models.payment import Payment, PaymentAllocation
from desktop.models.receipt import Receipt
from desktop.rules.allocation import Allocation
from desktop.rules.ledger import Operation
from desktop.rules.means import Means
from desktop.rules.receipt_gate import papers_for_payment
from desktop.services.command import Context, Run
from desktop.services.days import local_day
from desktop.services.payments.lease_books import LeaseBooks
from desktop.services.payments.receipt_numbers import last_number, numbered, prefix_of

_PAPER = {uncleared: papers_for_payment((), uncleared=uncleared)[0].kind.value for uncleared in (False, True)}
"""Which paper proves a payment, by whether it may still bounce."""

_PAYMENT, _RECEIPT = Payment.__table__.c, Receipt.__table__.c
_BOOKED = (
    select(
        _PAYMENT.id,
        _PAYMENT.amount_cents,
        _PAYMENT.tendered_cents,
        _PAYMENT.credit_cents,
        _RECEIPT.id.label("receipt_id"),
        _RECEIPT.number,
        _RECEIPT.kind,
        _RECEIPT.balance_after_cents,
    )
    .join_from(Payment.__table__, Receipt.__table__, _RECEIPT.payment_id == _PAYMENT.id)
    .where(Among(_PAYMENT.id, bindparam("ids")))
)


@dataclass(frozen=True, slots=True)
class Received:
    """Money that came in. Cents; `balance_before_cents` is what the receipt says was owed before."""

    lease_id: str
    scope: str
    means: Means
    amount_cents: int
    periods: tuple[str, ...]
    taken_at: datetime
    balance_before_cents: int
    tendered_cents: int | None = None
    reference: str = ""
    card_last4: str = ""


@dataclass
class Booking:
    """Books payments one after the other in memory, and writes their rows all at once."""

    session: Session
    _payments: list[dict[str, Any]] = field(default_factory=list)
    _receipts: list[dict[str, Any]] = field(default_factory=list)
    _lines: list[dict[str, Any]] = field(default_factory=list)
    _parts: list[dict[str, Any]] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    def add(self, context: Context, books: LeaseBooks, money: Received) -> dict[str, Any]:
        """Answers what `already_booked` would; `books` are the lease's, and then know of it."""
        allocation = books.allocation(money.amount_cents, money.periods)
        payment, day = _payment(context, money, allocation), local_day(money.taken_at)
        receipt = self._receipt(context, payment, money.balance_before_cents, day)
        self._payments.append(payment)
        self._receipts.append(receipt)
        self._lines.append(ledger_line(payment, day))
        self._parts += _allocations(payment, allocation, context)
        books.add(payment["id"], day, money.means, money.amount_cents, allocation)
        return _result({**receipt, **payment, "receipt_id": receipt["id"]})

    def write(self) -> None:
        """Writes all rows, so that queries see them."""
        insert_rows(self.session, Payment, self._payments)
        insert_rows(self.session, Receipt, self._receipts)
        insert_rows(self.session, LedgerEntry, self._lines)
        insert_rows(self.session, PaymentAllocation, self._parts)

    def _receipt(
        self, context: Context, payment: dict[str, Any], before_cents: int, day: date
    ) -> dict[str, Any]:
        scope = payment["scope"]
        return {
            "id": context.new_id("receipt"),
            "scope": scope,
            "payment_id": payment["id"],
            "lease_id": payment["lease_id"],
            "kind": _PAPER[Means(payment["means"]).may_bounce],
            "number": f"{context.device_code}-{context.receipt_no:06d}",
            "canonical": self._next_canonical(scope, day) if context.run is Run.AUTHORITY else None,
            "issued_at": context.at,
            "balance_before_cents": before_cents,
            "balance_after_cents": before_cents - payment["amount_cents"],
        }

    def _next_canonical(self, scope: str, day: date) -> str:
        """The agency's next number of the year, without gaps: central gives one at a time."""
        prefix = prefix_of(scope, day.year)
        if prefix not in self._numbers:
            self._numbers[prefix] = last_number(self.session, prefix)
        self._numbers[prefix] += 1
        return numbered(prefix, self._numbers[prefix])


def book(session: Session, context: Context, books: LeaseBooks, money: Received) -> dict[str, Any]:
    """Books and writes one payment; answers what `already_booked` would."""
    booking = Booking(session)
    result = booking.add(context, books, money)
    booking.write()
    return result


def already_booked(session: Session, context: Context) -> dict[str, Any] | None:
    """What this very command booked when it ran before, or None."""
    return booked_before(session, [context]).get(context.new_id("payment"))


def booked_before(session: Session, contexts: Iterable[Context]) -> dict[str, dict[str, Any]]:
    """By the id of the payment, what these very commands booked when they ran before."""
    ids = [context.new_id("payment") for context in contexts]
    session.flush()
    return {
        row["id"]: _result(dict(row))
        for row in session.connection().execute(_BOOKED, {"ids": ids}).mappings()
    }


def _result(booked: Mapping[str, Any]) -> dict[str, Any]:
    tendered = booked["tendered_cents"]
    return {
        "payment_id": booked["id"],
        "receipt_id": booked["receipt_id"],
        "number": booked["number"],
        "kind": booked["kind"],
        "change_cents": 0 if tendered is None else tendered - booked["amount_cents"],
        "balance_cents": booked["balance_after_cents"],
        "credit_cents": booked["credit_cents"],
    }


def _payment(context: Context, money: Received, allocation: Allocation) -> dict[str, Any]:
    return {
        "id": context.new_id("payment"),
        "scope": money.scope,
        "lease_id": money.lease_id,
        "means": money.means.value,
        "amount_cents": money.amount_cents,
        "tendered_cents": money.tendered_cents,
        "reference": money.reference,
        "card_last4": money.card_last4,
        "taken_at": money.taken_at,
        "device_id": context.device_id,
        "actor": context.actor,
        "credit_cents": allocation.credit_cents,
        "unproven": bool(context.doubt),
    }


def ledger_line(payment: Mapping[str, Any], day: date) -> dict[str, Any]:
    """The line of a payment. As in the ERP its period is the month it came in, not the one it pays.

    `payment`: id, scope, lease_id, means and amount_cents.
    """
    return {
        "id": payment["id"],
        "scope": payment["scope"],
        "lease_id": payment["lease_id"],
        "posted_on": day,
        "period": f"{day:%Y-%m}",
        "operation": Operation.PAYMENT.value,
        "label": Means(payment["means"]).facts.label,
        "debit_cents": 0,
        "credit_cents": payment["amount_cents"],
        "payment_id": payment["id"],
    }


def _allocations(payment: dict[str, Any], allocation: Allocation, context: Context) -> list[dict[str, Any]]:
    return [
        {
            "id": context.new_id(f"allocation {part.period}"),
            "scope": payment["scope"],
            "payment_id": payment["id"],
            "lease_id": payment["lease_id"],
            "period": part.period,
            "amount_cents": part.cents,
            "stated": part.stated,
        }
        for part in allocation.parts
    ]
