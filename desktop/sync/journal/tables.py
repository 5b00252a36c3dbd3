"""The tables of `journal.db`: what must never be lost."""

from typing import Any, ClassVar

from sqlalchemy import BigInteger, Connection, Index, Integer, LargeBinary, String, delete, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class JournalEntity(DeclarativeBase):
    """Tables of the journal alone."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {int: BigInteger, bytes: LargeBinary}


class JournalMeta(JournalEntity):
    """Small facts by name: the incarnation, the cache's key and generation, the receipt counter."""

    __tablename__ = "meta"
    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[bytes]


class JournalCommand(JournalEntity):
    """A command, exactly as it was signed. Append-only: triggers refuse any change.

    The columns are the fields of an Envelope, in its order.
    """

    __tablename__ = "command"
    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    key: Mapped[bytes] = mapped_column(LargeBinary(16), unique=True)
    kind: Mapped[str]
    version: Mapped[int]
    body: Mapped[bytes]
    occurred_at: Mapped[int]
    actor: Mapped[str]
    receipt_no: Mapped[int]
    previous: Mapped[bytes]
    hash: Mapped[bytes]
    signature: Mapped[bytes]
    body_hash: Mapped[bytes] = mapped_column(server_default=text("x''"))


class JournalOutcome(JournalEntity):
    """How central ended a command; `acknowledged` once staff have seen a refusal or a warning.

    `ver` is the version of central's agency in which the effect stands, 0 when central did not say.
    """

    __tablename__ = "outcome"
    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    status: Mapped[int]
    code: Mapped[str | None]
    data: Mapped[bytes]
    acknowledged: Mapped[bool]
    ver: Mapped[int] = mapped_column(server_default="0")


class Upload(JournalEntity):
    """A file on its way to central; its bytes are let go once central has them."""

    __tablename__ = "upload"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    media_type: Mapped[str]
    size: Mapped[int]
    content: Mapped[bytes | None]
    sent: Mapped[bool]
    # Without it, counting what waits would read every byte of it.
    __table_args__ = (Index("ix_upload_sent", "sent"),)


class UploadWay(JournalEntity):
    """What became of a file at central, unless it was simply taken in.

    `mismatches` counts how often it arrived altered; `refused` is the code with which central would not have
    it, `seen` once staff know.
    """

    __tablename__ = "upload_way"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    mismatches: Mapped[int]
    refused: Mapped[str | None]
    seen: Mapped[bool]


class Kept(JournalEntity):
    """What central has, and a restore of central could take from it: a file by its SHA-256, or a request.

    `sealed` is the request, readable by central alone; `ver` the version from which on a backup holds it,
    once known; `handed` false while a restored central is to be given it again. Gone once a backup has it.
    """

    __tablename__ = "kept"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    sealed: Mapped[bytes | None]
    ver: Mapped[int | None]
    handed: Mapped[bool]


class RequestWay(JournalEntity):
    """A request that central carried out and a person was told of, until a proven backup holds it.

    `about`: the lease, where it is known; `refused`: the code with which a restored central would not do it
    again, `seen` once staff know.
    """

    __tablename__ = "request_way"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str]
    actor: Mapped[str]
    about: Mapped[str]
    occurred_at: Mapped[int]
    refused: Mapped[str | None]
    seen: Mapped[bool]


class Aside(JournalEntity):
    """A command found in a damaged journal behind a gap: evidence, never part of the chain again.

    `at_central` once central performed it before, or keeps it for a person to decide.
    """

    __tablename__ = "aside"
    key: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    seq: Mapped[int]
    envelope: Mapped[bytes]
    at_central: Mapped[bool]


APPEND_ONLY = tuple(
    f"""CREATE TRIGGER IF NOT EXISTS command_{verb.lower()}_refused BEFORE {verb} ON command
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"""
    for verb in ("UPDATE", "DELETE")
)


def delete_everything(connection: Connection) -> None:
    """Overwrites every row but the small facts; the journal is append-only again afterwards."""
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    for verb in ("update", "delete"):
        connection.exec_driver_sql(f"DROP TRIGGER command_{verb}_refused")
    for table in JournalEntity.metadata.sorted_tables:
        if table is not JournalMeta.__table__:
            connection.execute(delete(table))
    for trigger in APPEND_ONLY:
        connection.exec_driver_sql(trigger)
