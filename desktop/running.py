"""What a running program hears besides its windows: what goes wrong where nobody looks."""

import faulthandler
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtWidgets import QApplication

_log = logging.getLogger(__name__)


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
