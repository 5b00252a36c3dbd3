"""The code of the welcome letter, or of the slip a counter prints once it has seen who asks."""

from datetime import date, datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import LEASE_BY_ID, Personal, Urgency, counters
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import ACCESS_TRACE_RETENTION_MONTHS


class ActivationCode(
    Synced,
    Entity,
    owner=LEASE_BY_ID,
    personal=Personal.TENANT | Personal.STAFF,
    kept=ACCESS_TRACE_RETENTION_MONTHS,
    held_by=(counters(hidden=("digest",)),),
    urgency=Urgency.FIRST,
):
    """`id` is the lease number: a new code replaces the old one. Only a digest is kept, at central alone."""

    __tablename__ = "activation_code"
    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    digest: Mapped[str | None]
    issued_on: Mapped[date]
    expires_on: Mapped[date]
    used_at: Mapped[datetime | None]
    issued_by: Mapped[str]
