"""A legal or house amount with the day from which it holds and the text it comes from."""

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import FOR_EVER, LANDLORD, Personal, Urgency, counters, kiosks
from desktop.models.entity import Entity, Synced


class ParameterRow(
    Synced,
    Entity,
    owner=LANDLORD,
    personal=Personal.NOBODY,
    kept=FOR_EVER,
    held_by=(counters(), kiosks()),
    urgency=Urgency.FIRST,
):
    """`id` is `key@valid_from`; the pure rule that reads them is `rules.parameters`."""

    __tablename__ = "parameter"
    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    key: Mapped[str]
    valid_from: Mapped[date]
    value: Mapped[int]
    source: Mapped[str]
