"""One program per station folder: two would number receipts twice."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop.disk import lock
from desktop.errors import NotAllowed, NotEnrolled, Refused, StoreDamaged


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Holds the folder's lock; the system lets go of it however the program ends. Refused when it is held.

    Raises NotEnrolled when there is no folder, NotAllowed when this user may not write in it,
    StoreDamaged when nobody can.
    """
    if not folder.is_dir():
        raise NotEnrolled("not_enrolled", folder=str(folder))
    with _lock_file(folder) as file:
        try:
            lock(file.fileno())
        except OSError as error:
            raise Refused("already_running", folder=str(folder)) from error
        yield


def _lock_file(folder: Path) -> BinaryIO:
    try:
        return (folder / "station.lock").open("a+b")
    except PermissionError as error:
        raise NotAllowed("folder_not_ours", folder=str(folder), reason=error.strerror) from error
    except OSError as error:
        raise StoreDamaged("store_cannot_open", store="station.lock", reason=error.strerror) from error
