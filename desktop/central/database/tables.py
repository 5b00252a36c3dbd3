"""Tables that only central has: scopes and their versions, tombstones, commands, device chains, blobs."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Index, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from desktop.models.entity import Moment


class CentralEntity(DeclarativeBase):
    """Tables of central alone."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: Moment, int: BigInteger, bytes: LargeBinary}


class Scope(CentralEntity):
    """A unit of replication: an agency, or `global`. `ver` counts its changes in one `epoch`."""

    __tablename__ = "scope"
    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    epoch: Mapped[str]
    ver: Mapped[int]
    min_ver: Mapped[int]
    durable_ver: Mapped[int]


class ScopeRestore(CentralEntity):
    """When the rows of a scope were last put back from a backup; none where they never were."""

    __tablename__ = "scope_restore"
    scope: Mapped[str] = mapped_column(String(16), primary_key=True)
    at: Mapped[datetime]


class OpenUnit(CentralEntity):
    """The versions that the unit of work now open may stamp; empty between units."""

    __tablename__ = "open_unit"
    scope: Mapped[str] = mapped_column(String(16), primary_key=True)
    ver: Mapped[int]


class Tombstone(CentralEntity):
    """A row that left a scope, so that stations drop it too; `at` by the database's clock."""

    __tablename__ = "tombstone"
    scope: Mapped[str] = mapped_column(String(16), primary_key=True)
    tbl: Mapped[str] = mapped_column(String(40), primary_key=True)
    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    ver: Mapped[int]
    at: Mapped[datetime]
    __table_args__ = (Index("ix_tombstone_scope_ver", "scope", "ver"),)


class CommandRecord(CentralEntity):
    """A command as it arrived, and how it ended: written in the same transaction as its effects.

    `body` is None where it is kept by no record, or was forgotten; `body_hash` None in a link of version 1.
    """

    __tablename__ = "command"
    key: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    device_id: Mapped[str] = mapped_column(String(36))
    incarnation: Mapped[str] = mapped_column(String(36))
    seq: Mapped[int]
    agency_id: Mapped[str]
    kind: Mapped[str]
    version: Mapped[int] = mapped_column(Integer)
    body: Mapped[bytes | None]
    hash: Mapped[bytes]
    actor: Mapped[str]
    occurred_at: Mapped[datetime]
    received_at: Mapped[datetime]
    receipt_no: Mapped[int]
    status: Mapped[int] = mapped_column(Integer)
    code: Mapped[str | None]
    result: Mapped[bytes]
    ver: Mapped[int]
    body_hash: Mapped[bytes | None]
    __table_args__ = (
        UniqueConstraint("device_id", "incarnation", "seq"),
        Index("ix_command_kind", "kind", "occurred_at"),
    )


class DeviceChain(CentralEntity):
    """How far one incarnation of a device has been heard, and the hash at which its chain of commands stands.

    `receipts` is the highest number it gave a receipt.
    """

    __tablename__ = "device_chain"
    device_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    incarnation: Mapped[str] = mapped_column(String(36), primary_key=True)
    first_seq: Mapped[int]
    last_seq: Mapped[int]
    last_hash: Mapped[bytes]
    receipts: Mapped[int]
    last_seen_at: Mapped[datetime]


class Failure(CentralEntity):
    """A command that broke its service, and how often: after enough of them it is parked for a human."""

    __tablename__ = "failure"
    key: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    attempts: Mapped[int]
    first_at: Mapped[datetime]
    reason: Mapped[str]


class Enrolment(CentralEntity):
    """A one-time code with which one station may enrol, until it expires."""

    __tablename__ = "enrolment"
    digest: Mapped[str] = mapped_column(String(120), primary_key=True)
    kind: Mapped[str]
    agency_id: Mapped[str]
    name: Mapped[str]
    expires_at: Mapped[datetime]
    device_id: Mapped[str | None]


class Blob(CentralEntity):
    """A file that central holds, addressed by its SHA-256."""

    __tablename__ = "blob"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    scope: Mapped[str] = mapped_column(String(16), primary_key=True)
    size: Mapped[int]
    media_type: Mapped[str]
    stored_at: Mapped[datetime]


class Quarantined(CentralEntity):
    """A command of a station that may not speak any more: kept, and performed only if somebody decides so.

    `state` is waiting, accepted or rejected; `envelope` the signed command as it came.
    """

    __tablename__ = "quarantine"
    key: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    device_id: Mapped[str] = mapped_column(String(36))
    incarnation: Mapped[str] = mapped_column(String(36))
    seq: Mapped[int]
    envelope: Mapped[bytes]
    received_at: Mapped[datetime]
    state: Mapped[str]
    decided_by: Mapped[str]
    decided_at: Mapped[datetime | None]
    reason: Mapped[str]


class VersionMark(CentralEntity):
    """Where a scope stood at a moment, so that what is older than so many days can be told."""

    __tablename__ = "version_mark"
    scope: Mapped[str] = mapped_column(String(16), primary_key=True)
    at: Mapped[datetime] = mapped_column(primary_key=True)
    ver: Mapped[int]


class Readmission(CentralEntity):
    """A station that a restored central forgot and that asks to be known again; an administrator decides."""

    __tablename__ = "readmission"
    device_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    receipt: Mapped[str]
    asked_at: Mapped[datetime]


class SpentAssertion(CentralEntity):
    """A signed assertion that opened central once; forgotten when it is too old to open anything."""

    __tablename__ = "spent_assertion"
    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    at: Mapped[datetime]
    __table_args__ = (Index("ix_spent_assertion_at", "at"),)


class QuotaUse(CentralEntity):
    """What one station used of its share in the hour or day since `since`, and when it was refused more."""

    __tablename__ = "quota_use"
    device_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    what: Mapped[str] = mapped_column(String(24), primary_key=True)
    since: Mapped[datetime]
    used: Mapped[int]
    refusals: Mapped[int]
    refused_at: Mapped[datetime | None]
