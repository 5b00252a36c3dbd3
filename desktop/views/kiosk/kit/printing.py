"""Where a paper of the kiosk stands."""

from enum import Enum, auto

from desktop.hardware.printer import PrintOutcome, PrintResult


class Printing(Enum):
    """What a person at the kiosk is told of their paper."""

    NOTHING = auto()
    UNDER_WAY = auto()
    PRINTED = auto()
    FAILED = auto()


def ended(result: PrintResult) -> Printing:
    """How it ended: without a sure paper to take, the person hears that there is none."""
    return Printing.PRINTED if result.outcome is PrintOutcome.PRINTED else Printing.FAILED
