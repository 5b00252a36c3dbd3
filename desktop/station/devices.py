"""The devices of a station: what its settings name, opened."""

from dataclasses import dataclass
from pathlib import Path

from desktop.hardware.camera import PhotoSource as Camera
from desktop.hardware.card_terminal import CardTerminal
from desktop.hardware.configuration import open_camera, open_card_terminal, open_printer
from desktop.hardware.printer import PaperPrinter
from desktop.station.charging import terminal_in_doubt
from desktop.station.station import Station


@dataclass(frozen=True, slots=True)
class Devices:
    """What is plugged into a station."""

    terminal: CardTerminal
    printer: PaperPrinter
    camera: Camera


def open_devices(folder: Path, station: Station) -> Devices:
    """The devices that the station's settings name."""
    settings = station.settings
    return Devices(
        open_card_terminal(
            settings.terminal.kind,
            settings.terminal.host,
            settings.terminal.port,
            doubtful=terminal_in_doubt(station),
        ),
        open_printer(settings.printer.kind, queue=settings.printer.queue, folder=folder / "papers"),
        open_camera(Path(settings.photo_folder) if settings.photo_folder else None),
    )
