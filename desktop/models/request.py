"""What a tenant asks of the landlord, its timeline, and its photos."""

from datetime import date, datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import LEASE_BY_LEASE_ID, Personal, Urgency, counters, kiosks
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import LEASE_FILE_RETENTION_YEARS


class ServiceRequest(
    Synced,
    Entity,
    owner=LEASE_BY_LEASE_ID,
    personal=Personal.TENANT | Personal.STAFF,
    kept=LEASE_FILE_RETENTION_YEARS,
    held_by=(counters(), kiosks()),
    urgency=Urgency.SOON,
):
    """`state`: open, answered, closed. `number` is short enough to be read over the phone."""

    __tablename__ = "service_request"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    number: Mapped[str]
    lease_id: Mapped[str]
    category: Mapped[str]
    place: Mapped[str]
    description: Mapped[str]
    state: Mapped[str]
    opened_at: Mapped[datetime]
    opened_by: Mapped[str]
    promised_on: Mapped[date]

    @classmethod
    def extra_indexes(cls) -> tuple[Index, ...]:
        return (
            Index("ix_service_request_lease", "lease_id"),
            Index("ix_service_request_state", "state", "opened_at"),
        )


class RequestEvent(
    Synced,
    Entity,
    owner=LEASE_BY_LEASE_ID,
    personal=Personal.TENANT | Personal.STAFF,
    kept=LEASE_FILE_RETENTION_YEARS,
    held_by=(counters(), kiosks()),
    urgency=Urgency.SOON,
):
    """One step of a request's life: opened, answered, closed, reopened."""

    __tablename__ = "request_event"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    request_id: Mapped[str]
    lease_id: Mapped[str]
    kind: Mapped[str]
    text: Mapped[str]
    at: Mapped[datetime]
    actor: Mapped[str]

    @classmethod
    def extra_indexes(cls) -> tuple[Index, ...]:
        return (Index("ix_request_event_request", "request_id", "at"),)


class RequestPhoto(
    Synced,
    Entity,
    owner=LEASE_BY_LEASE_ID,
    personal=Personal.TENANT,
    kept=LEASE_FILE_RETENTION_YEARS,
    held_by=(counters(), kiosks()),
    urgency=Urgency.SOON,
):
    """A photo, addressed by the SHA-256 of its bytes, which travel apart; `arrived` once central has them."""

    __tablename__ = "request_photo"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    request_id: Mapped[str]
    lease_id: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    media_type: Mapped[str]
    arrived: Mapped[bool]

    @classmethod
    def extra_indexes(cls) -> tuple[Index, ...]:
        return (
            Index("ix_request_photo_request", "request_id"),
            Index("ix_request_photo_sha256", "sha256"),
        )
