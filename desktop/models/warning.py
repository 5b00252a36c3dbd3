"""A warning: that something was booked although a rule stands against it, until a person has settled it."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import AGENCY, Personal, Urgency, counters
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import VOUCHER_RETENTION_YEARS


class WarningRow(
    Synced,
    Entity,
    owner=AGENCY,
    personal=Personal.TENANT | Personal.STAFF,
    kept=VOUCHER_RETENTION_YEARS,
    held_by=(counters(),),
    urgency=Urgency.SOON,
):
    """It is the agency's whose station acted, wherever the lease is: that is where somebody can be asked.

    `code`: what stands against it; `kind`: of the command, empty where it is about the station itself;
    `actor`: who acted, as the station said; `about_lease`: a lease's number, or empty; `done_at` by the
    station's clock, `raised_at` by central's. `state`: open, confirmed; `word`: what was done about it.
    """

    __tablename__ = "warning"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    code: Mapped[str]
    kind: Mapped[str]
    actor: Mapped[str]
    device_id: Mapped[str] = mapped_column(String(36))
    about_lease: Mapped[str]
    payment_id: Mapped[str | None]
    amount_cents: Mapped[int | None]
    means: Mapped[str]
    done_at: Mapped[datetime]
    raised_at: Mapped[datetime]
    state: Mapped[str]
    settled_by: Mapped[str]
    settled_at: Mapped[datetime | None]
    word: Mapped[str]

    @classmethod
    def extra_indexes(cls) -> tuple[Index, ...]:
        return (Index("ix_warning_state", "state", "raised_at"), Index("ix_warning_payment", "payment_id"))
