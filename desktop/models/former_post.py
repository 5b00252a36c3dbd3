"""What a member of staff was before: in which agency, with which role, from when until when."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import AGENCY, NoStation, Personal, Urgency
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import VOUCHER_RETENTION_YEARS


class FormerPost(
    Synced,
    Entity,
    owner=AGENCY,
    personal=Personal.STAFF,
    kept=VOUCHER_RETENTION_YEARS,
    held_by=NoStation("Only central judges what somebody did while they were somebody else."),
    urgency=Urgency.LATER,
):
    """`since` is None for what they had always been; from `until` on it was no longer so.

    Who was closed has none for the time since: nobody acts then.
    """

    __tablename__ = "former_post"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    login: Mapped[str] = mapped_column(String(40))
    role: Mapped[str]
    agency_id: Mapped[str]
    since: Mapped[datetime | None]
    until: Mapped[datetime]

    @classmethod
    def extra_indexes(cls) -> tuple[Index, ...]:
        return (Index("ix_former_post_login", "login"),)
