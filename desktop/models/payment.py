"""A payment taken at a station, and what it was said to pay."""

from datetime import datetime

from sqlalchemy import Index, String, false
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import LEASE_BY_LEASE_ID, Personal, Urgency, counters, kiosks
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import VOUCHER_RETENTION_YEARS


class Payment(
    Synced,
    Entity,
    owner=LEASE_BY_LEASE_ID,
    personal=Personal.TENANT | Personal.STAFF,
    kept=VOUCHER_RETENTION_YEARS,
    held_by=(counters(), kiosks()),
    urgency=Urgency.LATER,
):
    """Never changed once made, but for `unproven`: a correction is another payment with a negative amount.

    `means`: cash, cheque or card. `reference`: cheque number and bank, or the card's authorisation.
    `unproven`: a warning stands against who took it, or against its proof; until a person confirms it, it
    lowers what is owed but proves no term paid.
    """

    __tablename__ = "payment"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    lease_id: Mapped[str]
    means: Mapped[str]
    amount_cents: Mapped[int]
    tendered_cents: Mapped[int | None]
    reference: Mapped[str]
    card_last4: Mapped[str]
    taken_at: Mapped[datetime]
    device_id: Mapped[str]
    actor: Mapped[str]
    credit_cents: Mapped[int]
    unproven: Mapped[bool] = mapped_column(default=False, server_default=false())

    @classmethod
    def extra_indexes(cls) -> tuple[Index, ...]:
        return (Index("ix_payment_lease", "lease_id", "taken_at"),)


class PaymentAllocation(
    Synced,
    Entity,
    owner=LEASE_BY_LEASE_ID,
    personal=Personal.TENANT,
    kept=VOUCHER_RETENTION_YEARS,
    held_by=(counters(), kiosks()),
    urgency=Urgency.LATER,
):
    """The part of a payment that settles one rent term; `stated` if the tenant named that term."""

    __tablename__ = "payment_allocation"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    payment_id: Mapped[str]
    lease_id: Mapped[str]
    period: Mapped[str] = mapped_column(String(7))
    amount_cents: Mapped[int]
    stated: Mapped[bool]

    @classmethod
    def extra_indexes(cls) -> tuple[Index, ...]:
        return (
            Index("ix_payment_allocation_payment", "payment_id"),
            Index("ix_payment_allocation_lease", "lease_id"),
        )
