"""Hears of every exception that nobody caught, and tells the kiosk beside whoever listened before."""

import sys
from collections.abc import Callable
from types import TracebackType


class UncaughtWatch:
    """Put in place with `start`, taken away with `stop`; what listened before still hears."""

    def __init__(self, report: Callable[[BaseException], None]) -> None:
        self._report = report
        self._before: Callable[..., object] = sys.excepthook

    def start(self) -> None:
        """Listen."""
        self._before = sys.excepthook
        sys.excepthook = self._hear

    def stop(self) -> None:
        """Listen no more."""
        if sys.excepthook == self._hear:
            sys.excepthook = self._before

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._before(kind, error, trace)
        if isinstance(error, Exception):
            self._report(error)
