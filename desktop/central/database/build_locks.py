"""Locks that hold between all worker processes of a central, and end with whoever held them."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

POLL_SECONDS = 0.05


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Waits for the lock that the file at `path` stands for."""
    with one_of([path]):
        yield


@contextmanager
def one_of(paths: list[Path]) -> Iterator[None]:
    """Waits until one of these locks is free, and holds it; the system frees it if the process dies."""
    while True:
        for path in paths:
            with path.open("a+b") as file:
                if _taken(file):
                    yield
                    return
        time.sleep(POLL_SECONDS)


def _taken(file: IO[bytes]) -> bool:
    try:
        _lock(file.fileno())
    except OSError:
        return False
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
