"""A charge on a card terminal, written down before the terminal is asked."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import LEASE_BY_LEASE_ID, Personal, Urgency, counters, kiosks
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import VOUCHER_RETENTION_YEARS


class CardCharge(
    Synced,
    Entity,
    owner=LEASE_BY_LEASE_ID,
    personal=Personal.TENANT | Personal.STAFF,
    kept=VOUCHER_RETENTION_YEARS,
    held_by=(counters(), kiosks()),
    urgency=Urgency.LATER,
):
    """`state`: sent, approved, declined, cancelled, not_sent, unknown, resolved_paid, resolved_not_paid.

    `authorisation` and `card_last4` are the terminal's evidence that the card paid, as is `contract`, the
    landlord's with its bank. While a lease has a charge that is sent or unknown, no other charge is started
    for it.
    """

    __tablename__ = "card_charge"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    lease_id: Mapped[str]
    amount_cents: Mapped[int]
    periods: Mapped[str]
    state: Mapped[str]
    detail: Mapped[str]
    authorisation: Mapped[str]
    card_last4: Mapped[str]
    started_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    device_id: Mapped[str]
    actor: Mapped[str]
    payment_id: Mapped[str | None]
    resolved_by: Mapped[str | None]
    resolution: Mapped[str]
    contract: Mapped[str] = mapped_column(default="", server_default="")

    @classmethod
    def extra_indexes(cls) -> tuple[Index, ...]:
        return (
            Index("ix_card_charge_lease", "lease_id", "state"),
            Index("ix_card_charge_authorisation", "authorisation"),
        )
