"""A lease: the contract between the landlord and its holders for one dwelling."""

from datetime import date
from typing import Final

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import LEASE_BY_ID, Personal, Urgency, counters, kiosks
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import LEASE_FILE_RETENTION_YEARS

THE_BANKS: Final = ("debit_day", "iban", "bic", "mandate_reference", "mandate_signed_on")
"""Nothing at a kiosk asks for the tenant's bank."""


class Lease(
    Synced,
    Entity,
    owner=LEASE_BY_ID,
    personal=Personal.TENANT,
    kept=LEASE_FILE_RETENTION_YEARS,
    held_by=(counters(), kiosks(hidden=THE_BANKS)),
    urgency=Urgency.FIRST,
):
    """`id` is the contract number that tenants read on their letters. Amounts are monthly, in cents.

    The bank's columns are empty at kiosks.
    """

    __tablename__ = "lease"
    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    dwelling_id: Mapped[str]
    holder_id: Mapped[str]
    co_holder_id: Mapped[str | None]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    kind: Mapped[str]
    deposit_cents: Mapped[int]
    rent_cents: Mapped[int]
    charges_cents: Mapped[int]
    housing_benefit_cents: Mapped[int]
    solidarity_reduction_cents: Mapped[int]
    solidarity_supplement_cents: Mapped[int]
    payment_means: Mapped[str]
    debit_day: Mapped[int | None]
    iban: Mapped[str | None]
    bic: Mapped[str | None]
    mandate_reference: Mapped[str | None]
    mandate_signed_on: Mapped[date | None]
    insurer: Mapped[str]
    insurance_policy: Mapped[str]
    insured_until: Mapped[date | None]

    @classmethod
    def extra_indexes(cls) -> tuple[Index, ...]:
        return (
            Index("ix_lease_holder", "holder_id"),
            Index("ix_lease_co_holder", "co_holder_id"),
            Index("ix_lease_dwelling", "dwelling_id"),
        )
