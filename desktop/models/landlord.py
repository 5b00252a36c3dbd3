"""The landlord: what every paper says about who issued it."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import FOR_EVER, LANDLORD, Personal, Urgency, boards, counters, kiosks
from desktop.models.entity import Entity, Synced


class Landlord(
    Synced,
    Entity,
    owner=LANDLORD,
    personal=Personal.NOBODY,
    kept=FOR_EVER,
    held_by=(counters(), kiosks(), boards()),
    urgency=Urgency.FIRST,
):
    """One row of global scope, set when central is made."""

    __tablename__ = "landlord"
    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    name: Mapped[str]
    legal_form: Mapped[str]
    address: Mapped[str]
    postal_code: Mapped[str]
    city: Mapped[str]
    siren: Mapped[str]
    phone: Mapped[str]
    website: Mapped[str]
    email: Mapped[str]
