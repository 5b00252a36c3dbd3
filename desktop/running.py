"""What a running program hears besides its windows: what goes wrong unseen, and that it shall end."""

import faulthandler
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from types import TracebackType
from typing import Final, Self

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, QtMsgType, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop.jobs import Lane
from desktop.supervision import Supervisor

LONGEST_SECONDS: Final = 200.0
"""A card terminal's answer is awaited for three minutes; what lasts longer is in doubt at the next start."""

LOOK_MS: Final = 100
_PINGS: Final = 3
"""So many within the time in which the supervisor wants one."""
_log = logging.getLogger(__name__)


@contextmanager
def or_say_why(sentence: str) -> Iterator[None]:
    """Where Qt cannot open windows it ends the process at once: the last word to a person is `sentence`."""

    def hear(kind: QtMsgType, _where: object, said: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            sys.stderr.write(sentence.format(reason=said.strip().partition("\n")[0]) + "\n")
            sys.stderr.flush()
            os._exit(1)
        _log.warning("Qt: %s", said)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


class Stopping(QObject):
    """While entered, SIGTERM ends the application kindly, and the supervisor hears that its loop turns."""

    def __init__(self, app: QApplication, supervisor: Supervisor) -> None:
        super().__init__()
        self._app = app
        self.supervisor = supervisor
        self._lanes: tuple[Lane, ...] = ()
        self._ear, self._mouth = socket.socketpair()
        for end in (self._ear, self._mouth):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._end_when_idle)
        self._until = 0.0
        self._pulse = QTimer(self, interval=int(supervisor.watchdog_seconds * 1_000 / _PINGS))
        self._pulse.timeout.connect(supervisor.say_alive)

    def wait_for(self, lanes: Iterable[Lane]) -> None:
        """What these have begun is finished first."""
        self._lanes = tuple(lanes)

    def __enter__(self) -> Self:
        self._handler = signal.signal(signal.SIGTERM, _heard_elsewhere)
        self._woken = signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        if self.supervisor.watchdog_seconds:
            self._pulse.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        signal.set_wakeup_fd(self._woken)
        signal.signal(signal.SIGTERM, self._handler)
        for timer in (self._look, self._pulse):
            timer.stop()
        self._notifier.setEnabled(False)
        self._ear.close()
        self._mouth.close()

    @Slot()
    def _on_signal(self) -> None:
        if signal.SIGTERM in self._ear.recv(64) and not self._look.isActive():
            self.supervisor.say_stopping(LONGEST_SECONDS)
            self._until = monotonic() + LONGEST_SECONDS
            self._look.start()
            self._end_when_idle()

    @Slot()
    def _end_when_idle(self) -> None:
        if monotonic() >= self._until or not any(lane.busy for lane in self._lanes):
            self._app.exit(0)


def _heard_elsewhere(_number: int, _frame: object) -> None:
    """The signal's number reaches the event loop through the socket."""


@contextmanager
def watching_for_incidents() -> Iterator[None]:
    """Nothing that goes wrong unseen takes the window down: it is in the log, and the station goes on.

    Who interrupts the program is heard.
    """
    before: Callable[..., object] = sys.excepthook
    faulthandler.enable()

    def log_it(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.error("unexpected", exc_info=(kind, error, trace))
        if not isinstance(error, Exception):  # somebody typed Ctrl+C: that is no incident
            QApplication.exit(1)

    sys.excepthook = log_it
    yield
    sys.excepthook = before
