"""Files that are still arriving: each grows piece by piece in a folder, and is thrown away after a week."""

import hashlib
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from desktop.central.database.turns import locked
from desktop.central.quotas import Allowance, OverQuota
from desktop.errors import Refused
from desktop.protocol.messages import UNREADABLE

LIFE = timedelta(days=7)
SWEEP_EVERY = timedelta(hours=1)
_NAME = re.compile(r"[0-9a-f]{32}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Promised(msgspec.Struct, frozen=True):
    """What a station said it would send, and until when central waits for it."""

    device_id: str
    sha256: str
    length: int
    media_type: str
    expires_at: datetime


@dataclass(slots=True)
class PartialFiles:
    """The files under way in `folder`. Only the station that began one can see it."""

    folder: Path
    max_bytes: int
    most_open: int = 16
    _swept_at: datetime | None = None

    def begin(self, device_id: str, sha256: str, length: int, media_type: str, now: datetime) -> str:
        """Makes room for a file and names it; the same file of the same station has the same name again.

        Raises Refused: blob_too_big, upload_unreadable; OverQuota for more files at once than its share.
        """
        if not _SHA256.fullmatch(sha256) or length < 1:
            raise Refused("upload_unreadable")
        if length > self.max_bytes:
            raise Refused("blob_too_big", max_bytes=self.max_bytes)
        self._sweep(now)
        mine = hashlib.sha256(device_id.encode()).hexdigest()[:8]
        name = mine + hashlib.sha256(f"{device_id}:{sha256}:{length}".encode()).hexdigest()[:24]
        self.folder.mkdir(parents=True, exist_ok=True)
        under_way = {path.stem for path in self.folder.glob(f"{mine}*.part")}
        if len(under_way | {name}) > self.most_open:
            raise OverQuota(Allowance.UPLOADS)
        if self.bytes_of(name).exists() and not self._is_awaited(device_id, name, now):
            self.drop(name)
        promised = Promised(device_id, sha256, length, media_type, now + LIFE)
        fresh = self._promise_of(name).with_suffix(f".{secrets.token_hex(4)}")
        fresh.write_bytes(msgspec.json.encode(promised))
        fresh.replace(self._promise_of(name))
        self.bytes_of(name).touch()
        return name

    def standing(self, device_id: str, name: str, now: datetime) -> tuple[Promised, int]:
        """What was promised, and how many bytes came. Raises Refused("upload_unknown"), whatever it is."""
        try:
            promised = msgspec.json.decode(self._promise_of(name).read_bytes(), type=Promised)
            offset = self.bytes_of(name).stat().st_size
        except (OSError, *UNREADABLE) as error:
            raise Refused("upload_unknown") from error
        if promised.device_id != device_id or promised.expires_at <= now:
            raise Refused("upload_unknown")
        return promised, offset

    def _is_awaited(self, device_id: str, name: str, now: datetime) -> bool:
        try:
            self.standing(device_id, name, now)
        except Refused:
            return False
        return True

    @contextmanager
    def growing(self, name: str) -> Iterator[None]:
        """Lets one piece at a time in, whichever process it reached.

        A piece that came again while the first was being finished would grow the file that is then kept.
        Raises Refused: upload_busy while another is being written, upload_unknown.
        """
        if not self.bytes_of(name).exists():
            raise Refused("upload_unknown")
        with locked(self._lock_of(name), seconds=0) as mine:
            if not mine:
                raise Refused("upload_busy")
            yield

    def append(self, name: str, content: bytes) -> None:
        """Adds a piece at the end."""
        with self.bytes_of(name).open("ab") as file:
            file.write(content)

    def drop(self, name: str) -> None:
        """Forgets a file, whether it came whole or not."""
        self._promise_of(name).unlink(missing_ok=True)
        self.bytes_of(name).unlink(missing_ok=True)
        with suppress(OSError):  # Windows lets no one remove it while it is held: the sweep will
            self._lock_of(name).unlink(missing_ok=True)

    def bytes_of(self, name: str) -> Path:
        """Where its bytes are. Raises Refused("upload_unknown") for what is not a name of ours."""
        if not _NAME.fullmatch(name):
            raise Refused("upload_unknown")
        return self.folder / f"{name}.part"

    def _promise_of(self, name: str) -> Path:
        return self.bytes_of(name).with_suffix(".json")

    def _lock_of(self, name: str) -> Path:
        return self.bytes_of(name).with_suffix(".lock")

    def _sweep(self, now: datetime) -> None:
        if self._swept_at is not None and now - self._swept_at < SWEEP_EVERY:
            return
        self._swept_at = now
        oldest = (now - LIFE).timestamp()
        for path in list(self.folder.glob("*.*")):
            # A piece that just came makes its file young again: a week without one ends it.
            with suppress(FileNotFoundError):  # dropped with another that belongs to it
                if path.stat().st_mtime >= oldest:
                    continue
                if path.suffix == ".part":
                    self.drop(path.stem)
                else:
                    path.unlink()
