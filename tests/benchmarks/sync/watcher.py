"""A station in a process of its own, as each is, that says when a payment made elsewhere has come."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.station.engine import Engine
from desktop.station.enrolment import open_station

READY = "ready"


class Watcher:
    """The process as whoever started it sees it."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def line(self) -> str:
        """What it says next: `READY` once it listens, then the time of each arrival."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@contextmanager
def watching(folder: Path) -> Iterator[Watcher]:
    """The station in `folder` listens, until the block ends."""
    command = [sys.executable, "-m", "tests.benchmarks.sync.watcher", str(folder)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        watcher = Watcher(process)
        assert watcher.line() == READY
        yield watcher
    finally:
        process.communicate("\n", timeout=30)


def _watch(folder: Path) -> None:
    station, heard = open_station(folder), threading.Event()
    engine = Engine(station, on_state=lambda online: heard.set() if online else None)
    station.on_change(lambda tables: _say(repr(time.time())) if "payment" in tables else None)
    engine.start()
    assert heard.wait(30)
    _say(READY)
    sys.stdin.readline()
    engine.stop()
    station.close()


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _watch(Path(sys.argv[1]))
