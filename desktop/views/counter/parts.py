"""What the application hands to the counter: the station, its lanes, its printer, and its lock."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from desktop.hardware.printer import PaperPrinter
from desktop.outcomes import Runner
from desktop.services.access.staff import StaffCard
from desktop.station.papers import MadePaper, make_paper
from desktop.station.station import Station
from desktop.views.common.scene import Guide
from desktop.views.counter.paper import Paper
from desktop.views.counter.shift import Shift


@dataclass(frozen=True, slots=True)
class LockTimes:
    """Seconds without a key or a click before the counter locks itself."""

    before_lock: int = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterParts:
    """Everything the screens work with; one for the life of the program."""

    station: Station
    cache_lane: Runner
    network_lane: Runner
    printer_lane: Runner
    printer: PaperPrinter
    landlord_name: str
    make_paper: Callable[[Station, object, str], MadePaper] = make_paper
    lock_times: LockTimes = field(default_factory=LockTimes)


class CounterGuide(Guide, Protocol):
    """What a presenter may ask of the shell."""

    @property
    def shift(self) -> Shift: ...

    def go(self, place: str, subject: str = "") -> None:
        """Open a screen; `back` returns to this one as it is."""
        ...

    def back(self) -> None:
        """Return to the screen before."""
        ...

    def welcome(self, staff: StaffCard) -> None:
        """Somebody signed in, or came back to a locked counter."""
        ...

    def sign_out(self) -> None:
        """Forget who was here and everything they had open."""
        ...

    def paper_missed(self, paper: Paper) -> None:
        """A paper did not come out after its screen was left."""
        ...
