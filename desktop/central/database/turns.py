"""Lets whoever writes to central's SQLite file have their turn, however many processes write.

SQLite gives its lock to whoever asks at the right moment: a writer that comes back at once, as an import
does, can keep others out for seconds. Here one waits at a gate that opens when the one before has got in.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from desktop.disk import lock, unlock

LONGEST_WAIT_SECONDS: Final = 10.0
"""After this one tries one's luck without a turn; SQLite's own lock decides in any case."""

_FIRST_PAUSE: Final = 0.0005
_LONGEST_PAUSE: Final = 0.004


class Turns:
    """Turns at one database, marked by two files in `folder`: the gate, and the place behind it."""

    def __init__(self, folder: Path) -> None:
        self._gate = folder / "writing.gate"
        self._place = folder / "writing.place"

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Waits for one's turn and keeps it for the block."""
        with locked(self._gate, LONGEST_WAIT_SECONDS) as at_gate, _Lock(self._place) as place:
            place.wait(LONGEST_WAIT_SECONDS)
            if at_gate:
                at_gate.release()
            yield


class _Lock:
    """A lock of the system's on a file; it ends with the process that holds it."""

    def __init__(self, path: Path) -> None:
        self._file: IO[bytes] = path.open("ab")
        self._held = False

    def __enter__(self) -> "_Lock":
        return self

    def __exit__(self, *_: object) -> None:
        self.release()
        self._file.close()

    def wait(self, seconds: float) -> bool:
        """Asks again and again, for `seconds` at most; whether it is ours now."""
        end, pause = time.monotonic() + seconds, _FIRST_PAUSE
        while not self._held:
            try:
                lock(self._file.fileno())
                self._held = True
            except OSError:
                if time.monotonic() >= end:
                    break
                time.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)
        return self._held

    def release(self) -> None:
        """Lets others have it."""
        if self._held:
            self._held = False
            unlock(self._file.fileno())


@contextmanager
def locked(path: Path, seconds: float) -> Iterator[_Lock | None]:
    """Holds the lock on `path` for the block; None when it was not to be had within `seconds`."""
    with _Lock(path) as lock:
        yield lock if lock.wait(seconds) else None
