"""Small files that only their owner may read, written whole or not at all.

On Windows the folder's access list protects them; modes and owners are only checked elsewhere.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from desktop.disk import sync_folder
from desktop.errors import NotAllowed, StoreDamaged, StoreFull

_POSIX = os.name == "posix"
_OWNER_ONLY = stat.S_IRUSR | stat.S_IWUSR


def read_private(path: Path) -> bytes:
    """The content, once it is certain that nobody else can have read or changed it.

    Raises FileNotFoundError; NotAllowed: file_not_readable, file_of_someone_else, file_open_to_others.
    """
    try:
        with open(path, "rb", opener=_without_following) as file:
            if _POSIX:
                _check_owner(os.fstat(file.fileno()), path)
            return file.read()
    except FileNotFoundError:
        raise
    except OSError as error:
        raise NotAllowed("file_not_readable", file=path.name) from error


def replace_private(path: Path, content: bytes) -> None:
    """Write the file, or replace it: after a crash it holds the old content or the new, whole.

    Raises StoreFull, StoreDamaged("file_not_written").
    """
    with _written_beside(path, content) as fresh:
        fresh.replace(path)


def create_private(path: Path, content: bytes) -> None:
    """Write a file that must not be there yet. Raises FileExistsError, and as `replace_private` does."""
    with _written_beside(path, content) as fresh:
        if _POSIX:
            path.hardlink_to(fresh)
        else:
            fresh.rename(path)


@contextmanager
def _written_beside(path: Path, content: bytes) -> Iterator[Path]:
    """A finished copy in the same folder, gone afterwards unless it was moved away."""
    fresh = path.with_name(f".{path.name}.{token_hex(8)}")
    try:
        handle = os.open(
            fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _OWNER_ONLY
        )
        with os.fdopen(handle, "wb") as file:
            if _POSIX:
                os.fchmod(file.fileno(), _OWNER_ONLY)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield fresh
        sync_folder(path.parent)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StoreFull from error
        raise StoreDamaged("file_not_written", file=path.name) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _without_following(path: str, flags: int) -> int:
    """A pipe does not keep anybody waiting; it is refused afterwards."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def _check_owner(found: os.stat_result, path: Path) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise NotAllowed("file_not_readable", file=path.name)
    if os.geteuid() not in (0, found.st_uid):
        raise NotAllowed("file_of_someone_else", file=path.name)
    if found.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise NotAllowed("file_open_to_others", file=path.name, mode=f"{stat.S_IMODE(found.st_mode):04o}")
