"""`journal.db`: the append-only, chained and signed record of everything done at this station."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import exists, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from desktop.errors import StoreDamaged
from desktop.models.database import Database, open_database
from desktop.protocol.chain import GENESIS, command_hash
from desktop.protocol.messages import Envelope, Result
from desktop.security.device_key import public_key, sign, verify
from desktop.services.command import Status
from desktop.sync.journal_tables import (
    APPEND_ONLY,
    JournalCommand,
    JournalEntity,
    JournalMeta,
    JournalOutcome,
)

_ATTENTION = (Status.REJECTED, Status.APPLIED_WITH_WARNING, Status.DEFERRED)


@dataclass(frozen=True, slots=True)
class AttentionItem:
    """A command that staff should know about: refused, parked, or done with a warning."""

    seq: int
    kind: str
    actor: str
    occurred_at: int
    code: str


class Journal:
    """Durable (`synchronous=FULL`), never dropped. One station writes it, under that station's lock."""

    def __init__(self, database: Database, device_id: str, private_key: bytes) -> None:
        self.database = database
        self._device_id = device_id
        self._private_key = private_key

    @classmethod
    def open(cls, path: Path, key: bytes, device_id: str, private_key: bytes) -> "Journal":
        """Opens or makes the journal. Raises StoreDamaged when the file is not one under that key."""
        database = open_database(path, key, synchronous="FULL")
        JournalEntity.metadata.create_all(database.engine)
        with database.write() as session:
            for trigger in APPEND_ONLY:
                session.connection().exec_driver_sql(trigger)
        return cls(database, device_id, private_key)

    def next_seq(self) -> int:
        """The number that the next command will bear."""
        with self.database.read() as session:
            return (session.scalar(select(func.max(JournalCommand.seq))) or 0) + 1

    def next_receipt(self) -> int:
        """The number that the next receipt will bear: receipts are numbered without gaps."""
        return int(self.meta("receipts") or b"0") + 1

    def append(self, draft: "Draft", *, issued_receipt: bool) -> Envelope:
        """Writes a command and syncs it to the disk. When this returns, the command cannot be lost."""
        with self.database.write() as session:
            last = session.scalar(select(JournalCommand).order_by(JournalCommand.seq.desc()).limit(1))
            previous = last.hash if last else GENESIS
            digest = command_hash(previous, self._device_id, draft)
            row = JournalCommand(
                seq=draft.seq,
                key=draft.key,
                kind=draft.kind,
                version=draft.version,
                body=draft.body,
                occurred_at=draft.occurred_at,
                actor=draft.actor,
                receipt_no=draft.receipt_no,
                previous=previous,
                hash=digest,
                signature=sign(self._private_key, digest),
            )
            session.add(row)
            if issued_receipt:
                _set_meta(session, "receipts", str(draft.receipt_no).encode())
            session.flush()
            return _envelope(row)

    def after(self, seq: int, limit: int | None = None) -> list[Envelope]:
        """The commands after `seq`, oldest first."""
        query = select(JournalCommand).where(JournalCommand.seq > seq).order_by(JournalCommand.seq)
        with self.database.read() as session:
            return [_envelope(row) for row in session.scalars(query.limit(limit))]

    def unsettled(self, limit: int) -> list[Envelope]:
        """The oldest commands whose outcome central has not told yet."""
        told = exists().where(JournalOutcome.seq == JournalCommand.seq)
        query = select(JournalCommand).where(~told).order_by(JournalCommand.seq).limit(limit)
        with self.database.read() as session:
            return [_envelope(row) for row in session.scalars(query)]

    def waiting(self) -> int:
        """How many commands central has not answered yet."""
        told = exists().where(JournalOutcome.seq == JournalCommand.seq)
        with self.database.read() as session:
            return session.scalar(select(func.count()).select_from(JournalCommand).where(~told)) or 0

    def settle(self, results: Iterable[Result]) -> None:
        """Keeps the outcomes that central told; an outcome already kept may be told again."""
        rows = [
            {"seq": r.seq, "status": r.status, "code": r.code, "data": r.data, "acknowledged": False}
            for r in results
            if r.status != Status.RETRY
        ]
        if not rows:
            return
        with self.database.write() as session:
            insertion = insert(JournalOutcome)
            fresh = {"status": insertion.excluded.status, "code": insertion.excluded.code}
            session.execute(
                insertion.on_conflict_do_update(index_elements=["seq"], set_=fresh),
                rows,
            )

    def attention(self) -> tuple[AttentionItem, ...]:
        """What staff have not acknowledged yet, oldest first."""
        query = (
            select(JournalCommand, JournalOutcome.code)
            .join(JournalOutcome, JournalOutcome.seq == JournalCommand.seq)
            .where(JournalOutcome.status.in_(_ATTENTION), JournalOutcome.acknowledged.is_(False))
            .order_by(JournalCommand.seq)
        )
        with self.database.read() as session:
            return tuple(
                AttentionItem(c.seq, c.kind, c.actor, c.occurred_at, code or "")
                for c, code in session.execute(query)
            )

    def acknowledge(self, seq: int) -> None:
        """A member of staff has seen how command `seq` ended."""
        with self.database.write() as session:
            session.execute(update(JournalOutcome).where(JournalOutcome.seq == seq).values(acknowledged=True))

    def meta(self, key: str) -> bytes | None:
        """A small fact by name."""
        with self.database.read() as session:
            row = session.get(JournalMeta, key)
            return row.value if row else None

    def set_meta(self, key: str, value: bytes) -> None:
        """Keeps a small fact."""
        with self.database.write() as session:
            _set_meta(session, key, value)

    def verify(self) -> int:
        """Walks the whole chain and returns its length. Raises StoreDamaged at the first link that fails."""
        previous, count, public = GENESIS, 0, public_key(self._private_key)
        for envelope in self.after(0):
            digest = command_hash(previous, self._device_id, envelope)
            whole = envelope.previous == previous and envelope.hash == digest
            if not whole or not verify(public, envelope.signature, digest):
                raise StoreDamaged("journal_chain_broken", seq=envelope.seq)
            previous, count = digest, count + 1
        return count


@dataclass(frozen=True, slots=True)
class Draft:
    """A command before it is chained and signed."""

    seq: int
    key: bytes
    kind: str
    version: int
    body: bytes
    occurred_at: int
    actor: str
    receipt_no: int


def _set_meta(session: Session, key: str, value: bytes) -> None:
    session.merge(JournalMeta(key=key, value=value))


def _envelope(row: JournalCommand) -> Envelope:
    return Envelope(
        row.seq,
        row.key,
        row.kind,
        row.version,
        row.body,
        row.occurred_at,
        row.actor,
        row.receipt_no,
        row.previous,
        row.hash,
        row.signature,
    )
