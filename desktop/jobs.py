"""Lanes of one worker each: the only place where threads meet the user interface."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, cast

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from desktop.outcomes import Outcome, Tell, Ticket, outcome_of

T = TypeVar("T")


class LaneClosed(RuntimeError):
    """Work was given to a lane after its end."""


@dataclass(frozen=True, slots=True)
class _Parcel:
    ticket: Ticket
    open_with: Callable[..., None]
    content: object
    last: bool


class Lane(QObject):
    """One worker thread; work is done in the order it was given, outcomes arrive on the lane's own thread.

    `work` touches no Qt object. With `report`, it receives a function to tell its progress with.
    """

    _sent = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._tickets: set[Ticket] = set()
        self._closed = False
        self._pool = QThreadPool(self)
        self._pool.setObjectName(name)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._sent.connect(self._on_sent)

    @property
    def busy(self) -> bool:
        """Whether something still waits, runs, or has an outcome under way."""
        return bool(self._tickets)

    def run(
        self,
        work: Callable[..., T],
        deliver: Callable[[Outcome[T]], None],
        report: Callable[..., None] | None = None,
    ) -> Ticket:
        """Queue `work`; `deliver(Ok | Err)` is called once, after every `report(...)`, unless cancelled."""
        if self._closed:
            raise LaneClosed(self.objectName())
        ticket = Ticket()
        self._tickets.add(ticket)
        self._pool.start(lambda: self._carry_out(ticket, work, deliver, report))
        return ticket

    def close(self, deadline_ms: int = 5_000) -> bool:
        """Take no more work, tell nobody any more, wait for what was given; False past the deadline."""
        self._closed = True
        for ticket in self._tickets:
            ticket.cancel()
        self._tickets.clear()
        finished = self._pool.waitForDone(deadline_ms)
        if not finished:
            self._pool.clear()
        return finished

    def _carry_out(
        self,
        ticket: Ticket,
        work: Callable[..., T],
        deliver: Callable[[Outcome[T]], None],
        report: Callable[..., None] | None,
    ) -> None:
        tell: Tell | None = None
        if report is not None:
            progress = report

            def tell(step: object) -> None:
                self._sent.emit(_Parcel(ticket, progress, step, last=False))

        self._sent.emit(_Parcel(ticket, deliver, outcome_of(work, tell), last=True))

    @Slot(object)
    def _on_sent(self, parcel: object) -> None:
        parcel = cast("_Parcel", parcel)
        if parcel.last:
            self._tickets.discard(parcel.ticket)
        if parcel.ticket.live:
            parcel.open_with(parcel.content)
