"""The night whose export of the landlord's accounts was taken last."""

from datetime import datetime
from typing import Final

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import FOR_EVER, LANDLORD, Personal, Urgency, counters, kiosks
from desktop.models.entity import Entity, Synced

THE_LEDGER: Final = "ledger"


class LedgerNight(
    Synced,
    Entity,
    owner=LANDLORD,
    personal=Personal.NOBODY,
    kept=FOR_EVER,
    held_by=(counters(), kiosks()),
    urgency=Urgency.FIRST,
):
    """One row. A night that brings nothing new, or nothing readable, leaves `taken_at` where it was."""

    __tablename__ = "ledger_night"
    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    taken_at: Mapped[datetime]
