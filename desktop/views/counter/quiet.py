"""Counts the seconds without a key or a click, after which the counter locks itself."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.views.common.presence import is_new_press


class Quiet(QObject):
    """Sees whatever a person does in the whole application; told of every second."""

    over = Signal()
    """Nobody did anything for `seconds`; said again each second until somebody does."""

    def __init__(self, app: QApplication, seconds: int, owner: QObject) -> None:
        super().__init__(owner)
        self._app = app
        self._most = seconds
        self._passed = 0

    def start(self) -> None:
        """Watch; `stop` ends it."""
        self._app.installEventFilter(self)

    def stop(self) -> None:
        """Watch no more."""
        self._app.removeEventFilter(self)

    def acted(self) -> None:
        """Somebody did something."""
        self._passed = 0

    def tick(self) -> None:
        """A second has passed."""
        self._passed += 1
        if self._passed >= self._most:
            self.over.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever a person does puts the lock off; who reads turns the wheel."""
        if event.type() == QEvent.Type.Wheel or is_new_press(event):
            self.acted()
        return super().eventFilter(watched, event)
