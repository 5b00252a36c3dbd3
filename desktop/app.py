"""Builds every object of a station once and connects them: the only file that knows all classes."""

import gc
import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from desktop.errors import GuichetError, Refused, StoreDamaged
from desktop.jobs import Lane
from desktop.models.landlord import Landlord
from desktop.outcomes import Err, Outcome
from desktop.running import Stopping, or_say_why, watching_for_incidents
from desktop.station.charging import settle_leftovers
from desktop.station.devices import Devices, open_devices
from desktop.station.engine import Engine
from desktop.station.enrolment import open_station, read_station
from desktop.station.prints import settle_left_papers
from desktop.station.sentences import SENTENCES
from desktop.station.station import Station
from desktop.supervision import supervisor
from desktop.sync.lock import only_one
from desktop.views.common.first_screen import FirstScreen
from desktop.views.common.language import Language, install
from desktop.views.common.theme import LIGHT, Kind, Scale, apply

if TYPE_CHECKING:
    from desktop.views.common.cannot_open import CannotOpen
    from desktop.views.counter.shell import CounterShell
    from desktop.views.kiosk.shell import KioskShell

    Shell = CounterShell | KioskShell

APPLICATION = "guichet"
_AGAIN = -75
_MOST_RESTARTS = 3
"""A disk that damages file after file needs a person."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Lanes:
    """One worker each: a person who takes a minute at the terminal keeps nobody else waiting."""

    cache: Lane
    network: Lane
    terminal: Lane
    printer: Lane


def run_kiosk(folder: Path, *, windowed: bool = False) -> int:
    """Opens the kiosk in `folder`; returns the exit status once it is closed."""

    def build(app: QApplication, station: Station, lanes: Lanes) -> "KioskShell":
        return kiosk_shell(app, station, lanes, open_devices(folder, station), windowed=windowed)

    return _run(Kind.KIOSK, folder, build, closable=windowed)


def run_counter(folder: Path, *, windowed: bool = False) -> int:
    """Opens the counter in `folder`; returns the exit status once it is closed."""

    def build(app: QApplication, station: Station, lanes: Lanes) -> "CounterShell":
        return counter_shell(app, station, lanes, open_devices(folder, station), windowed=windowed)

    return _run(Kind.COUNTER, folder, build, closable=True)


def _run(
    kind: Kind, folder: Path, build: Callable[[QApplication, Station, Lanes], "Shell"], *, closable: bool
) -> int:
    """Whoever stands before a station that cannot open is told so, and may try again."""
    app = application(kind)
    before: CannotOpen | None = None
    with Stopping(app, supervisor()) as stopping:
        while True:
            try:
                _require_kind(kind, folder)
                return _serve(app, stopping, folder, build, before)
            except GuichetError as failure:
                before = _asked_again(app, failure, before, closable=closable)
                if before is None:
                    raise
            gc.collect()  # what the failed opening left open goes with its frames


def _require_kind(kind: Kind, folder: Path) -> None:
    """Raises Refused("station_of_other_kind"): a kiosk would show everybody what only staff may see."""
    found = read_station(folder).kind
    if found != kind.name.lower():
        raise Refused("station_of_other_kind", folder=str(folder), kind=found)


def _serve(
    app: QApplication,
    stopping: Stopping,
    folder: Path,
    build: Callable[[QApplication, Station, Lanes], "Shell"],
    before: "CannotOpen | None",
) -> int:
    """Opens the station anew when its journal cannot be read any more: opening it rescues what is there."""
    restarts, status = 0, _AGAIN
    while status == _AGAIN:
        with opened(folder) as (station, lanes), ExitStack() as later, watching_for_incidents():
            stopping.wait_for((lanes.cache, lanes.terminal, lanes.printer))
            shell = build(app, station, lanes)
            shell.resize(app.primaryScreen().availableSize() * 0.9)
            first = FirstScreen(shell, lanes.cache, partial(_go_on, station, later, stopping, shell.report))
            if restarts < _MOST_RESTARTS:
                shell.restart_wanted.connect(partial(app.exit, _AGAIN))
            shell.start()
            _put_away(before)
            before = None
            status = app.exec()
            app.setQuitOnLastWindowClosed(status != _AGAIN)
            first.stop()
            shell.stop()
            shell.deleteLater()
        restarts += 1
    return status


def _asked_again(
    app: QApplication, failure: GuichetError, before: "CannotOpen | None", *, closable: bool
) -> "CannotOpen | None":
    """Shows why the station cannot open; the window, which stays until the next one, if that is tried again.

    A second kiosk must not hide the one that serves.
    """
    from desktop.views.common.cannot_open import ALREADY_RUNNING, CannotOpen

    if failure.code == ALREADY_RUNNING and not closable:
        return None
    _log.error("this station cannot open: %s", failure.code)
    app.setQuitOnLastWindowClosed(True)
    window = CannotOpen(failure, closable=closable)
    window.again_pressed.connect(partial(app.exit, _AGAIN))
    window.open()
    _put_away(before)
    if app.exec() == _AGAIN:
        window.primary.setEnabled(False)
        return window
    _put_away(window)
    return None


def _put_away(window: "CannotOpen | None") -> None:
    if window is not None:
        window.hide()
        window.deleteLater()


def application(kind: Kind) -> QApplication:
    """The Qt application, dressed for its kind of station, in French until somebody asks otherwise."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else _new_application()
    app.setApplicationName(APPLICATION)
    app.setDesktopFileName(APPLICATION)
    install(app, Language.FR)
    apply(app, LIGHT, Scale(kind), Language.FR)
    return app


