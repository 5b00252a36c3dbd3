"""Notices when the first screen can be used, so that whatever can wait begins only then."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from desktop.outcomes import Runner

AT_THE_LATEST_MS: Final = 2_000
"""A screen that is switched off paints nothing; what waits may not wait for ever."""


class FirstScreen(QObject):
    """Calls `then` once, when `window` was painted and all that it had asked of `lane` was answered."""

    def __init__(
        self,
        window: QWidget,
        lane: Runner,
        then: Callable[[], None],
        *,
        latest_ms: int = AT_THE_LATEST_MS,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._lane = lane
        self._then = then
        self._soon = QTimer(self, interval=latest_ms, singleShot=True)
        self._soon.timeout.connect(self._on_painted)
        self._soon.start()
        window.installEventFilter(self)

    def stop(self) -> None:
        """The window is closed: what would have come after it never begins."""
        self._soon.stop()
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Waits for the window to be painted."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._soon.start(0)
        return super().eventFilter(watched, event)

    @Slot()
    def _on_painted(self) -> None:
        self._window.removeEventFilter(self)
        self._lane.run(lambda: None, lambda _answered: self._then())
