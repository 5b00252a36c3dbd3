"""What the application hands to the kiosk: the station, its lanes and devices, and its patience."""

from dataclasses import dataclass, field
from typing import Protocol

from desktop.hardware.camera import PhotoSource
from desktop.hardware.card_terminal import CardTerminal
from desktop.hardware.printer import PaperPrinter
from desktop.outcomes import Runner
from desktop.station.station import Station
from desktop.views.common.scene import Guide
from desktop.views.kiosk.visit import Visit


@dataclass(frozen=True, slots=True)
class IdleTimes:
    """Seconds: without a touch before the warning, the warning itself, and how long a farewell stays.

    A visit lasts `longest` seconds whatever is touched; it is told `last_call` seconds before.
    """

    before_warning: int = 60
    warning: int = 20
    goodbye: int = 15
    longest: int = 20 * 60
    last_call: int = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskParts:
    """Everything the screens work with; one for the life of the program."""

    station: Station
    cache_lane: Runner
    network_lane: Runner
    terminal_lane: Runner
    printer_lane: Runner
    terminal: CardTerminal
    printer: PaperPrinter
    photos: PhotoSource
    landlord_name: str
    idle_times: IdleTimes = field(default_factory=IdleTimes)


class KioskGuide(Guide, Protocol):
    """What a presenter may ask of the shell."""

    @property
    def visit(self) -> Visit:
        """The visit under way."""
        ...

    @property
    def language(self) -> str:
        """The two letters of the language on the screen."""
        ...

    def go(self, place: str) -> None:
        """Leave this screen for another."""
        ...

    def finish(self) -> None:
        """The person is done: say goodbye, then forget everything."""
        ...

    def stay_awake(self, awake: bool) -> None:
        """While true the visit never times out: a card or a paper is under way."""
        ...
