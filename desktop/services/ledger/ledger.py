"""The stored lines of a lease's ledger in the form the rules read; nothing else turns one into the other."""

from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.ledger_entry import LedgerEntry
from desktop.models.payment import PaymentAllocation
from desktop.models.unread_ledger import UnreadLedger
from desktop.rules import ledger


@dataclass(frozen=True)
class LeaseLedger:
    """All lines of one lease, oldest first, and what the payers named. Amounts in cents.

    `unread`: one more line is in the landlord's accounts, which could not be read.
    """

    lines: tuple[ledger.Line, ...]
    payment_ids: dict[str, str]
    allocations: ledger.Allocations
    unread: bool = False

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
    payment_ids = {row.id: row.payment_id for row in rows if row.payment_id is not None}
    unread = session.get(UnreadLedger, lease_id) is not None
    return LeaseLedger(lines, payment_ids, _named(session, lease_id, payment_ids), unread)


def _named(session: Session, lease_id: str, payment_ids: dict[str, str]) -> ledger.Allocations:
    """What payers said they pay, by ledger line; parts that the law allotted instead are left to the rule."""
    rows = session.execute(
        select(PaymentAllocation.payment_id, PaymentAllocation.period, PaymentAllocation.amount_cents)
        .where(PaymentAllocation.lease_id == lease_id, PaymentAllocation.stated)
        .order_by(PaymentAllocation.period)
    )
    by_payment: dict[str, list[tuple[str, int]]] = {}
    for payment_id, period, cents in rows:
        by_payment.setdefault(payment_id, []).append((period, cents))
    return {line: by_payment[payment] for line, payment in payment_ids.items() if payment in by_payment}
