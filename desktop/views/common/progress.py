"""How far something is, or only that it goes on: calm, never a blinking wheel."""

from typing import Final

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.common.labels import text
from desktop.views.common.theme import current

BREATH_MS: Final = 1_400


class Progress(QWidget):
    """A bar with a sentence above it; unknown length until the first `show_done`."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self._words: QLabel = text(words, "body")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().scale.space(1))
        column.addWidget(self._words)
        column.addWidget(self.bar)

    def say(self, words: str) -> None:
        self._words.setText(words)
        self.bar.setAccessibleName(words)

    def show_done(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)


class Busy(QWidget):
    """Three dots that breathe one after the other while something goes on."""

    def __init__(self, meaning: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(meaning or self.tr("Please wait"))
        self._breath = QVariantAnimation(self, startValue=0.0, endValue=3.0, duration=BREATH_MS)
        self._breath.setLoopCount(-1)
        self._breath.setEasingCurve(QEasingCurve.Type.Linear)
        self._breath.valueChanged.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for three dots."""
        side = current().scale.icon
        return QSize(side * 3, side)

    def showEvent(self, event: QShowEvent) -> None:
        """Breathe only while seen."""
        self._breath.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._breath.stop()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dot whose turn it is stands out."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        side = current().scale.icon
        phase = float(self._breath.currentValue() or 0.0)
        for dot in range(3):
            distance = min(abs(phase - dot - 0.5), 3 - abs(phase - dot - 0.5))
            near = max(0.0, 1.0 - distance)
            colour = QColor(current().tokens.action)
            colour.setAlphaF(0.3 + 0.7 * near)
            painter.setBrush(colour)
            size = side * (0.36 + 0.16 * near)
            painter.drawEllipse(
                QRectF(side * dot + (side - size) / 2, (self.height() - size) / 2, size, size)
            )
