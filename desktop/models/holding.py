"""A holding: that a person holds a lease, since when and until when, as the nightly import heard of it."""

from datetime import date
from typing import Final

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import LEASE_BY_LEASE_ID, Personal, Urgency, counters
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import LEASE_FILE_RETENTION_YEARS

HOLDER: Final = "holder"
CO_HOLDER: Final = "co_holder"


class Holding(
    Synced,
    Entity,
    owner=LEASE_BY_LEASE_ID,
    personal=Personal.TENANT,
    kept=LEASE_FILE_RETENTION_YEARS,
    held_by=(counters(),),
    urgency=Urgency.SOON,
):
    """`until` is the day from which the contract names this person no more, None while it does.

    `since` is the first day: the lease's own for whoever held it when central first heard of it, the day of
    the import for whoever came later. The end of the lease stands on the lease: it closes no holding.
    `rank`: HOLDER or CO_HOLDER; who changes from one to the other has two holdings. No kiosk knows who lived
    somewhere before.
    """

    __tablename__ = "holding"
    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    lease_id: Mapped[str]
    person_id: Mapped[str]
    rank: Mapped[str]
    since: Mapped[date]
    until: Mapped[date | None]

    @classmethod
    def extra_indexes(cls) -> tuple[Index, ...]:
        return (Index("ix_holding_lease", "lease_id"),)
