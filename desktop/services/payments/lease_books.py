"""What payments must know of their leases before they are booked, asked for all leases at once."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import Any, cast

from sqlalchemy import (
    BindParameter,
    Select,
    String,
    bindparam,
    case,
    func,
    literal_column,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from desktop.models.among import Among
from desktop.models.ledger_entry import LedgerEntry
from desktop.models.payment import Payment, PaymentAllocation
from desktop.models.payment_match import PaymentMatch
from desktop.rules.allocation import CREDIT, Allocation, allocate
from desktop.rules.ledger import Line, Operation
from desktop.rules.means import Means
from desktop.rules.standing import Standing, standing, standing_of_sums
from desktop.services.ledger.ledger import named_by_line

_LINE = LedgerEntry.__table__.c
_PART = PaymentAllocation.__table__.c
_PAYMENT = Payment.__table__.c
_MATCH = PaymentMatch.__table__.c
_DAY = type_coerce(_LINE.posted_on, String)
_LEASES: BindParameter[Any] = bindparam("leases")
_CAPPED = frozenset(means.value for means in Means if means.facts.capped)
_IS_CAPPED = _PAYMENT.means.in_(literal_column(f"'{means}'") for means in sorted(_CAPPED))
_IS_PAYMENT = _LINE.operation == literal_column(f"'{Operation.PAYMENT.value}'")
_NET = _LINE.debit_cents - _LINE.credit_cents
_BALANCES = (
    select(_LINE.lease_id, func.sum(_NET)).where(Among(_LINE.lease_id, _LEASES)).group_by(_LINE.lease_id)
)
_DEMANDS = (
    select(
        _LINE.lease_id,
        _LINE.period,
        func.sum(_NET),
        func.coalesce(func.min(case((_LINE.debit_cents > 0, _DAY))), func.min(_DAY)),
    )
    .where(Among(_LINE.lease_id, _LEASES), ~_IS_PAYMENT)
    .group_by(_LINE.lease_id, _LINE.period)
)
_LINES = select(
    _LINE.id,
    _LINE.posted_on,
    _LINE.period,
    _LINE.operation,
    _LINE.label,
    _LINE.debit_cents,
    _LINE.credit_cents,
).where(_LINE.lease_id == bindparam("lease"))
_PARTS = (
    select(_PART.lease_id, _PART.payment_id, _PART.period, _PART.amount_cents, _PART.stated, _PAYMENT.means)
    .outerjoin_from(PaymentAllocation.__table__, Payment.__table__, _PAYMENT.id == _PART.payment_id)
    .where(Among(_PART.lease_id, _LEASES))
    .order_by(_PART.period)
)
_LINES_OF_PAYMENTS = select(_LINE.lease_id, _LINE.payment_id, _LINE.id, _LINE.credit_cents).where(
    Among(_LINE.lease_id, _LEASES), _LINE.payment_id.is_not(None)
)
_MATCHED_LINES = (
    select(_MATCH.lease_id, _MATCH.payment_id, _MATCH.line_id, _MATCH.amount_cents)
    .where(Among(_MATCH.lease_id, _LEASES))
    .order_by(_MATCH.payment_id, _MATCH.line_id)
)
_CASH_CREDIT = (
    select(_PAYMENT.lease_id, func.sum(_PAYMENT.credit_cents))
    .where(
        Among(_PAYMENT.lease_id, _LEASES),
        _IS_CAPPED,
    )
    .group_by(_PAYMENT.lease_id)
)
"""Questions are put together once: that takes longer than to answer them for one lease."""


@dataclass
class LeaseBooks:
    """The books of one lease in memory; a payment that is booked is added, so that the next one sees it.

    `demands`: for each period what it asks in all, and the day (ISO) it is due; not looked at where nothing
    is owed. `load` reads the lines themselves, which are wanted only when some payer named a term, or more
    bounced than came in.
    """

    load: Callable[[], Iterable[Line]]
    balance_cents: int = 0
    demands: dict[str, tuple[int, str]] = field(default_factory=dict)
    named: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    cash: dict[str, int] = field(default_factory=dict)
    cash_credit_cents: int = 0
    _added: list[Line] = field(default_factory=list)
    _allocations: dict[tuple[int, tuple[str, ...]], Allocation] = field(default_factory=dict)

    @cached_property
    def standing(self) -> Standing:
        """What is open, the credit and the balance."""
        summed = None if self.named else standing_of_sums(self.demands, self.balance_cents)
        return summed or standing(self.lines.values(), self.named)

    @cached_property
    def lines(self) -> dict[str, Line]:
        """All lines by id."""
        return {line.id: line for line in (*self.load(), *self._added)}

    def allocation(self, cents: int, periods: Sequence[str]) -> Allocation:
        """What so much money would settle now; asked again, it is not worked out again."""
        asked = (cents, tuple(periods))
        if asked not in self._allocations:
            self._allocations[asked] = allocate(self.standing.terms, cents, periods)
        return self._allocations[asked]

    def cash_so_far(self) -> dict[str, int]:
        """Cash already taken at stations, for each term and for the credit that no term has used up yet."""
        return self.cash | {CREDIT: min(self.cash_credit_cents, self.standing.credit_cents)}

    def add(self, payment_id: str, day: date, means: str, cents: int, allocation: Allocation) -> None:
        """A payment was booked, under a ledger line with the payment's own id."""
        line = Line(payment_id, day, f"{day:%Y-%m}", Operation.PAYMENT.value, "", 0, cents)
        self._added.append(line)
        self.balance_cents -= cents
        stated = sorted((part.period, part.cents) for part in allocation.parts if part.stated)
        if stated:
            self.named[payment_id] = stated
        if means in _CAPPED:
            self.cash_credit_cents += allocation.credit_cents
            for part in allocation.parts:
                self.cash[part.period] = self.cash.get(part.period, 0) + part.cents
        self.__dict__.pop("standing", None)
        self.__dict__.pop("lines", None)
        self._allocations.clear()


