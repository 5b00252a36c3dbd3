"""Where photographs come from: a folder that a phone, a USB key or a document camera fills."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop.errors import DeviceUnavailable

LARGEST_PHOTO = 25 * 1024 * 1024
"""Bytes; what central accepts for one photo (`max_blob_bytes`)."""

_UNFINISHED = (".part", ".tmp", ".crdownload")


class PhotoSource(Protocol):
    """A place where photographs of this visit appear. What they hold is judged elsewhere."""

    def photos(self) -> list[Path]:
        """The candidates, newest first. Raises DeviceUnavailable when the source is gone."""
        ...

    def take(self, photo: Path | None = None) -> bytes:
        """The bytes of `photo`, by default of the newest.

        Raises DeviceUnavailable: no_photo, photo_gone, photo_too_large, or the source is gone.
        """
        ...

    def forget(self) -> None:
        """Delete every candidate: nothing of a visit stays for the next person."""
        ...


@dataclass(frozen=True, slots=True)
class FolderCamera:
    """Ordinary files of `folder`, which serves nothing else; neither links nor copies still under way."""

    folder: Path
    largest: int = LARGEST_PHOTO
    """Bytes; a larger file is never read into memory."""

    def photos(self) -> list[Path]:
        """See PhotoSource. Raises DeviceUnavailable (folder_missing)."""
        try:
            with os.scandir(self.folder) as entries:
                found = [candidate for entry in entries if (candidate := _candidate(entry)) is not None]
        except OSError as error:
            raise DeviceUnavailable("camera", "folder_missing", folder=str(self.folder)) from error
        return [Path(path) for _, path in sorted(found)]

    def take(self, photo: Path | None = None) -> bytes:
        """See PhotoSource; a `photo` that is no candidate is not read."""
        candidates = self.photos()
        if not candidates:
            raise DeviceUnavailable("camera", "no_photo")
        chosen = candidates[0] if photo is None else photo
        if chosen not in candidates:
            raise DeviceUnavailable("camera", "photo_gone")
        try:
            with chosen.open("rb") as file:
                content = file.read(self.largest + 1)
        except OSError as error:
            raise DeviceUnavailable("camera", "photo_gone") from error
        if len(content) > self.largest:
            raise DeviceUnavailable("camera", "photo_too_large", largest=self.largest)
        return content

    def forget(self) -> None:
        """See PhotoSource. Raises DeviceUnavailable (photo_not_deleted) rather than leave one silently."""
        for photo in self.photos():
            try:
                photo.unlink(missing_ok=True)
            except OSError as error:
                raise DeviceUnavailable("camera", "photo_not_deleted") from error


@dataclass(frozen=True, slots=True)
class NullCamera:
    """A station without a camera: nothing ever appears, and there is nothing to forget."""

    def photos(self) -> list[Path]:
        """None."""
        return []

    def take(self, photo: Path | None = None) -> bytes:  # noqa: ARG002
        """Raises DeviceUnavailable."""
        raise DeviceUnavailable("camera", "not_configured")

    def forget(self) -> None:
        """Nothing to do."""


def _candidate(entry: os.DirEntry[str]) -> tuple[int, str] | None:
    """What sorts the newest first, None for what is no finished file (any more)."""
    try:
        status = entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None
    unfinished = entry.name.startswith(".") or entry.name.lower().endswith(_UNFINISHED)
    return None if unfinished or not stat.S_ISREG(status.st_mode) else (-status.st_mtime_ns, entry.path)
