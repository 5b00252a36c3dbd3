"""A station whose journal can be read no more opens itself anew, and what was recorded is there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import app as program
from desktop.services.access.accounts import NoteSignIn
from desktop.services.access.staff import NoteStaffSignIn
from desktop.station.station import Station
from desktop.views.counter.shell import CounterShell
from desktop.views.kiosk.shell import KioskShell
from tests.sync.test_standing import lose_a_command
from tests.world import World

COUNT = 20


class Visitor:
    """Looks at whatever window of the program is open; `damage` is done once to the first station."""

    def __init__(self, app: QApplication, kind: type[CounterShell | KioskShell]) -> None:
        self._app = app
        self._kind = kind
        self.stations: list[Station] = []
        self.found: tuple[bool, int] | None = None
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        shells = [each for each in self._app.topLevelWidgets() if isinstance(each, self._kind)]
        open_now = [each for each in shells if each.isVisible()]
        if not open_now:
            return
        shell, station = open_now[0], open_now[0]._parts.station
        if not self.stations:
            flip_a_bit(station)
        if station not in self.stations:
            self.stations.append(station)
            station.wake()
        if len(self.stations) > 1:
            status = station.status()
            self.found = status.damage is not None, station.journal.head
            self._timer.stop()
            self._app.exit(0)
        else:
            shell._station.look()


def flip_a_bit(station: Station) -> None:
    """In one of the commands that wait, on the disk alone."""
    path = station.replica.current.path.with_name("journal.db")
    lose_a_command(path, COUNT // 2)
    station.journal.database.engine.dispose()


def note(station: Station, login: str) -> None:
    """Somebody failed to sign in."""
    at_kiosk = station.settings.kind == "kiosk"
    command = (NoteSignIn if at_kiosk else NoteStaffSignIn)(login=login, succeeded=False)
    station.perform(command, f"device:{station.settings.device_id}")


@pytest.mark.parametrize(
    ("kind", "shell", "run"),
    [("counter", CounterShell, program.run_counter), ("kiosk", KioskShell, program.run_kiosk)],
)
def test_it_opens_itself_anew(
    qapp: QApplication,
    landlord: World,
    kind: str,
    shell: type[CounterShell | KioskShell],
    run: Callable[..., int],
) -> None:
    station = landlord.station(kind)
    folder = landlord.folder_of(station)
    for number in range(COUNT):
        note(station, f"{number:011}")
    landlord.stations.remove(station)
    station.close()
    visitor = Visitor(qapp, shell)
    assert run(folder, windowed=True) == 0
    assert len(visitor.stations) == 2
    assert visitor.found == (True, COUNT // 2 - 1)
    assert list(Path(folder).glob("journal.db.damaged-*/report.json"))


@pytest.mark.qt_no_exception_capture
@pytest.mark.parametrize(("kind", "run"), [("counter", program.run_counter), ("kiosk", program.run_kiosk)])
def test_who_interrupts_the_program_ends_it(
    qapp: QApplication, landlord: World, kind: str, run: Callable[..., int]
) -> None:
    station = landlord.station(kind)
    landlord.stations.remove(station)
    station.close()

    def interrupt() -> None:
        if any(window.isVisible() for window in qapp.topLevelWidgets()):
            timer.stop()
            raise KeyboardInterrupt

    timer = QTimer(interval=20)
    timer.timeout.connect(interrupt)
    timer.start()
    assert run(landlord.folder_of(station), windowed=True) == 1
