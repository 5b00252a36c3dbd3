"""A short confirmation that floats over the bottom of the screen and goes away by itself."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.views.common.banner import Banner, Tone
from desktop.views.common.theme import current


class Notice(Banner):
    """Says « Saved » and the like; nothing that must be read later belongs here."""

    def __init__(self, over: QWidget, stay_ms: int = 6_000) -> None:
        super().__init__()
        self.setParent(over)
        self._over = over
        self._timer = QTimer(self, singleShot=True, interval=stay_ms)
        self._timer.timeout.connect(self.hush)
        over.installEventFilter(self)

    def say(self, tone: Tone, words: str, detail: str = "") -> None:
        """Show it for a while."""
        super().say(tone, words, detail)
        self._place()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom when the screen changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        over = self._over
        margin = current().scale.space(4)
        width = min(over.width() - 2 * margin, current().scale.font("body") * 32)
        height = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        left = (over.width() - width) // 2
        self.setGeometry(left, over.height() - height - margin, width, height)
