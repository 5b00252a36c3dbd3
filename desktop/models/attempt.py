"""Failed attempts to sign in or to activate, counted by what was typed, whether it exists or not."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import Personal, RowOwner, Urgency, Whose, counters, kiosks
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import ACCESS_TRACE_RETENTION_MONTHS


class Attempt(
    Synced,
    Entity,
    owner=RowOwner(Whose.LEASE, "id", before=("sign_in:", "activation:")),
    personal=Personal.TENANT | Personal.STAFF,
    kept=ACCESS_TRACE_RETENTION_MONTHS,
    held_by=(counters(), kiosks(rows="id LIKE 'sign_in:%'")),
    urgency=Urgency.FIRST,
):
    """`id` is `sign_in:<login>`, `activation:<lease number>` or `staff:<login>`.

    `tries` holds the failures of the last day, at which station each, as JSON; those up to `forgiven_at` no
    longer count. The other numbers say what followed from them last: `failures` in a row, and that some
    station is closed (`locked`) or waits until `blocked_until`.
    """

    __tablename__ = "attempt"
    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    failures: Mapped[int]
    last_failure_at: Mapped[datetime | None]
    blocked_until: Mapped[datetime | None]
    locked: Mapped[bool]
    unlock_reason: Mapped[str]
    tries: Mapped[str] = mapped_column(default="")
    forgiven_at: Mapped[datetime | None] = mapped_column(default=None)
