"""Files on their way to central: kept in the encrypted journal until central has them."""

import hashlib
import logging

from sqlalchemy import func, select, text, update
from sqlalchemy.dialects.sqlite import insert

from desktop import failpoints
from desktop.errors import Nonsense, Refused
from desktop.models.database import Database
from desktop.sync.journal_tables import Upload
from desktop.sync.kept import history_of, keep_file
from desktop.sync.link import Link

_log = logging.getLogger(__name__)


class Uploads:
    """A queue of its own, so that a photo never delays a payment."""

    def __init__(self, database: Database, link: Link) -> None:
        self._database = database
        self._link = link

    def keep(self, sha256: str, content: bytes, media_type: str) -> None:
        """Keeps `content` durably; keeping the same file twice is keeping it once."""
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

    def send_one(self) -> bool:
        """Sends the oldest waiting file; False when none waits. A file that central refuses is let go."""
        with self._database.read() as session:
            oldest = select(Upload).where(Upload.sent.is_(False)).order_by(text("rowid")).limit(1)
            upload, history = session.scalar(oldest), history_of(session)
        if upload is None or upload.content is None:
            return False
        try:
            failpoints.reached("upload.before_send")
            self._link.send_blob(upload.sha256, upload.content, upload.media_type)
            failpoints.reached("upload.sent")
        except Refused as refusal:
            _log.error("central refuses file %s: %s", upload.sha256, refusal.code)
            with self._database.write() as session:
                refused = update(Upload).where(Upload.sha256 == upload.sha256)
                session.execute(refused.values(sent=True, content=None))
            return True
        with self._database.write() as session:
            keep_file(session, upload.sha256, None, history)
        return True
