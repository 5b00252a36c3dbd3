"""What central confirmed and a restore could still take from it: kept until a proven backup holds it."""

import logging
from collections.abc import Iterable

import msgspec
from sqlalchemy import delete, exists, select, text, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from desktop.models.database import Database
from desktop.models.entity import GLOBAL_SCOPE
from desktop.protocol.messages import Hello, PerformRequest, SealedRequest
from desktop.security import letterbox
from desktop.services.command import Done
from desktop.sync.journal import undone
from desktop.sync.journal.tables import Aside, JournalMeta, Kept, Upload

MOST_FILE_BYTES = 1024 * 1024 * 1024
"""Beyond this the oldest files are let go although no backup is known to hold them."""

_UNPLACED = "SELECT id FROM kept WHERE ver IS NULL AND handed = 1"
_log = logging.getLogger(__name__)


def epoch_heard(session: Session) -> str:
    """The epoch of central that this station heard last; asked for before a file is sent."""
    return (_meta(session, "history") or b"").decode()


def keep_file(session: Session, sha256: str, ver: int | None, epoch: str) -> None:
    """Central has this file: it is sent, and its bytes stay until a proven backup has it too.

    `ver` is the version from which on a backup holds it, None when central did not say; `epoch` what
    `epoch_heard` said before it was sent: if central was restored meanwhile, it is to be sent again.
    """
    if epoch != epoch_heard(session):
        return
    session.execute(update(Upload).where(Upload.sha256 == sha256).values(sent=True))
    row = insert(Kept).values(id=sha256, sealed=None, ver=ver, handed=True)
    session.execute(row.on_conflict_do_nothing())
    sizes = session.execute(
        select(Kept.id, Upload.size).join(Upload, Upload.sha256 == Kept.id).order_by(text("kept.rowid DESC"))
    )
    total, beyond = 0, []
    for name, size in sizes:
        total += size
        if total > MOST_FILE_BYTES:
            beyond.append(name)
    if beyond:
        _log.warning("%d files are let go before any backup is known to hold them", len(beyond))
        _let_go(session, beyond)


class Keeping:
    """The station's memory of what may have to be handed in again after central was restored.

    `chain` is the newest version of a link that central, in this epoch, said it reads.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        with database.read() as session:
            self.epoch = epoch_heard(session)
            self.letterbox = _meta(session, "letterbox") or b""
            self.seeds = _meta(session, "seeds") or b""
            self.chain = int(_meta(session, "chain") or 1)
            self.waits = _waits(session)
        self._durable = 0
        self.undone = undone.Undone(database)

    def request_done(self, request: PerformRequest, done: Done, device_id: str, epoch: str) -> None:
        """Central carried out a request that no journal holds, in that `epoch`: it is kept, sealed.

        A central that offers no letterbox keeps the only copy.
        """
        if not self.letterbox:
            return
        about = letterbox.about(device_id, request.key)
        sealed = letterbox.close(self.letterbox, msgspec.msgpack.encode(request), about)
        with self._database.write() as session:
            same = epoch == epoch_heard(session)
            row = {"id": request.key.hex(), "sealed": sealed, "ver": None, "handed": same}
            session.execute(insert(Kept).values(row).on_conflict_do_nothing())
            undone.confirmed(session, request, done)
            self.waits = _waits(session)

    def unplaced(self) -> list[str]:
        """What central has, at versions not known yet; asked for before the question whose answer tells."""
        return [name for (name,) in self._database.rows(_UNPLACED)]

    def heard(self, hello: Hello, unplaced: Iterable[str]) -> None:
        """Takes in what central says of itself: a new epoch, and how much of this one backups hold."""
        if not hello.epoch:
            return
        these, durable = list(unplaced), _of_agency(hello.durable)
        same = hello.epoch == self.epoch
        as_before = (hello.letterbox, hello.chain, hello.seeds) == (self.letterbox, self.chain, self.seeds)
        if same and not these and durable <= self._durable and as_before:
            return
        with self._database.write() as session:
            _set_meta(session, "letterbox", hello.letterbox)
            _set_meta(session, "seeds", hello.seeds)
            if same:
                # What central did just before may bear the next version, or none: the one after holds both.
                session.execute(
                    update(Kept).where(Kept.id.in_(these), Kept.ver.is_(None)).values(ver=hello.ver + 1)
                )
                _let_go(
                    session, session.scalars(select(Kept.id).where(Kept.handed, Kept.ver <= durable)).all()
                )
            else:
                self._begin(session, hello.epoch)
            _set_meta(session, "chain", str(hello.chain).encode())
            self.waits = _waits(session)
        self.chain, self.seeds = hello.chain, hello.seeds
        self.epoch, self.letterbox, self._durable = hello.epoch, hello.letterbox, durable if same else 0

    def restored(self, epoch: str) -> None:
        """Central was restored: everything kept is to be handed in again; `epoch` empty if not known yet."""
        with self._database.write() as session:
            self._begin(session, epoch or self.epoch)
            self.waits = _waits(session)
        self.epoch, self._durable, self.chain = epoch or self.epoch, 0, 1

    def to_hand_in(self) -> list[SealedRequest]:
        """The requests that a restored central may have lost, oldest first."""
        if not self.waits:
            return []
        with self._database.read() as session:
            waiting = select(Kept).where(Kept.handed.is_(False), Kept.sealed.is_not(None))
            rows = session.scalars(waiting.order_by(text("rowid"))).all()
            return [SealedRequest(bytes.fromhex(row.id), row.sealed or b"") for row in rows]

    def handed_in(self, key: bytes, refused: str = "") -> None:
        """Central has this request again, or will not do it again: `refused` is its code, for staff."""
        with self._database.write() as session:
            session.execute(update(Kept).where(Kept.id == key.hex()).values(handed=True, ver=None))
            undone.handed_in(session, key, refused)
            self.waits = _waits(session)
        self.undone.tell()

    def _begin(self, session: Session, epoch: str) -> None:
        """A new epoch: requests and evidence wait to be handed in, files to be sent."""
        if self.epoch:
            session.execute(update(Kept).values(handed=False, ver=None))
            of_kept = exists().where(Kept.id == Upload.sha256)
            session.execute(update(Upload).where(of_kept, Upload.content.is_not(None)).values(sent=False))
            session.execute(delete(Kept).where(Kept.sealed.is_(None)))
            session.execute(update(Aside).values(at_central=False))
        _set_meta(session, "history", epoch.encode())
        # The program may be an older one, too: what links it reads is asked anew.
        _set_meta(session, "chain", b"1")


def _waits(session: Session) -> bool:
    waiting = select(Kept.id).where(Kept.handed.is_(False), Kept.sealed.is_not(None)).limit(1)
    return session.scalar(waiting) is not None


def _of_agency(durable: dict[str, int]) -> int:
    return next((ver for scope, ver in durable.items() if scope != GLOBAL_SCOPE), 0)


def _let_go(session: Session, names: Iterable[str]) -> None:
    for name in names:
        session.execute(update(Upload).where(Upload.sha256 == name).values(content=None))
        session.execute(delete(Kept).where(Kept.id == name))
        undone.let_go(session, name)


def _meta(session: Session, key: str) -> bytes | None:
    row = session.get(JournalMeta, key)
    return row.value if row else None


def _set_meta(session: Session, key: str, value: bytes) -> None:
    row = insert(JournalMeta).values(key=key, value=value)
    session.execute(row.on_conflict_do_update(index_elements=["key"], set_={"value": value}))
