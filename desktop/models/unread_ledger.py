"""That a line of a lease's ledger could not be read last night: what is known of it may be incomplete."""

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import LEASE_BY_ID, Personal, Urgency, counters, kiosks
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import LEASE_FILE_RETENTION_YEARS


class UnreadLedger(
    Synced,
    Entity,
    owner=LEASE_BY_ID,
    personal=Personal.TENANT,
    kept=LEASE_FILE_RETENTION_YEARS,
    held_by=(counters(), kiosks()),
    urgency=Urgency.FIRST,
):
    """`id` is the lease's number; `since`: the first such night. The next one that reads all heals it."""

    __tablename__ = "unread_ledger"
    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    since: Mapped[date]
