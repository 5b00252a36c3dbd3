"""Changes come in bursts: the screen is read again once they pause."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

PAUSE_MS: Final = 60


class Burst(QObject):
    """`go_on` at each change; `over` once nothing changed for `PAUSE_MS`."""

    over = Signal()

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._timer = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self.end)

    @property
    def behind(self) -> bool:
        """Whether something changed that nobody has read yet."""
        return self._timer.isActive()

    def go_on(self) -> None:
        """Something changed."""
        self._timer.start()

    @Slot()
    def end(self) -> None:
        """Do not wait for a pause."""
        self._timer.stop()
        self.over.emit()
