"""`journal.db`: the append-only, chained and signed record of everything done at this station."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from desktop import failpoints
from desktop.errors import StoreDamaged, StoreFull
from desktop.models.database import Database, open_database
from desktop.protocol.chain import GENESIS, is_whole, version_of
from desktop.protocol.lives import series_of
from desktop.protocol.messages import Envelope, Result
from desktop.security.device_key import public_key, verify
from desktop.services.command import Status
from desktop.sync.journal.draft import Draft
from desktop.sync.journal.kept import Keeping
from desktop.sync.journal.migrate import bring_up_to_date, copies, let_copies_go
from desktop.sync.journal.tables import (
    JournalCommand,
    JournalMeta,
    JournalOutcome,
    delete_everything,
)
from desktop.sync.journal.under_way import UnderWay
from desktop.sync.journal.unseen import Unseen

UNHEARD_RECEIPTS = "unheard_receipts"
_FIELDS = ", ".join(Envelope.__struct_fields__)
_APPEND = f"INSERT INTO command ({_FIELDS}) VALUES ({', '.join('?' * len(Envelope.__struct_fields__))})"  # noqa: S608
_READ = f"SELECT {_FIELDS} FROM command"  # noqa: S608
_KEEP = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
_NOTE_OUTCOME = """INSERT INTO outcome (seq, status, code, data, ver, acknowledged) VALUES (?, ?, ?, ?, ?, 0)
    ON CONFLICT (seq) DO UPDATE SET status = excluded.status, code = excluded.code, data = excluded.data,
    ver = excluded.ver, acknowledged = acknowledged AND status = excluded.status AND code IS excluded.code"""


class Journal:
    """Durable (`synchronous=FULL`), never dropped. One station writes it, under that station's lock.

    Commands are numbered from 1 without a gap, and told outcomes are a prefix of them: `head` is the last
    command, `told` the last whose outcome central told.
    """

    def __init__(self, database: Database, device_id: str, private_key: bytes) -> None:
        self.database = database
        self._device_id = device_id
        self._private_key = private_key
        self.keeping = Keeping(database)
        with database.read() as session:
            last = session.execute(
                select(JournalCommand.seq, JournalCommand.hash).order_by(JournalCommand.seq.desc()).limit(1)
            ).first()
            self.told: int = session.scalar(select(func.max(JournalOutcome.seq))) or 0
            counted, unheard = (session.get(JournalMeta, name) for name in ("receipts", UNHEARD_RECEIPTS))
        self.head, self._last_hash = last or (0, GENESIS)
        self.receipts = int(counted.value) if counted else 0
        self._unheard = int(unheard.value) if unheard else 0
        self.is_full = False
        self.unseen = Unseen(database, self.writing)
        self.under_way = UnderWay(database, self.writing)

    @classmethod
    def open(cls, path: Path, key: bytes, device_id: str, private_key: bytes) -> "Journal":
        """Opens or makes the journal, or brings an older one up to date.

        What it was before that is kept beside it until a later start found the changed one whole. Raises
        Refused("journal_newer") for a newer program's, StoreDamaged when the file is not one under that key.
        """
        database = open_database(path, key, synchronous="FULL")
        changed = bring_up_to_date(database, path)
        journal = cls(database, device_id, private_key)
        if not changed and copies(path):
            journal.verify()
            let_copies_go(path)
        return journal

    def next_receipt(self) -> int:
        """The number that the next receipt will bear: receipts are numbered without gaps."""
        return self.receipts + 1

    def append(self, draft: Draft, *, issued_receipt: bool) -> Envelope:
        """Writes a command and syncs it to the disk. When this returns, the command cannot be lost."""
        before, chain = self._last_hash, self.keeping.chain
        envelope = draft.signed(before, self._device_id, self._private_key, chain=chain)
        with self.writing() as session:
            session.connection().exec_driver_sql(_APPEND, _values(envelope))
            if issued_receipt:
                _set_meta(session, "receipts", str(draft.receipt_no).encode())
            failpoints.reached("journal.before_commit")
        failpoints.reached("journal.after_commit")
        self.head, self._last_hash = draft.seq, envelope.hash
        if issued_receipt:
            self.receipts = draft.receipt_no
        return envelope

    def after(self, seq: int, limit: int = -1) -> list[Envelope]:
        """The commands after `seq`, oldest first; `limit` -1 for all."""
        if seq >= self.head:
            return []
        return _read(self.database, "WHERE seq > ? ORDER BY seq LIMIT ?", (seq, limit))

    def these(self, numbers: Iterable[int]) -> list[Envelope]:
        """The commands with these numbers, oldest first."""
        wanted = json.dumps(sorted(numbers))
        return _read(self.database, "WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq", (wanted,))

    def last_of(self, kinds: Iterable[str]) -> Envelope | None:
        """The newest command of one of these kinds."""
        wanted = json.dumps(list(kinds))
        which = "WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY seq DESC LIMIT 1"
        return next(iter(_read(self.database, which, (wanted,))), None)

    def unanswered(self, limit: int, after: int = 0) -> list[Envelope]:
        """The oldest commands after `after` to send: central told no outcome of them, and can read them."""
        waiting, reads = self.after(max(self.told, after), limit), self.keeping.chain
        return list(takewhile(lambda envelope: version_of(envelope) <= reads, waiting))

    def waiting(self) -> int:
        """How many commands central has not answered yet."""
        return self.head - self.told

    def told_key(self) -> bytes:
        """The key of the last command whose outcome central told; empty when it told none."""
        return self.these([self.told])[0].key if self.told else b""

    def holds(self, seq: int, digest: bytes) -> bool:
        """Whether command `seq` here is the very one with that hash; the one before the first is GENESIS."""
        if seq == 0:
            return digest == GENESIS
        return any(envelope.hash == digest for envelope in self.these([seq]))

    def note_outcomes(self, results: Iterable[Result]) -> None:
        """Keeps the outcomes that central told, in order; one already kept may be told again."""
        rows: list[tuple[int, int, str | None, bytes, int]] = []
        for result in sorted(results, key=lambda result: result.seq):
            if result.status == Status.RETRY or result.seq > max(self.told, rows[-1][0] if rows else 0) + 1:
                break
            rows.append((result.seq, result.status, result.code, result.data, result.ver))
        if not rows:
            return
        with self.writing() as session:
            session.connection().exec_driver_sql(_NOTE_OUTCOME, rows)
            failpoints.reached("told.before_commit")
        self.told = max(self.told, rows[-1][0])
        self.unseen.look_again()

    def reopen(self, after: int) -> None:
        """Central lost the commands after `after`: they wait again, and what it told of them is void."""
        with self.writing() as session:
            session.execute(text("DELETE FROM outcome WHERE seq > :after"), {"after": after})
            failpoints.reached("reopen.before_commit")
        self.told = min(self.told, after)
        self.unseen.look_again()

    def empty(self) -> None:
        """All that was done here is for ever safe elsewhere: it is overwritten. Small facts stay."""
        with self.writing() as session:
            delete_everything(session.connection())
        self.head, self._last_hash, self.told = 0, GENESIS, 0
        self.unseen.look_again()

    def begin_life(self, incarnation: str, receipts: int) -> None:
        """From now on this is another life of the device, whose receipts are numbered after `receipts`."""
        with self.writing() as session:
            _set_meta(session, "incarnation", incarnation.encode())
            _set_meta(session, "receipts", str(receipts).encode())
            _set_meta(session, UNHEARD_RECEIPTS, b"0")
        self.receipts, self._unheard = receipts, 0

    def skip_receipts(self, used: int) -> None:
        """No receipt will bear a number up to `used`: another incarnation of this device printed them.

        Nor, where the journal of that incarnation is gone, those that it may have given since central last
        heard it. A life with a series of its own takes none from another's.
        """
        if series_of(used) != series_of(self.receipts):
            return
        used += self._unheard
        if used > self.receipts:
            with self.writing() as session:
                _set_meta(session, "receipts", str(used).encode())
                _set_meta(session, UNHEARD_RECEIPTS, b"0")
            self.receipts, self._unheard = used, 0

    def meta(self, key: str) -> bytes | None:
        """A small fact by name."""
        with self.database.read() as session:
            row = session.get(JournalMeta, key)
            return row.value if row else None

    def set_meta(self, key: str, value: bytes) -> None:
        """Keeps a small fact."""
        with self.writing() as session:
            # What stood there before (a key, perhaps) is overwritten, not just passed over.
            session.connection().exec_driver_sql("PRAGMA secure_delete = ON")
            _set_meta(session, key, value)

    def verify(self) -> int:
        """Walks the whole chain and returns its length. Raises StoreDamaged at the first link that fails."""
        previous, count, public = GENESIS, 0, public_key(self._private_key)
        for envelope in self.after(0):
            whole = envelope.previous == previous and is_whole(self._device_id, envelope)
            if not whole or not verify(public, envelope.signature, envelope.hash):
                raise StoreDamaged("journal_chain_broken", seq=envelope.seq)
            previous, count = envelope.hash, count + 1
        return count

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction on the journal; `is_full` tells whether the last one found no room on the disk."""
        try:
            with self.database.write() as session:
                yield session
        except StoreFull:
            self.is_full = True
            raise
        self.is_full = False


def check_links(database: Database) -> int:
    """As `Journal.verify`, without the proofs: quick enough for each start. Reads every command."""
    previous, count = GENESIS, 0
    with database.read() as session:
        links = session.connection().exec_driver_sql("SELECT seq, previous, hash FROM command ORDER BY seq")
        for seq, before, digest in links:
            if seq != count + 1 or before != previous:
                raise StoreDamaged("journal_chain_broken", seq=seq)
            previous, count = digest, seq
    return count


def _set_meta(session: Session, key: str, value: bytes) -> None:
    session.connection().exec_driver_sql(_KEEP, (key, value))


def _values(envelope: Envelope) -> tuple[object, ...]:
    return tuple(getattr(envelope, name) for name in envelope.__struct_fields__)


def _read(database: Database, which: str, values: tuple[int | str, ...]) -> list[Envelope]:
    return [Envelope(*tuple(row)) for row in database.rows(f"{_READ} {which}", values)]