def _new_application() -> QApplication:
    with or_say_why(SENTENCES["no_window"]):
        return QApplication([APPLICATION])


@contextmanager
def running_station(folder: Path) -> Iterator[tuple[Station, Lanes]]:
    """The station in `folder` with its lanes and its engine; all end, in order, with the block."""
    with opened(folder) as (station, lanes), exchanging(station):
        yield station, lanes


@contextmanager
def opened(folder: Path) -> Iterator[tuple[Station, Lanes]]:
    """The station in `folder` with its lanes, silent yet; what an earlier run left open is settled first."""
    with only_one(folder):
        station = _station_in(folder)
        lanes = Lanes(*(Lane(name) for name in ("cache", "network", "terminal", "printer")))
        lanes.cache.run(partial(settle_leftovers, station), _on_settled)
        lanes.cache.run(partial(settle_left_papers, station), _on_settled)
        try:
            yield station, lanes
        finally:
            for lane in (lanes.cache, lanes.network, lanes.terminal, lanes.printer):
                lane.close()
            station.close()


def _station_in(folder: Path) -> Station:
    """Raises what `open_station` raises, and StoreDamaged("cannot_open") for what nobody foresaw."""
    try:
        return open_station(folder)
    except GuichetError:
        raise
    except Exception as error:
        _log.exception("this station cannot open")
        raise StoreDamaged("cannot_open", what=type(error).__name__) from error


@contextmanager
def exchanging(station: Station) -> Iterator[None]:
    """Speaks with central for as long as the block lasts. Raises whatever keeps the threads from starting."""
    engine = Engine(station, log=lambda code: _log.warning("exchange with central: %s", code))
    try:
        engine.start()
        yield
    finally:
        engine.stop()


def kiosk_shell(
    app: QApplication, station: Station, lanes: Lanes, devices: Devices, *, windowed: bool
) -> "KioskShell":
    """The kiosk's window over its parts."""
    from desktop.views.kiosk.parts import KioskParts
    from desktop.views.kiosk.shell import KioskShell

    parts = KioskParts(
        station=station,
        cache_lane=lanes.cache,
        network_lane=lanes.network,
        terminal_lane=lanes.terminal,
        printer_lane=lanes.printer,
        terminal=devices.terminal,
        printer=devices.printer,
        photos=devices.camera,
        landlord_name=landlord_name(station),
    )
    return KioskShell(app, parts, windowed=windowed)


def counter_shell(
    app: QApplication, station: Station, lanes: Lanes, devices: Devices, *, windowed: bool
) -> "CounterShell":
    """The counter's window over its parts."""
    from desktop.views.counter.parts import CounterParts
    from desktop.views.counter.shell import CounterShell

    parts = CounterParts(
        station=station,
        cache_lane=lanes.cache,
        network_lane=lanes.network,
        printer_lane=lanes.printer,
        printer=devices.printer,
        landlord_name=landlord_name(station),
    )
    return CounterShell(app, parts, windowed=windowed)


def landlord_name(station: Station) -> str:
    """What the landlord is called, or nothing before the first rows came."""
    return station.ask(lambda session: session.scalar(select(Landlord.name)) or "")


def _on_settled(outcome: Outcome[int]) -> None:
    if isinstance(outcome, Err):
        _log.error("what an earlier run left open could not be settled", exc_info=outcome.error)


def _go_on(
    station: Station, later: ExitStack, stopping: Stopping, report: Callable[[Exception], None]
) -> None:
    """What can wait until the first screen stands there: the network, and the search for garbage.

    A station that could not begin to speak with central does not call itself ready: `report` tells people.
    """
    try:
        later.enter_context(exchanging(station))
    except Exception as error:  # noqa: BLE001 - else a window would stand there that nothing ever leaves
        report(error)
    else:
        stopping.supervisor.say_ready()
    gc.freeze()
    gc.enable()
