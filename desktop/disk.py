"""What programs need of the disk beyond its files: that these are really there, and one alone has them."""

import os
import sys
from pathlib import Path


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
