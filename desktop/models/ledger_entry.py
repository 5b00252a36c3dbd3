"""A line of a lease's rent ledger."""

from datetime import date

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import LEASE_BY_LEASE_ID, Personal, Urgency, counters, kiosks
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import VOUCHER_RETENTION_YEARS


class LedgerEntry(
    Synced,
    Entity,
    owner=LEASE_BY_LEASE_ID,
    personal=Personal.TENANT,
    kept=VOUCHER_RETENTION_YEARS,
    held_by=(counters(), kiosks()),
    urgency=Urgency.LAST,
):
    """`id` is the ERP's line number, or the payment's id for a line that a payment made here.

    Cents; a balance is the sum of debits minus credits, above zero when the tenant owes.
    """

    __tablename__ = "ledger_entry"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    lease_id: Mapped[str]
    posted_on: Mapped[date]
    period: Mapped[str] = mapped_column(String(7))
    operation: Mapped[str]
    label: Mapped[str]
    debit_cents: Mapped[int]
    credit_cents: Mapped[int]
    payment_id: Mapped[str | None]

    @classmethod
    def extra_indexes(cls) -> tuple[Index, ...]:
        return (Index("ix_ledger_entry_lease", "lease_id", "posted_on"),)
