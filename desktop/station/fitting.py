"""Which devices a station has, as its administrator says by command, and whether each of them answers."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from desktop.config import (
    STATION_FILE,
    PrinterSettings,
    StationSettings,
    TerminalSettings,
    change_settings,
    read_settings,
)
from desktop.errors import DeviceUnavailable, Invalid
from desktop.hardware.card_terminal import TerminalState
from desktop.hardware.configuration import open_camera, open_card_terminal, open_printer
from desktop.sync.lock import disk_refusals

NONE: Final = "none"
_PORT: Final = TerminalSettings().port


class Fitting(msgspec.Struct, frozen=True):
    """One kind of device: how it is set, as `station set` takes it, and what it says of itself now."""

    device: str
    set_to: str
    standing: str


def fit(
    folder: Path, *, terminal: str | None = None, printer: str | None = None, photos: str | None = None
) -> StationSettings:
    """Changes what is said and keeps the rest; it counts from the next start.

    `terminal` is none, simulator or caisse_ap:HOST[:PORT]; `printer` none, folder or cups:QUEUE; `photos`
    none or a folder. Raises NotEnrolled, Invalid or DeviceUnavailable; then nothing is changed.
    """
    settings = read_settings(folder / STATION_FILE, StationSettings)
    if terminal is printer is photos is None:
        raise Invalid("device", "no_device_named")
    if terminal is not None:
        settings = replace(settings, terminal=_terminal(terminal, settings.terminal))
    if printer is not None:
        settings = replace(settings, printer=_printer(printer))
    if photos is not None:
        settings = replace(settings, photo_folder=_photos(photos))
    with disk_refusals(folder):
        change_settings(folder / STATION_FILE, settings)
    return settings


def fittings(folder: Path) -> tuple[Fitting, ...]:
    """What is set, each device asked how it is. Raises NotEnrolled; a device that fails says so itself."""
    settings = read_settings(folder / STATION_FILE, StationSettings)
    terminal, printer, photos = settings.terminal, settings.printer, settings.photo_folder
    return (
        Fitting("terminal", _said_terminal(terminal), _asked(lambda: _terminal_standing(terminal))),
        Fitting("printer", _said_printer(printer), _asked(lambda: _printer_standing(printer, folder))),
        Fitting("photos", photos or NONE, _asked(lambda: _photos_standing(photos))),
    )


def lacking(settings: StationSettings) -> tuple[str, ...]:
    """The devices that a station of this kind mostly has, and this one has not."""
    wanted = ("terminal", "printer", "photos") if settings.kind == "kiosk" else ("printer",)
    there = {
        "terminal": settings.terminal.kind != NONE,
        "printer": settings.printer.kind != NONE,
        "photos": settings.photo_folder is not None,
    }
    return tuple(device for device in wanted if not there[device])


def _terminal(said: str, before: TerminalSettings) -> TerminalSettings:
    kind, _, rest = said.partition(":")
    if kind != "caisse_ap":
        if rest or kind not in {NONE, "simulator"}:
            raise Invalid("terminal", "terminal_unknown", said=said)
        return replace(before, kind=kind)
    host, port = _host_and_port(rest, said)
    open_card_terminal(kind, host, port)
    return replace(before, kind=kind, host=host, port=port)


def _host_and_port(said: str, whole: str) -> tuple[str, int]:
    """IPv6 addresses stand in brackets when a port follows them."""
    if said.startswith("["):
        host, _, rest = said[1:].partition("]")
        port = rest.removeprefix(":")
    elif said.count(":") > 1:
        host, port = said, ""
    else:
        host, _, port = said.partition(":")
    if not host or (port and not (port.isascii() and port.isdecimal())):
        raise Invalid("terminal", "terminal_unknown", said=whole)
    return host, int(port or _PORT)


def _printer(said: str) -> PrinterSettings:
    kind, _, queue = said.partition(":")
    if kind == "cups" and queue:
        if (standing := _queue_standing(queue)) == "queue_unknown":
            raise Invalid("printer", standing, queue=queue, queues=_queues_beside(queue))
        return PrinterSettings(kind, queue)
    if queue or kind not in {NONE, "folder"}:
        raise Invalid("printer", "printer_unknown", said=said)
    return PrinterSettings(kind)


def _photos(said: str) -> str | None:
    if said == NONE:
        return None
    if not said or not _is_text(said):
        raise Invalid("photos", "folder_missing", folder=said)
    folder = Path(said).expanduser().absolute()
    if (standing := _photos_standing(str(folder))) != "ready":
        raise Invalid("photos", standing, folder=str(folder))
    return str(folder)


def _is_text(name: str) -> bool:
    """Names of files are bytes, and settings are text."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _asked(ask: Callable[[], str]) -> str:
    try:
        return ask()
    except DeviceUnavailable as error:
        return error.code


def _terminal_standing(terminal: TerminalSettings) -> str:
    if terminal.kind == "simulator":
        return "demonstration"
    return open_card_terminal(terminal.kind, terminal.host, terminal.port).ready().value


def _printer_standing(printer: PrinterSettings, folder: Path) -> str:
    open_printer(printer.kind, queue=printer.queue, folder=folder)
    if printer.kind == "cups":
        return _queue_standing(printer.queue)
    return TerminalState.ABSENT.value if printer.kind == NONE else "demonstration"


def _queue_standing(queue: str) -> str:
    from desktop.hardware.cups_printer import CupsPrinter  # noqa: PLC0415 (only where there is one)

    return CupsPrinter(queue).standing()


def _queues_beside(queue: str) -> str:
    from desktop.hardware.cups_printer import CupsPrinter  # noqa: PLC0415 (only where there is one)

    return ", ".join(CupsPrinter(queue).queues()) or "none"


def _photos_standing(photos: str | None) -> str:
    if photos is None:
        return TerminalState.ABSENT.value
    camera = open_camera(Path(photos))
    camera.begin()
    camera.photos()
    return "ready"


def _said_terminal(terminal: TerminalSettings) -> str:
    if terminal.kind != "caisse_ap":
        return terminal.kind
    host = f"[{terminal.host}]" if ":" in terminal.host else terminal.host
    return f"caisse_ap:{host}:{terminal.port}"


def _said_printer(printer: PrinterSettings) -> str:
    return f"cups:{printer.queue}" if printer.kind == "cups" else printer.kind
