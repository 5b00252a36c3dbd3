"""Locks that hold between all worker processes of a central, and end with whoever held them."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from desktop.disk import lock

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
        lock(file.fileno())
    except OSError:
        return False
    return True
