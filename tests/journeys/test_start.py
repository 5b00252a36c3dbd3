"""A station is ready once it speaks with central; when it cannot begin to, people see that."""

import gc
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import app as program
from desktop.views.common.banner import Banner
from desktop.views.counter.shell import CounterShell
from desktop.views.kiosk.shell import KioskShell
from tests.world import World

Shell = CounterShell | KioskShell
PATIENCE_SECONDS = 10
OURS = {"exchange", "files", "pokes"}
BOTH = pytest.mark.parametrize(
    ("kind", "run"), [("counter", program.run_counter), ("kiosk", program.run_kiosk)]
)


@pytest.fixture
def supervisor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """Where systemd hears that a service is ready."""
    address = tmp_path / "ready"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(address))
        ear.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(address))
        yield ear


@pytest.fixture
def no_more_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system gives no third thread to the exchange."""
    start = threading.Thread.start

    def refuse(thread: threading.Thread) -> None:
        if thread.name == "pokes":
            raise RuntimeError("can't start new thread")
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", refuse)


def watch(app: QApplication, seen: Callable[[Shell], bool]) -> QTimer:
    """Ends the program as soon as `seen` answers yes of its window, or with 1 when that takes too long."""
    timer = QTimer(interval=20)
    end = monotonic() + PATIENCE_SECONDS

    def look() -> None:
        if monotonic() > end:
            app.exit(1)
        for shell in app.topLevelWidgets():
            if isinstance(shell, CounterShell | KioskShell) and shell.isVisible() and seen(shell):
                timer.stop()
                app.exit(0)

    timer.timeout.connect(look)
    timer.start()
    return timer


def closed(landlord: World, kind: str) -> Path:
    """The folder of a station that is not open."""
    station = landlord.station(kind)
    landlord.stations.remove(station)
    station.close()
    return landlord.folder_of(station)


def told(ear: socket.socket) -> bytes:
    """What the supervisor was told, if anything."""
    try:
        return ear.recv(100)
    except BlockingIOError:
        return b""


def says_incident(shell: Shell) -> bool:
    """Whether who stands before the screen is told that something is wrong."""
    if isinstance(shell, KioskShell):
        return shell.place == "incident"
    return any(banner.isVisible() for banner in shell.findChildren(Banner))


@BOTH
def test_a_station_that_speaks_with_central_is_ready(
    qapp: QApplication, landlord: World, supervisor: socket.socket, kind: str, run: Callable[..., int]
) -> None:
    timer = watch(qapp, lambda shell: shell._parts.station.online)
    assert run(closed(landlord, kind), windowed=True) == 0
    assert told(supervisor) == b"READY=1"
    assert not timer.isActive()


@BOTH
def test_a_station_that_cannot_begin_to_says_so_and_is_not_ready(
    qapp: QApplication,
    landlord: World,
    supervisor: socket.socket,
    no_more_threads: None,
    kind: str,
    run: Callable[..., int],
) -> None:
    folder = closed(landlord, kind)
    gc.disable()
    timer = watch(qapp, says_incident)
    try:
        assert run(folder, windowed=True) == 0
        assert gc.isenabled()
    finally:
        gc.enable()
    assert told(supervisor) == b""
    assert not OURS & {thread.name for thread in threading.enumerate()}
    assert not timer.isActive()
