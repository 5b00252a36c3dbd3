"""Who looked at whose file, who let whom in, who decided what, and when."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import AGENCY, NoStation, Personal, Urgency
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import ACCESS_TRACE_RETENTION_MONTHS


class AuditEntry(
    Synced,
    Entity,
    owner=AGENCY,
    personal=Personal.TENANT | Personal.STAFF,
    kept=ACCESS_TRACE_RETENTION_MONTHS,
    held_by=NoStation("Who looked at whose file is read at central, by those who watch over the watchers."),
    urgency=Urgency.LATER,
    append_only=True,
):
    """`action`: lease_viewed, code_reissued, staff_signed_in, station_revoked …; ids only, never names.

    `device_id`: the station at which it was done; `account:` and a name for what was typed on the server.
    """

    __tablename__ = "audit_entry"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    actor: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    reason: Mapped[str]
    at: Mapped[datetime]
    device_id: Mapped[str]

    @classmethod
    def extra_indexes(cls) -> tuple[Index, ...]:
        return (Index("ix_audit_entry_subject", "subject", "at"),)
