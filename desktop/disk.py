"""What programs need of the disk beyond its files: that these are really there, and one alone has them."""

import errno
import logging
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

OWNER_ALONE = 0o077
"""The umask of every program here: what it writes, nobody else on the machine can read."""

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_log = logging.getLogger(__name__)


def close_to_others(folder: Path, but: frozenset[str] = frozenset()) -> None:
    """Leaves a folder, and all in it, to its owner alone: what was made before the umask was set.

    Files whose names are in `but` stay as they are. Where nothing at the top is open, the rest is not looked
    at; on Windows the folder's access list says who may read.
    """
    if os.name == "posix" and any(_is_open(path) for path in _at_the_top(folder, but)):
        for path in _below(folder, but):
            _close(path)
        _close(folder)


def _at_the_top(folder: Path, but: frozenset[str]) -> Iterator[Path]:
    yield folder
    yield from (path for path in folder.iterdir() if path.name not in but)


def _below(folder: Path, but: frozenset[str]) -> Iterator[Path]:
    for inside, folders, files in os.walk(folder):
        yield from (Path(inside, name) for name in (*folders, *files) if name not in but)


def _is_open(path: Path) -> bool:
    mode = path.lstat().st_mode
    return not stat.S_ISLNK(mode) and bool(mode & _OTHERS)


def _close(path: Path) -> None:
    try:
        if _is_open(path):
            path.chmod(stat.S_IMODE(path.lstat().st_mode) & ~_OTHERS)
    except FileNotFoundError:
        return
    except OSError:
        _log.warning("%s can be read by others, and is somebody else's to close", path)


def open_plain(path: Path) -> BinaryIO:
    """Opens a plain file to read it. Raises OSError for any other thing of that name, and waits for none:

    a pipe, a socket or a device may never end, or never begin.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "not a plain file", str(path))
    return os.fdopen(descriptor, "rb")


def sync_file(path: Path) -> None:
    """Returns when a written file is on the disk, whatever happens to the power."""
    _sync(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)


def sync_folder(folder: Path) -> None:
    """Returns when the names in a folder are on the disk, where the system knows how."""
    if os.name == "posix":
        _sync(folder, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def lock(descriptor: int) -> None:
        """Takes the open file's lock, which ends with this program. Raises OSError when another has it."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def unlock(descriptor: int) -> None:
        """Lets others have the lock before the file is closed."""
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def lock(descriptor: int) -> None:
        """Takes the open file's lock, which ends with this program. Raises OSError when another has it."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def unlock(descriptor: int) -> None:
        """Lets others have the lock before the file is closed."""
        fcntl.flock(descriptor, fcntl.LOCK_UN)
