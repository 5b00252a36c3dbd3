"""That a line of the landlord's accounts is a payment of ours, coming back."""

from sqlalchemy import Index, String, false
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import LEASE_BY_LEASE_ID, Personal, Urgency, counters, kiosks
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import VOUCHER_RETENTION_YEARS


class PaymentMatch(
    Synced,
    Entity,
    owner=LEASE_BY_LEASE_ID,
    personal=Personal.TENANT,
    kept=VOUCHER_RETENTION_YEARS,
    held_by=(counters(), kiosks()),
    urgency=Urgency.LATER,
):
    """`lease_id` is the line's lease; `amount_cents`: how much of the payment the line is, below zero when it
    came back unpaid. The payment's own ledger line stands for what no match accounts for, and is gone with
    the last of it: a payment counts once.

    `how`: what tells (reference, near, means, split, other_lease, person); `doubtful`: a person must look.
    """

    __tablename__ = "payment_match"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    payment_id: Mapped[str] = mapped_column(String(36))
    line_id: Mapped[str] = mapped_column(String(40))
    lease_id: Mapped[str]
    amount_cents: Mapped[int]
    how: Mapped[str] = mapped_column(String(16))
    doubtful: Mapped[bool] = mapped_column(default=False, server_default=false())

    @classmethod
    def extra_indexes(cls) -> tuple[Index, ...]:
        return (
            Index("ix_payment_match_payment", "payment_id"),
            Index("ix_payment_match_lease", "lease_id"),
        )
