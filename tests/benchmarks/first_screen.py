"""How long a program takes until it says that its first screen can be used, and its memory then.

`python -m tests.benchmarks.first_screen` is an empty window, the least that any program with windows takes.
"""

import os
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import psutil

STARTS = 7
LONGEST_SECONDS = 60.0
Surroundings = dict[str, str]


def started(*command: str) -> tuple[float, float]:
    """The middle of several starts of `command`: seconds, resident megabytes. One start before warms up."""
    with TemporaryDirectory() as folder:
        # Modules are compiled once, as an installation does, wherever this runs and whatever it forbids.
        surroundings = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        surroundings |= {"PYTHONPYCACHEPREFIX": f"{folder}/compiled", "QT_QPA_PLATFORM": "offscreen"}
        figures = [_one_start(command, surroundings) for _ in range(STARTS + 1)][1:]
    return median(seconds for seconds, _ in figures), median(megabytes for _, megabytes in figures)


def _one_start(command: Sequence[str], surroundings: Surroundings) -> tuple[float, float]:
    begun = perf_counter()
    with ready(command, surroundings) as program:
        return perf_counter() - begun, psutil.Process(program.pid).memory_info().rss / 1e6


@contextmanager
def ready(command: Sequence[str], surroundings: Surroundings) -> Iterator["subprocess.Popen[bytes]"]:
    """A program with windows, from when it says that its first screen can be used."""
    with TemporaryDirectory() as folder, closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as way:
        address = f"{folder}/ready"
        way.bind(address)
        way.settimeout(LONGEST_SECONDS)
        told = surroundings | {"NOTIFY_SOCKET": address}
        program = subprocess.Popen(command, env=told, stderr=subprocess.DEVNULL)
        try:
            assert way.recv(64) == b"READY=1"
            yield program
        finally:
            program.terminate()
            program.wait()


def main() -> None:
    """Opens an empty window and says so."""
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication([])
    window = QWidget()
    window.show()
    app.processEvents()
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as way:
        way.sendto(b"READY=1", os.environ["NOTIFY_SOCKET"])
    app.exec()


if __name__ == "__main__":
    main()
