"""Copying files so that a power cut leaves the old one or the new one, never half of one."""

import hashlib
import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import BufferedWriter, FileIO
from pathlib import Path
from secrets import token_hex

from desktop.disk import lock, sync_folder
from desktop.errors import Refused

_CHUNK = 1 << 20
_HELD = ".held"
"""The file in a working folder whose lock its program has."""


def first_free(wish: str, joint: str, is_taken: Callable[[str], bool]) -> str:
    """`wish`, or where that is taken `wish` with the first free number from 2 on, after `joint`."""
    numbered = (f"{wish}{joint}{number}" for number in itertools.count(2))
    return next(name for name in itertools.chain([wish], numbered) if not is_taken(name))


def copy_file(source: Path, target: Path) -> str:
    """Copies a file whole, for its owner alone, synced to the disk; returns the SHA-256 of what was read."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.{token_hex(6)}")
    digest = hashlib.sha256()
    try:
        with source.open("rb") as read, _opened(fresh) as written:
            while chunk := read.read(_CHUNK):
                digest.update(chunk)
                written.write(chunk)
            written.flush()
            os.fsync(written.fileno())
        fresh.replace(target)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return digest.hexdigest()


@contextmanager
def working_folder(folder: Path, leftovers: str) -> Iterator[Path]:
    """An empty `folder` for its owner alone; gone at the end of the block, unless it was renamed.

    What killed programs left beside it, by names like `leftovers`, is removed first: nobody holds it.
    """
    for left in folder.parent.glob(leftovers):
        if _is_left(left):
            shutil.rmtree(left, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    with (folder / _HELD).open("ab") as held:
        lock(held.fileno())
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def finished(folder: Path, target: Path) -> None:
    """Gives the folder of `working_folder` its name for good."""
    (folder / _HELD).unlink(missing_ok=True)
    folder.rename(target)
    sync_folder(target.parent)


def _is_left(folder: Path) -> bool:
    try:
        with (folder / _HELD).open("ab") as held:
            lock(held.fileno())
    except OSError:
        return False
    return True


@contextmanager
def writing_to(folder: Path, code: str = "backup_not_written") -> Iterator[None]:
    """Turns what the system says of a full or unreachable disk into Refused(`code`)."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused(code, folder=str(folder), reason=reason) from error


def _opened(path: Path) -> BufferedWriter:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return BufferedWriter(FileIO(os.open(path, flags, 0o600), "wb"))
