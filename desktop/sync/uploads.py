"""Files on their way to central: kept in the encrypted journal until central has them."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import func, select, text, update
from sqlalchemy.dialects.sqlite import insert

from desktop import failpoints
from desktop.errors import Nonsense, Refused
from desktop.models.database import Database
from desktop.sync.journal.kept import epoch_heard, keep_file
from desktop.sync.journal.tables import Upload, UploadWay
from desktop.sync.wire.link import Link
from desktop.sync.wire.sending import Parcel

MOST_BYTES = 2 * 1024 * 1024 * 1024
MANY_BYTES = MOST_BYTES // 2
MOST_MISMATCHES = 3
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that central will not have; `code` says why. Its bytes are still here."""

    sha256: str
    media_type: str
    size: int
    code: str


class Uploads:
    """A queue of its own, so that a photo never delays a payment."""

    def __init__(self, database: Database, link: Link) -> None:
        self._database = database
        self._link = link

    def keep(self, sha256: str, content: bytes, media_type: str) -> None:
        """Keeps `content` durably; keeping the same file twice is keeping it once.

        Raises Refused("uploads_full") when too much waits already.
        """
        if self.held_bytes() + len(content) > MOST_BYTES:
            raise Refused("uploads_full", max_bytes=MOST_BYTES)
        row = {
            "sha256": sha256,
            "media_type": media_type,
            "size": len(content),
            "content": content,
            "sent": False,
        }
        with self._database.write() as session:
            session.execute(insert(Upload).values(row).on_conflict_do_nothing())

    def waiting(self) -> int:
        """How many files central does not have yet."""
        with self._database.read() as session:
            return session.scalar(select(func.count()).select_from(Upload).where(Upload.sent.is_(False))) or 0

    def held_bytes(self) -> int:
        """The bytes of all files kept here; staff should know from MANY_BYTES on."""
        held = select(func.coalesce(func.sum(Upload.size), 0)).where(Upload.content.is_not(None))
        with self._database.read() as session:
            return int(session.scalar(held) or 0)

    def content(self, sha256: str) -> bytes:
        """The bytes of a file, from here if still here, else from central. Raises Offline, Nonsense."""
        with self._database.read() as session:
            kept = session.get(Upload, sha256)
            content = kept.content if kept else None
        if content is None:
            content = self._link.blob(sha256)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise Nonsense("blob_altered")
        return content

    def refused(self) -> tuple[RefusedFile, ...]:
        """The files that central will not have and that staff do not know of yet, oldest first."""
        query = (
            select(Upload.sha256, Upload.media_type, Upload.size, UploadWay.refused)
            .join(UploadWay, UploadWay.sha256 == Upload.sha256)
            .where(UploadWay.refused.is_not(None), UploadWay.seen.is_(False))
            .order_by(text("upload.rowid"))
        )
        with self._database.read() as session:
            found = session.execute(query)
            return tuple(RefusedFile(name, kind, size, code or "") for name, kind, size, code in found)

    def acknowledge(self, sha256: str) -> None:
        """Staff know that this file was refused: its bytes are let go."""
        with self._database.write() as session:
            session.execute(update(UploadWay).where(UploadWay.sha256 == sha256).values(seen=True))
            session.execute(update(Upload).where(Upload.sha256 == sha256).values(content=None))

    def send_one(self, between: Callable[[], None] = lambda: None) -> bool:
        """Sends the oldest waiting file; False when none waits. One that central refuses waits for staff.

        `between` is called before each piece of it: it may wait, or raise. Raises Offline.
        """
        with self._database.read() as session:
            oldest = select(Upload).where(Upload.sent.is_(False)).order_by(text("rowid")).limit(1)
            upload, epoch = session.scalar(oldest), epoch_heard(session)
        if upload is None or upload.content is None:
            return False
        parcel = Parcel(upload.sha256, upload.content, upload.media_type)
        try:
            failpoints.reached("upload.before_send")
            ver = self._link.send_file(parcel, between)
            failpoints.reached("upload.sent")
        except Refused as refusal:
            self._refuse(parcel.sha256, refusal.code)
            return True
        with self._database.write() as session:
            keep_file(session, parcel.sha256, ver, epoch)
        return True

    def _refuse(self, sha256: str, code: str) -> None:
        """Keeps a refusal for staff; a file that arrived altered is first sent a few times more."""
        with self._database.write() as session:
            way = session.get(UploadWay, sha256) or UploadWay(sha256=sha256, mismatches=0, seen=False)
            session.add(way)
            way.mismatches += code == "blob_altered"
            if code == "blob_altered" and way.mismatches < MOST_MISMATCHES:
                return
            _log.error("central refuses file %s: %s", sha256, code)
            way.refused = code
            session.execute(update(Upload).where(Upload.sha256 == sha256).values(sent=True))
