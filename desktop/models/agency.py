"""An agency of the landlord: where counters and kiosks stand."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import FOR_EVER, LANDLORD, Personal, Urgency, boards, counters, kiosks
from desktop.models.entity import Entity, Synced


class Agency(
    Synced,
    Entity,
    owner=LANDLORD,
    personal=Personal.NOBODY,
    kept=FOR_EVER,
    held_by=(counters(), kiosks(), boards()),
    urgency=Urgency.FIRST,
):
    """`id` is the ERP's agency code; `scope` is global, so that every station can name the others."""

    __tablename__ = "agency"
    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    name: Mapped[str]
    address: Mapped[str]
    postal_code: Mapped[str]
    city: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    opening_hours: Mapped[str]
    creditor_identifier: Mapped[str]
