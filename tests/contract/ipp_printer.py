"""A print server of our own: real HTTP and IPP, scripted jobs."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from struct import pack
from threading import Thread
from typing import Any

from desktop.hardware.cups_printer import JobState
from desktop.hardware.ipp import IppOperation, decode


class IppPrinter:
    """Queues `paper` and `closed`; a job goes through `states`, one a look, and stays in the last."""

    def __init__(self, states: Sequence[JobState] = (JobState.COMPLETED,)) -> None:
        self.states = list(states)
        self.server = ""
        self.paper = b""
        self.title = ""
        self.purged: list[int] = []
        self.obeys = True
        self.silent_after_print = False
        self.loses_answer = False

    def answer(self, path: str, body: bytes) -> bytes | None:
        """The answer to one request; None hangs up instead."""
        request = decode(body)
        if request.status == IppOperation.PRINT_JOB:
            return self._print(path, body, str(request.attributes["job-name"]))
        if self.silent_after_print:
            return None
        if request.status == IppOperation.GET_JOBS:
            return self._list(str(request.attributes["which-jobs"]))
        if request.status == IppOperation.CANCEL_JOB:
            return self._cancel(request.attributes["purge-job"] is True)
        state = self.states.pop(0) if len(self.states) > 1 else self.states[0]
        return ipp(0, (0x23, "job-state", state))

    def _print(self, path: str, body: bytes, title: str) -> bytes:
        if path == "/printers/closed":
            return ipp(0x0506)
        if path != "/printers/paper":
            return ipp(0x0406)
        self.paper, self.title = body[body.index(b"%PDF-") :], title
        if self.loses_answer:
            self.loses_answer = False
            return None
        return ipp(0, (0x21, "job-id", 7))

    def _list(self, which: str) -> bytes:
        ended = self.states[0] >= JobState.CANCELLED
        if not self.title or ended != (which == "completed") or 7 in self.purged:
            return ipp(0)
        other = b"\x02" + value(0x21, "job-id", 6) + value(0x42, "job-name", "another")
        ours = b"\x02" + value(0x21, "job-id", 7) + value(0x42, "job-name", self.title)
        return ipp(0)[:-1] + other + ours + b"\x03"

    def _cancel(self, purge: bool) -> bytes:
        if not self.obeys:
            return ipp(0x0403)
        if purge:
            self.purged.append(7)
        elif self.states[0] < JobState.CANCELLED:
            self.states = [JobState.CANCELLED]
        return ipp(0)


def ipp(status: int, *attributes: tuple[int, str, int]) -> bytes:
    """The bytes of an answer."""
    said = pack(">BBHiB", 2, 0, status, 1, 0x02)
    return said + b"".join(value(*each) for each in attributes) + b"\x03"


def value(kind: int, name: str, said: int | str) -> bytes:
    """The bytes of one attribute."""
    raw = pack(">i", said) if isinstance(said, int) else said.encode()
    return pack(">BH", kind, len(name)) + name.encode() + pack(">H", len(raw)) + raw


@contextmanager
def switched_on(printer: IppPrinter) -> Iterator[IppPrinter]:
    """The printer on a free port, until the end of the block."""

    class Request(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            said = printer.answer(self.path, self.rfile.read(int(self.headers["Content-Length"])))
            if said is None:
                self.close_connection = True
                return
            self.send_response(200)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Request) as server:
        thread = Thread(target=server.serve_forever, args=(0.005,))
        thread.start()
        printer.server = f"127.0.0.1:{server.server_port}"
        try:
            yield printer
        finally:
            server.shutdown()
            thread.join()
