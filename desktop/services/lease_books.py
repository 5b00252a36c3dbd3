"""What payments must know of their leases before they are booked, asked for all leases at once."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, cast

from sqlalchemy import Select, String, func, select, type_coerce
from sqlalchemy.orm import Session

from desktop.models.ledger_entry import LedgerEntry
from desktop.models.payment import Payment, PaymentAllocation
from desktop.rules.allocation import CREDIT, Allocation
from desktop.rules.ledger import Operation
from desktop.rules.standing import BareLine, Standing, standing

CASH, CHEQUE, CARD = "cash", "cheque", "card"

_LINE = LedgerEntry.__table__.c
_PART = PaymentAllocation.__table__.c
_PAYMENT = Payment.__table__.c


@dataclass
class LeaseBooks:
    """The books of one lease in memory; a payment that is booked is added, so that the next one sees it."""

    lines: list[BareLine] = field(default_factory=list)
    named: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    cash: dict[str, int] = field(default_factory=dict)
    cash_credit_cents: int = 0

    @cached_property
    def standing(self) -> Standing:
        """What is open, the credit and the balance."""
        return standing(self.lines, self.named)

    def cash_so_far(self) -> dict[str, int]:
        """Cash already taken at stations, for each term and for the credit that no term has used up yet."""
        return self.cash | {CREDIT: min(self.cash_credit_cents, self.standing.credit_cents)}

    def add(self, payment_id: str, day: date, means: str, cents: int, allocation: Allocation) -> None:
        """A payment was booked, under a ledger line with the payment's own id."""
        line = (payment_id, day.isoformat(), f"{day:%Y-%m}", Operation.PAYMENT.value, 0, cents)
        self.lines.append(line)
        stated = sorted((part.period, part.cents) for part in allocation.parts if part.stated)
        if stated:
            self.named[payment_id] = stated
        if means == CASH:
            self.cash_credit_cents += allocation.credit_cents
            for part in allocation.parts:
                self.cash[part.period] = self.cash.get(part.period, 0) + part.cents
        self.__dict__.pop("standing", None)


def books_of(session: Session, lease_ids: Collection[str]) -> dict[str, LeaseBooks]:
    """The books of each of these leases; empty ones when there is no line."""
    session.flush()
    books = {lease_id: LeaseBooks() for lease_id in lease_ids}
    lines_of_payments = _read_lines(session, books)
    _read_parts(session, books, lines_of_payments)
    _read_cash_credit(session, books)
    return books


def _read_lines(session: Session, books: dict[str, LeaseBooks]) -> dict[tuple[str, str], list[str]]:
    """Also tells the ledger lines of each payment made at a station."""
    query = select(
        _LINE.lease_id,
        _LINE.payment_id,
        _LINE.id,
        type_coerce(_LINE.posted_on, String),
        _LINE.period,
        _LINE.operation,
        _LINE.debit_cents,
        _LINE.credit_cents,
    ).where(_LINE.lease_id.in_(books))
    lines = {lease_id: each.lines for lease_id, each in books.items()}
    made: dict[tuple[str, str], list[str]] = {}
    for lease_id, payment_id, *line in _fetch(session, query):
        lines[lease_id].append(tuple(line))
        if payment_id is not None:
            made.setdefault((lease_id, payment_id), []).append(line[0])
    return made


def _read_parts(
    session: Session, books: dict[str, LeaseBooks], lines: dict[tuple[str, str], list[str]]
) -> None:
    query = (
        select(
            _PART.lease_id, _PART.payment_id, _PART.period, _PART.amount_cents, _PART.stated, _PAYMENT.means
        )
        .outerjoin_from(PaymentAllocation.__table__, Payment.__table__, _PAYMENT.id == _PART.payment_id)
        .where(_PART.lease_id.in_(books))
        .order_by(_PART.period)
    )
    for lease_id, payment_id, period, cents, stated, means in _fetch(session, query):
        each = books[lease_id]
        for line_id in lines.get((lease_id, payment_id), ()) if stated else ():
            each.named.setdefault(line_id, []).append((period, cents))
        if means == CASH:
            each.cash[period] = each.cash.get(period, 0) + cents


def _read_cash_credit(session: Session, books: dict[str, LeaseBooks]) -> None:
    query = (
        select(_PAYMENT.lease_id, func.sum(_PAYMENT.credit_cents))
        .where(_PAYMENT.lease_id.in_(books), _PAYMENT.means == CASH)
        .group_by(_PAYMENT.lease_id)
    )
    for lease_id, cents in _fetch(session, query):
        books[lease_id].cash_credit_cents = int(cents)


def _fetch(session: Session, query: Select[Any]) -> Iterable[Any]:
    """The rows as the driver gives them: these columns are stored as they are used."""
    found = session.connection().execute(query)
    try:
        return cast("Any", found.cursor).fetchall()  # type: ignore[no-any-return]
    finally:
        found.close()
