"""Files on their way to central: kept in the encrypted journal until central has them."""

import hashlib

from sqlalchemy import func, select, update
from sqlalchemy.dialects.sqlite import insert

from desktop.errors import Nonsense, Refused
from desktop.models.database import Database
from desktop.sync.journal_tables import Upload
from desktop.sync.link import Link


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
        """Sends the oldest waiting file; False when none waits. A file that central refuses is set aside."""
        with self._database.read() as session:
            upload = session.scalar(select(Upload).where(Upload.sent.is_(False)).limit(1))
        if upload is None or upload.content is None:
            return False
        try:
            self._link.send_blob(upload.sha256, upload.content, upload.media_type)
            values: dict[str, object] = {"sent": True, "content": None}
        except Refused:
            values = {"sent": True}
        with self._database.write() as session:
            session.execute(update(Upload).where(Upload.sha256 == upload.sha256).values(values))
        return True
