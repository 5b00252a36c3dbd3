"""A member of staff."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import AGENCY, Personal, Urgency, counters
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import VOUCHER_RETENTION_YEARS


class Staff(
    Synced,
    Entity,
    owner=AGENCY,
    personal=Personal.STAFF,
    kept=VOUCHER_RETENTION_YEARS,
    held_by=(counters(rows="active", hidden=("since",)),),
    urgency=Urgency.FIRST,
):
    """`id` is the login. `role`: one of `Role`.

    `totp_secret` is sealed for the agency (`security.seeds`); in a cache that 0.1.0 filled it lies open.
    `totp_step` is the last time step whose code was accepted: no code opens twice. `since`: from when role,
    agency and `active` are as they stand, None if they were never otherwise; what they were before is a
    FormerPost. `central.posts.change` alone changes them.
    """

    __tablename__ = "staff"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    agency_id: Mapped[str]
    password_hash: Mapped[str]
    totp_secret: Mapped[str]
    totp_step: Mapped[int]
    active: Mapped[bool]
    last_sign_in_at: Mapped[datetime | None]
    since: Mapped[datetime | None]
