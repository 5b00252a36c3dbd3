"""One program per station folder: two would number receipts twice."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from desktop.disk import lock
from desktop.errors import NotAllowed, NotEnrolled, Refused, StoreDamaged, StoreFull

_NO_ROOM: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_OURS: Final = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Holds the folder's lock; the system lets go of it however the program ends. Refused when it is held.

    Raises NotEnrolled when there is no folder, and what `disk_refusals` says.
    """
    with disk_refusals(folder):
        if not folder.is_dir():
            raise NotEnrolled("not_enrolled", folder=str(folder))
        file = (folder / "station.lock").open("a+b")
    with file:
        try:
            lock(file.fileno())
        except OSError as error:
            raise Refused("already_running", folder=str(folder)) from error
        yield


@contextmanager
def disk_refusals(folder: Path) -> Iterator[None]:
    """What the disk refuses, as a failure that a person can read.

    Raises NotAllowed when this user may not use the folder, StoreFull when there is no room, and
    StoreDamaged when it is something else.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise StoreFull from error
        reason = error.strerror or type(error).__name__
        if error.errno in _NOT_OURS:
            raise NotAllowed("folder_not_ours", folder=str(folder), reason=reason) from error
        store = Path(str(error.filename or folder)).name
        raise StoreDamaged("store_cannot_open", store=store, reason=reason) from error
