"""An A4 printer behind CUPS. Its job is watched, not its queue: a queue looks idle while papers get lost.

IPP rather than `lp` and `lpstat`: CUPS 2.4's `lpstat` shows a cancelled job just like a finished one.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

from desktop.errors import DeviceUnavailable
from desktop.hardware.ipp import (
    Attribute,
    IppAnswer,
    IppFailed,
    IppOperation,
    IppStatus,
    PrintServer,
    ValueTag,
)
from desktop.hardware.printer import NOT_A_PDF, PrintDetail, PrintOutcome, PrintResult, PrintStep, is_pdf

log = logging.getLogger(__name__)

SOCKET = "/run/cups/cups.sock"
_LONGEST_TITLE = 50
_REFUSALS: dict[int, str] = {
    IppStatus.NOT_FOUND: "queue_unknown",
    IppStatus.NOT_ACCEPTING_JOBS: "queue_closed",
}
_STOPPED = 5
"""printer-state, RFC 8011 §5.4.11."""
_USER: Attribute = (ValueTag.NAME, "requesting-user-name", "guichet")


class JobState(IntEnum):
    """RFC 8011 §5.3.7."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELLED = 7
    ABORTED = 8
    COMPLETED = 9


_ENDED: dict[JobState | None, PrintResult] = {
    JobState.COMPLETED: PrintResult(PrintOutcome.PRINTED, PrintDetail.COMPLETED),
    JobState.CANCELLED: PrintResult(PrintOutcome.FAILED, PrintDetail.CANCELLED),
    JobState.ABORTED: PrintResult(PrintOutcome.FAILED, PrintDetail.ABORTED),
}


@dataclass(frozen=True, slots=True)
class PrintPatience:
    """Seconds: how long a paper may take to come out, how long its cancellation, and how often to look."""

    paper: float = 90.0
    cancel: float = 5.0
    look: float = 0.5