def books_of(session: Session, lease_ids: Collection[str]) -> dict[str, LeaseBooks]:
    """The books of each of these leases; empty ones when there is no line."""
    session.flush()
    books = {lease_id: LeaseBooks(partial(_lines, session, lease_id)) for lease_id in lease_ids}
    _read_balances(session, books)
    _read_parts(session, books)
    _read_cash_credit(session, books)
    return books


def _read_balances(session: Session, books: dict[str, LeaseBooks]) -> None:
    """To add up all lines takes a fraction of sorting them by period; many who pay owe nothing by then."""
    for lease_id, balance in _fetch(session, _BALANCES, books):
        books[lease_id].balance_cents = int(balance)
    owing = [lease_id for lease_id, of_lease in books.items() if of_lease.balance_cents > 0]
    if not owing:
        return
    for lease_id, period, net, due in _fetch(session, _DEMANDS, owing):
        books[lease_id].demands[period] = (int(net), due)


def _lines(session: Session, lease_id: str) -> Iterable[Line]:
    return (Line(*row) for row in session.execute(_LINES, {"lease": lease_id}))


def _read_parts(session: Session, books: dict[str, LeaseBooks]) -> None:
    """What payers named, by ledger line, and what of each term was paid in cash."""
    stated: dict[str, dict[str, list[tuple[str, int]]]] = {}
    for lease_id, payment_id, period, cents, is_stated, means in _fetch(session, _PARTS, books):
        if is_stated:
            stated.setdefault(lease_id, {}).setdefault(payment_id, []).append((period, cents))
        if means in _CAPPED:
            cash = books[lease_id].cash
            cash[period] = cash.get(period, 0) + cents
    if stated:
        _read_named(session, books, stated)


def _read_named(
    session: Session, books: dict[str, LeaseBooks], stated: dict[str, dict[str, list[tuple[str, int]]]]
) -> None:
    parts: dict[str, list[tuple[str, str, int]]] = {lease_id: [] for lease_id in stated}
    for question in (_LINES_OF_PAYMENTS, _MATCHED_LINES):
        for lease_id, *part in _fetch(session, question, stated):
            parts[lease_id].append(tuple(part))
    for lease_id, named in stated.items():
        books[lease_id].named = named_by_line(named, parts[lease_id])


def _read_cash_credit(session: Session, books: dict[str, LeaseBooks]) -> None:
    for lease_id, cents in _fetch(session, _CASH_CREDIT, books):
        books[lease_id].cash_credit_cents = int(cents)


def _fetch(session: Session, query: Select[Any], leases: Collection[str]) -> Iterable[Any]:
    """The rows as the driver gives them: these columns are stored as they are used."""
    found = session.connection().execute(query, {"leases": list(leases)})
    try:
        return cast("Any", found.cursor).fetchall()  # type: ignore[no-any-return]
    finally:
        found.close()
