"""A station that was enrolled: a kiosk or a counter of an agency."""

from datetime import datetime

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import AGENCY, FOR_EVER, Personal, Urgency, counters, kiosks
from desktop.models.entity import Entity, Synced


class Device(
    Synced,
    Entity,
    owner=AGENCY,
    personal=Personal.NOBODY,
    kept=FOR_EVER,
    held_by=(counters(rows="NOT revoked"), kiosks(rows="NOT revoked")),
    urgency=Urgency.FIRST,
):
    """`code` (`AG02-K01`) heads the numbers of its receipts; `public_key` proves its commands and papers."""

    __tablename__ = "device"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    code: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str]
    agency_id: Mapped[str]
    name: Mapped[str]
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    enrolled_at: Mapped[datetime]
    revoked: Mapped[bool]
