"""One paper from the touch that asks for it until it lies in the tray, and where it stands meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from desktop.hardware.printer import PrintDetail, PrintOutcome, PrintResult, is_there
from desktop.station.papers import print_paper
from desktop.views.common.trouble import Trouble
from desktop.views.kiosk.parts import KioskGuide, KioskParts
from desktop.views.kiosk.visit import Act


class PaperProgress(Enum):
    """What a person at the kiosk is told of their paper."""

    NOTHING = auto()
    NO_PRINTER = auto()
    """This kiosk has no printer: nothing is offered."""
    UNDER_WAY = auto()
    PRINTED = auto()
    KEPT = auto()
    """Kept as a file, as a demonstration does: there is no paper to take."""
    FAILED = auto()
    """There is no paper, and none will come."""
    UNKNOWN = auto()
    """Nobody knows whether there is one."""


@dataclass(frozen=True, slots=True)
class KioskPrinting:
    """Nobody is sent away meanwhile. `run` is the scene's; `shown` is told where the paper stands."""

    parts: KioskParts
    guide: KioskGuide
    run: Callable[..., object]
    shown: Callable[[PaperProgress], None]
    failed: Callable[[Trouble], None]

    @property
    def at_rest(self) -> PaperProgress:
        """What is told before anything was asked for."""
        return PaperProgress.NOTHING if is_there(self.parts.printer) else PaperProgress.NO_PRINTER

    def start(self, asked: object) -> None:
        """Make and print the paper that `asked` names."""
        parts, actor, language = self.parts, self.guide.visit.actor, self.guide.language
        self.guide.stay_awake(True)
        self.shown(PaperProgress.UNDER_WAY)
        self.run(
            parts.printer_lane,
            lambda: _ended(print_paper(parts.station, parts.printer, asked, actor, language)),
            self._on_printed,
            self._on_trouble,
        )

    def _on_printed(self, progress: PaperProgress) -> None:
        self.guide.stay_awake(False)
        if progress is PaperProgress.PRINTED:
            self.guide.visit.note(Act.PRINTED)
        self.shown(progress)

    def _on_trouble(self, trouble: Trouble) -> None:
        self.guide.stay_awake(False)
        self.failed(trouble)


def _ended(result: PrintResult) -> PaperProgress:
    match result.outcome:
        case PrintOutcome.PRINTED:
            return PaperProgress.KEPT if result.detail == PrintDetail.KEPT else PaperProgress.PRINTED
        case PrintOutcome.UNKNOWN:
            return PaperProgress.UNKNOWN
        case PrintOutcome.FAILED:
            return PaperProgress.FAILED
