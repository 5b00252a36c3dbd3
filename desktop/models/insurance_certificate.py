"""A certificate of the home's insurance that staff saw."""

from datetime import date, datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import LEASE_BY_LEASE_ID, Personal, Urgency, counters, kiosks
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import LEASE_FILE_RETENTION_YEARS


class InsuranceCertificate(
    Synced,
    Entity,
    owner=LEASE_BY_LEASE_ID,
    personal=Personal.TENANT | Personal.STAFF,
    kept=LEASE_FILE_RETENTION_YEARS,
    held_by=(counters(), kiosks()),
    urgency=Urgency.SOON,
):
    """Covers the home from `valid_from` to `valid_to`, both days included; `seen_by` is an actor."""

    __tablename__ = "insurance_certificate"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    lease_id: Mapped[str]
    insurer: Mapped[str]
    policy: Mapped[str]
    valid_from: Mapped[date]
    valid_to: Mapped[date]
    seen_at: Mapped[datetime]
    seen_by: Mapped[str]
    device_id: Mapped[str]

    @classmethod
    def extra_indexes(cls) -> tuple[Index, ...]:
        return (Index("ix_insurance_certificate_lease", "lease_id", "valid_to"),)
