"""What Guichet asks of an A4 printer: this PDF on paper, and a true answer whether it came out."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from desktop.errors import DeviceUnavailable


class PrintOutcome(StrEnum):
    """Whether there is a paper to take."""

    PRINTED = "printed"
    FAILED = "failed"
    """Nothing usable came out, and nothing will: the job is gone from the queue."""
    UNKNOWN = "unknown"
    """Nobody can tell: the paper may have come out, or may still, today or tomorrow."""


class PrintDetail(StrEnum):
    """Why, in a word for the screen: every `PrintResult.detail` is one of these."""

    COMPLETED = "completed"
    KEPT = "kept"
    """Kept as a file: this station has no printer."""
    ABORTED = "aborted"
    CANCELLED = "cancelled"
    TOO_SLOW = "too_slow"
    """Not out in time (no paper, switched off …): cancelled, lest it come out for somebody else."""
    SERVER_LOST = "server_lost"
    NOT_A_PDF = "not_a_pdf"


class PrintStep(StrEnum):
    """Where a paper stands, told while it goes on."""

    SENDING = "sending"
    WAITING = "waiting"
    PRINTING = "printing"


@dataclass(frozen=True, slots=True)
class PrintResult:
    """How it ended; `job` names it in the printer's own journal, or is the path of the kept file."""

    outcome: PrintOutcome
    detail: str
    job: str | None = None


class PaperPrinter(Protocol):
    """An A4 printer. Calls block: each printer has its own lane."""

    def print_pdf(self, pdf: bytes, title: str, report: Callable[[PrintStep], None]) -> PrintResult:
        """Print `pdf` and watch it come out. `title` is read in queues and journals: no names in it.

        Raises DeviceUnavailable when the printer cannot even be asked: then surely nothing comes out.
        """
        ...


class NullPrinter:
    """A station without a printer."""

    def print_pdf(self, pdf: bytes, title: str, report: Callable[[PrintStep], None]) -> PrintResult:  # noqa: ARG002
        """Raises DeviceUnavailable: no screen should have offered this paper."""
        raise DeviceUnavailable("printer", "not_configured")


def is_pdf(document: bytes) -> bool:
    """Whether this starts like a PDF; a printer given anything else prints pages of signs."""
    return document.startswith(b"%PDF-")


def is_there(printer: PaperPrinter) -> bool:
    """Whether this station has a printer at all; where it has none, no screen offers a paper."""
    return not isinstance(printer, NullPrinter)


NOT_A_PDF = PrintResult(PrintOutcome.FAILED, PrintDetail.NOT_A_PDF)
