"""A dwelling, with what the screens and papers need of the yearly RPLS declaration."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import DWELLING, FOR_EVER, Personal, Urgency, counters, kiosks
from desktop.models.entity import Entity, Synced


class Dwelling(
    Synced,
    Entity,
    owner=DWELLING,
    personal=Personal.NOBODY,
    kept=FOR_EVER,
    held_by=(counters(), kiosks()),
    urgency=Urgency.FIRST,
):
    """`id` is the RPLS identifier (IDENT_REP). Surface in hundredths of a square metre."""

    __tablename__ = "dwelling"
    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    street_number: Mapped[str]
    street_type: Mapped[str]
    street_name: Mapped[str]
    building: Mapped[str]
    staircase: Mapped[str]
    floor: Mapped[str]
    door: Mapped[str]
    postal_code: Mapped[str]
    city: Mapped[str]
    city_code: Mapped[str]
    kind: Mapped[str]
    rooms: Mapped[int]
    surface: Mapped[int]
    built_in: Mapped[int | None]
    financing: Mapped[str]
    regulated: Mapped[bool]
    energy_class: Mapped[str]
    emission_class: Mapped[str]
    priority_district: Mapped[bool]
    agency_id: Mapped[str]
    residence: Mapped[str]
