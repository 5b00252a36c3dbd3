"""The stored lines of a lease's ledger in the form the rules read; nothing else turns one into the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desktop.models.ledger_entry import LedgerEntry
from desktop.models.payment import PaymentAllocation
from desktop.models.payment_match import PaymentMatch
from desktop.models.unread_ledger import UnreadLedger
from desktop.rules import ledger
from desktop.rules.allocation import shared_out

_MATCHES = (
    select(PaymentMatch.payment_id, PaymentMatch.line_id, PaymentMatch.amount_cents, PaymentMatch.doubtful)
    .where(PaymentMatch.lease_id == bindparam("lease"))
    .order_by(PaymentMatch.payment_id, PaymentMatch.line_id)
)


@dataclass(frozen=True)
class LeaseLedger:
    """All lines of one lease, oldest first, and what the payers named. Amounts in cents.

    `payment_ids`: by line, the payment taken here that it is, its own line or the landlord's; the first one
    where it is several. `doubtful`: the landlord's lines of which a person must say whether they are.
    `unread`: one more line is in the landlord's accounts, which could not be read.
    """

    lines: tuple[ledger.Line, ...]
    payment_ids: dict[str, str]
    allocations: ledger.Allocations
    unread: bool = False
    doubtful: frozenset[str] = frozenset()

    @property
    def balance_cents(self) -> int:
        """Above zero when the tenant owes."""
        return ledger.balance(self.lines)

    @property
    def terms(self) -> tuple[ledger.Term, ...]:
        """What each month asks and what is paid of it, oldest due first."""
        return self._statement.terms

    @property
    def credit_cents(self) -> int:
        """Money that no term asks for yet."""
        return self._statement.credit_cents

    @cached_property
    def _statement(self) -> ledger.Reckoning:
        return ledger.reckon(self.lines, self.allocations)


def ledger_of(session: Session, lease_id: str) -> LeaseLedger:
    """The ledger of a lease; empty when there is none."""
    rows = session.execute(
        select(
            LedgerEntry.id,
            LedgerEntry.posted_on,
            LedgerEntry.period,
            LedgerEntry.operation,
            LedgerEntry.label,
            LedgerEntry.debit_cents,
            LedgerEntry.credit_cents,
            LedgerEntry.payment_id,
        )
        .where(LedgerEntry.lease_id == lease_id)
        .order_by(LedgerEntry.posted_on, LedgerEntry.id)
    ).all()
    lines = tuple(ledger.Line(*row[:-1]) for row in rows)
    parts = [(row.payment_id, row.id, row.credit_cents) for row in rows if row.payment_id is not None]
    matches = session.execute(_MATCHES, {"lease": lease_id}).all()
    parts += [(payment_id, line_id, cents) for payment_id, line_id, cents, _ in matches]
    unread = session.get(UnreadLedger, lease_id) is not None
    return LeaseLedger(
        lines,
        {line_id: payment_id for payment_id, line_id, _ in reversed(parts)},
        _named(session, lease_id, parts),
        unread,
        frozenset(line_id for _, line_id, _, doubtful in matches if doubtful),
    )


def _named(session: Session, lease_id: str, parts: list[tuple[str, str, int]]) -> ledger.Allocations:
    """What payers said they pay, by ledger line; parts that the law allotted instead are left to the rule."""
    rows = session.execute(
        select(PaymentAllocation.payment_id, PaymentAllocation.period, PaymentAllocation.amount_cents)
        .where(PaymentAllocation.lease_id == lease_id, PaymentAllocation.stated)
        .order_by(PaymentAllocation.period)
    )
    by_payment: dict[str, list[tuple[str, int]]] = {}
    for payment_id, period, cents in rows:
        by_payment.setdefault(payment_id, []).append((period, cents))
    return named_by_line(by_payment, parts)


def named_by_line(
    by_payment: dict[str, list[tuple[str, int]]], parts: Iterable[tuple[str, str, int]]
) -> dict[str, list[tuple[str, int]]]:
    """What each payment's payer named, by ledger line; `parts`: payment, line, and cents it is of it."""
    lines: dict[str, list[tuple[str, int]]] = {}
    for payment_id, line_id, cents in parts:
        if payment_id in by_payment:
            lines.setdefault(payment_id, []).append((line_id, cents))
    named: dict[str, list[tuple[str, int]]] = {}
    for payment_id, theirs in lines.items():
        for line_id, periods in shared_out(by_payment[payment_id], theirs).items():
            named.setdefault(line_id, []).extend(periods)
    return named