class CupsPrinter:
    """The queue named `queue` of a CUPS server (its socket's path, or `host:port`)."""

    def __init__(self, queue: str, server: str = "", patience: PrintPatience | None = None) -> None:
        self._path = f"/printers/{quote(queue, safe='')}"
        self._printer: Attribute = (ValueTag.URI, "printer-uri", f"ipp://localhost{self._path}")
        self._in_doubt: list[str] = []
        """The names of jobs of which nobody knows whether they came out."""
        self._server = PrintServer(server or (SOCKET if Path(SOCKET).exists() else "localhost:631"))
        self._patience = patience or PrintPatience()

    def print_pdf(self, pdf: bytes, title: str, report: Callable[[PrintStep], None]) -> PrintResult:
        """See PaperPrinter. Afterwards CUPS is told to forget the document, which it would keep for a day.

        Raises DeviceUnavailable: print_server_unreachable, queue_unknown, queue_closed, print_refused.
        """
        if not is_pdf(pdf):
            return NOT_A_PDF
        report(PrintStep.SENDING)
        self._call_back()
        name = f"{title[:_LONGEST_TITLE]} {uuid4().hex[:8]}"
        job = self._send(pdf, name)
        if job is None:
            self._in_doubt.append(name)
            return PrintResult(PrintOutcome.UNKNOWN, PrintDetail.SERVER_LOST, name)
        try:
            result = _ENDED.get(self._watch(job, self._patience.paper, report)) or self._give_up(job)
        finally:
            self._cancel(job, purge=True)
        if result.outcome is PrintOutcome.UNKNOWN:
            self._in_doubt.append(name)
        return PrintResult(result.outcome, result.detail, str(job))

    def standing(self) -> str:
        """What can be said without printing: ready, queue_stopped, queue_closed, queue_unknown or
        print_server_unreachable."""
        try:
            answer = self._server.ask(IppOperation.GET_PRINTER_ATTRIBUTES, self._path, [self._printer, _USER])
        except IppFailed:
            return "print_server_unreachable"
        if not answer.ok:
            return _REFUSALS.get(answer.status, "print_refused")
        if answer.attributes.get("printer-is-accepting-jobs") is False:
            return "queue_closed"
        stopped = answer.attributes.get("printer-state") == _STOPPED
        return "queue_stopped" if stopped else "ready"

    def queues(self) -> tuple[str, ...]:
        """The names of all queues of this print server, none when it does not say."""
        wanted: Attribute = (ValueTag.KEYWORD, "requested-attributes", "printer-name")
        try:
            answer = self._server.ask(IppOperation.GET_PRINTERS, "/", [_USER, wanted])
        except IppFailed:
            return ()
        return tuple(sorted(str(each["printer-name"]) for each in answer.printers if "printer-name" in each))

    def _call_back(self) -> None:
        """Papers of which nobody knew what became of them must not come out beside somebody else's."""
        while self._in_doubt:
            try:
                job = self._find(self._in_doubt[0])
            except IppFailed as error:
                log.warning("print jobs in doubt: %s", error)
                return
            if job is not None:
                self._cancel(job, purge=True)
            self._in_doubt.pop(0)

    def _send(self, pdf: bytes, name: str) -> int | None:
        """The job's number; None when nobody knows whether there is one."""
        attributes: list[Attribute] = [
            self._printer,
            _USER,
            (ValueTag.NAME, "job-name", name),
            (ValueTag.MIME_TYPE, "document-format", "application/pdf"),
        ]
        a4: Attribute = (ValueTag.KEYWORD, "media", "iso_a4_210x297mm")
        try:
            answer = self._server.ask(IppOperation.PRINT_JOB, self._path, attributes, [a4], pdf)
        except IppFailed as error:
            if error.sent:
                return self._look_for(name)
            raise DeviceUnavailable("printer", "print_server_unreachable", reason=str(error)) from error
        if not answer.ok:
            code = _REFUSALS.get(answer.status, "print_refused")
            raise DeviceUnavailable("printer", code, status=answer.status)
        job = answer.attributes.get("job-id")
        return job if isinstance(job, int) else self._look_for(name)

    def _look_for(self, name: str) -> int | None:
        """The answer was lost: the job bears a name that no other has."""
        deadline = time.monotonic() + self._patience.cancel
        while True:
            try:
                job = self._find(name)
            except IppFailed as error:
                job = None
                log.warning("print job %s: %s", name, error)
            if job is not None or time.monotonic() >= deadline:
                return job
            time.sleep(self._patience.look)

    def _find(self, name: str) -> int | None:
        """The number of the job with this name. Raises IppFailed."""
        for which in ("not-completed", "completed"):
            wanted: list[Attribute] = [
                self._printer,
                _USER,
                (ValueTag.BOOLEAN, "my-jobs", True),
                (ValueTag.KEYWORD, "which-jobs", which),
                (ValueTag.KEYWORD, "requested-attributes", "job-id"),
                (ValueTag.KEYWORD, "", "job-name"),  # a second value of the same
            ]
            for job in self._server.ask(IppOperation.GET_JOBS, self._path, wanted).jobs:
                number = job.get("job-id")
                if job.get("job-name") == name and isinstance(number, int):
                    return number
        return None

    def _watch(self, job: int, seconds: float, report: Callable[[PrintStep], None]) -> JobState | None:
        """The state in which the job ended, None if it did not in time."""
        deadline = time.monotonic() + seconds
        told = None
        while (state := self._state(job)) not in _ENDED:
            step = PrintStep.PRINTING if state is JobState.PROCESSING else PrintStep.WAITING
            if step is not told:
                report(step)
                told = step
            if time.monotonic() >= deadline:
                return None
            time.sleep(self._patience.look)
        return state

    def _give_up(self, job: int) -> PrintResult:
        """Cancel, then look once more: the paper may just have come out."""
        self._cancel(job, purge=False)
        state = self._watch(job, self._patience.cancel, _unheard)
        if state is None:
            return PrintResult(PrintOutcome.UNKNOWN, PrintDetail.SERVER_LOST)
        if state is JobState.COMPLETED:
            return _ENDED[state]
        return PrintResult(PrintOutcome.FAILED, PrintDetail.TOO_SLOW)

    def _state(self, job: int) -> JobState | None:
        wanted: Attribute = (ValueTag.KEYWORD, "requested-attributes", "job-state")
        answer = self._ask_about(job, IppOperation.GET_JOB_ATTRIBUTES, wanted)
        state = answer.attributes.get("job-state") if answer and answer.ok else None
        return JobState(state) if state in set(JobState) else None

    def _cancel(self, job: int, *, purge: bool) -> None:
        """`purge` is CUPS's own word: also delete the document, which it would keep for a day."""
        answer = self._ask_about(job, IppOperation.CANCEL_JOB, (ValueTag.BOOLEAN, "purge-job", purge))
        if answer is None or not answer.ok:
            log.warning("print job %s: cancel (purge: %s) was not accepted", job, purge)

    def _ask_about(self, job: int, operation: IppOperation, wanted: Attribute) -> IppAnswer | None:
        uri: Attribute = (ValueTag.URI, "job-uri", f"ipp://localhost/jobs/{job}")
        try:
            return self._server.ask(operation, "/jobs/", [uri, _USER, wanted])
        except IppFailed as error:
            log.warning("print job %s: %s", job, error)
            return None


def _unheard(step: PrintStep) -> None:
    """Takes the place of a listener that is gone: steps are told to nobody."""
