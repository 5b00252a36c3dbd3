"""Where a paper of the kiosk stands."""

from enum import Enum, auto

from desktop.hardware.printer import PrintOutcome, PrintResult


class PaperProgress(Enum):
    """What a person at the kiosk is told of their paper."""

    NOTHING = auto()
    UNDER_WAY = auto()
    PRINTED = auto()
    FAILED = auto()


def ended(result: PrintResult) -> PaperProgress:
    """How it ended: without a sure paper to take, the person hears that there is none."""
    return PaperProgress.PRINTED if result.outcome is PrintOutcome.PRINTED else PaperProgress.FAILED
