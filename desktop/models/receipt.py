"""The paper that proves a payment, under the number printed on it."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import LEASE_BY_LEASE_ID, Personal, Urgency, counters, kiosks
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import VOUCHER_RETENTION_YEARS


class Receipt(
    Synced,
    Entity,
    owner=LEASE_BY_LEASE_ID,
    personal=Personal.TENANT,
    kept=VOUCHER_RETENTION_YEARS,
    held_by=(counters(), kiosks()),
    urgency=Urgency.LATER,
):
    """`number` is the one printed at the desk; `canonical` is central's, once it has confirmed.

    Central alone has an index on `canonical`, which lets each number be given once.
    """

    __tablename__ = "receipt"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    payment_id: Mapped[str]
    lease_id: Mapped[str]
    kind: Mapped[str]
    number: Mapped[str] = mapped_column(String(40))
    canonical: Mapped[str | None] = mapped_column(String(40))
    issued_at: Mapped[datetime]
    balance_before_cents: Mapped[int]
    balance_after_cents: Mapped[int]

    @classmethod
    def extra_indexes(cls) -> tuple[Index, ...]:
        return (Index("ix_receipt_payment", "payment_id"), Index("ix_receipt_lease", "lease_id"))
