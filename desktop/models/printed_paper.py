"""A paper that came out of a printer, so that the next one says that it is a duplicate."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import LEASE_BY_LEASE_ID, Personal, Urgency, counters, kiosks
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import VOUCHER_RETENTION_YEARS


class PrintedPaper(
    Synced,
    Entity,
    owner=LEASE_BY_LEASE_ID,
    personal=Personal.TENANT | Personal.STAFF,
    kept=VOUCHER_RETENTION_YEARS,
    held_by=(counters(), kiosks()),
    urgency=Urgency.LATER,
):
    """`paper` is its name in the registry, `subject_id` what it is of (a receipt, a term, a charge).

    `number` is printed on it, if it has one; `certain` is False when the printer's answer was lost.
    """

    __tablename__ = "printed_paper"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    lease_id: Mapped[str]
    paper: Mapped[str]
    subject_id: Mapped[str]
    number: Mapped[str]
    duplicate: Mapped[bool]
    certain: Mapped[bool]
    printed_at: Mapped[datetime]
    device_id: Mapped[str]
    actor: Mapped[str]

    @classmethod
    def extra_indexes(cls) -> tuple[Index, ...]:
        return (Index("ix_printed_paper_lease", "lease_id", "paper", "subject_id"),)
