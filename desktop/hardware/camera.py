"""Where photographs come from: a folder that a phone, a USB key or a document camera fills."""

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from desktop.errors import DeviceUnavailable

LARGEST_PHOTO = 25 * 1024 * 1024
"""Bytes; what central accepts for one photo (`max_blob_bytes`)."""

_UNFINISHED = (".part", ".tmp", ".crdownload")
_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_BRANDS: Final = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif"})
"""Of HEIF, as telephones write it (ISO/IEC 23008-12)."""


class PhotoSource(Protocol):
    """A place where photographs of a visit appear. Whether they can be used is judged elsewhere."""

    def begin(self) -> None:
        """A visit begins: what is there by now is somebody else's, and is neither offered nor deleted."""
        ...

    def photos(self) -> list[Path]:
        """Pictures that appeared since, newest first. Raises DeviceUnavailable when the source is gone."""
        ...

    def take(self, photo: Path | None = None) -> bytes:
        """The bytes of `photo`, by default of the newest.

        Raises DeviceUnavailable: no_photo, photo_gone, photo_too_large, or the source is gone.
        """
        ...

    def forget(self) -> None:
        """The visit is over: delete what appeared during it, so that nothing stays for the next person."""
        ...


class _Before(NamedTuple):
    """What a folder held when a visit began. Some file systems change a file's number, so names count too."""

    folder: tuple[int, int]
    names: frozenset[str]
    numbers: frozenset[int]


class FolderCamera:
    """The pictures that appear in `folder` itself during a visit, neither links nor copies still under way.

    Outside a visit there are none. A key that is put in during the visit is read, and nothing on it is
    deleted. A file of more than `largest` bytes is never read into memory.
    """

    def __init__(self, folder: Path, largest: int = LARGEST_PHOTO) -> None:
        self.folder = folder
        self._largest = largest
        self._in_visit = False
        self._before: _Before | None = None

    def begin(self) -> None:
        """See PhotoSource. A folder that is not there yet is whatever is put in later."""
        self._in_visit, self._before = True, None
        with suppress(DeviceUnavailable):
            entries, folder = self._entries(), self._identity()
            names = frozenset(entry.name for entry in entries)
            self._before = _Before(folder, names, frozenset(entry.inode() for entry in entries))

    def photos(self) -> list[Path]:
        """See PhotoSource. Raises DeviceUnavailable (folder_missing)."""
        entries, before = self._entries(), self._before
        if not self._in_visit:
            return []
        if before is not None and self._identity() == before.folder:
            entries = [
                each
                for each in entries
                if each.name not in before.names and each.inode() not in before.numbers
            ]
        found = [candidate for entry in entries if (candidate := _candidate(entry)) is not None]
        return [path for _, path in sorted(found) if _is_picture(path)]

    def take(self, photo: Path | None = None) -> bytes:
        """See PhotoSource; a `photo` that is no candidate is not read."""
        candidates = self.photos()
        if not candidates:
            raise DeviceUnavailable("camera", "no_photo")
        chosen = candidates[0] if photo is None else photo
        if chosen not in candidates:
            raise DeviceUnavailable("camera", "photo_gone")
        try:
            content = _read(chosen, self._largest + 1)
        except OSError as error:
            raise DeviceUnavailable("camera", "photo_gone") from error
        if len(content) > self._largest:
            raise DeviceUnavailable("camera", "photo_too_large", largest=self._largest)
        return content

    def forget(self) -> None:
        """See PhotoSource. Raises DeviceUnavailable (photo_not_deleted) rather than leave one silently."""
        try:
            if self._before is None or self._identity() != self._before.folder:
                return
            for photo in self.photos():
                photo.unlink(missing_ok=True)
        except OSError as error:
            raise DeviceUnavailable("camera", "photo_not_deleted") from error
        finally:
            self._in_visit = False

    def _entries(self) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self.folder) as entries:
                return list(entries)
        except OSError as error:
            raise self._missing() from error

    def _identity(self) -> tuple[int, int]:
        """Which folder this is: another one stands at the same place once a key is put in."""
        try:
            status = self.folder.stat()
        except OSError as error:
            raise self._missing() from error
        return status.st_dev, status.st_ino

    def _missing(self) -> DeviceUnavailable:
        return DeviceUnavailable("camera", "folder_missing", folder=str(self.folder))


@dataclass(frozen=True, slots=True)
class NullCamera:
    """A station without a camera: nothing ever appears, and there is nothing to forget."""

    def begin(self) -> None:
        """Nothing to do."""

    def photos(self) -> list[Path]:
        """None."""
        return []

    def take(self, photo: Path | None = None) -> bytes:  # noqa: ARG002
        """Raises DeviceUnavailable."""
        raise DeviceUnavailable("camera", "not_configured")

    def forget(self) -> None:
        """Nothing to do."""


def takes_photos(source: PhotoSource) -> bool:
    """Whether photos can come from anywhere at this station; where not, no screen asks for them."""
    return not isinstance(source, NullCamera)


def _candidate(entry: os.DirEntry[str]) -> tuple[int, Path] | None:
    """What sorts the newest first, None for what is no finished file (any more)."""
    try:
        status = entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None
    unfinished = entry.name.startswith(".") or entry.name.lower().endswith(_UNFINISHED)
    return None if unfinished or not stat.S_ISREG(status.st_mode) else (-status.st_mtime_ns, Path(entry.path))


def _is_picture(path: Path) -> bool:
    """By its first bytes, whatever it is called."""
    try:
        start = _read(path, 12)
    except OSError:
        return False
    riff, kind, brand = start[:4], start[4:8], start[8:]
    return (
        start.startswith((_JPEG, _PNG))
        or (riff == b"RIFF" and brand == b"WEBP")
        or (kind == b"ftyp" and brand in _BRANDS)
    )


def _read(path: Path, most: int) -> bytes:
    """At most so many bytes of a plain file. Raises OSError, also for what became a link meanwhile."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
        return file.read(most)
