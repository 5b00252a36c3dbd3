"""A surface that holds things that belong together, with the one soft shadow."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.views.common.labels import text
from desktop.views.common.theme import current

SHADOW: Final = 6
RADIUS: Final = 12


class Card(QFrame):
    """A white rounded surface. Put the content into `body`."""

    def __init__(self, title: str = "", parent: QWidget | None = None, *, pad: float | None = None) -> None:
        super().__init__(parent)
        scale = current().scale
        inside = scale.space(pad if pad is not None else (4 if scale.kiosk else 3))
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(inside, inside, inside, inside + SHADOW)
        self.body.setSpacing(scale.space(2))
        if title:
            self.body.addWidget(text(title, "subtitle"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A few fading copies under the lower edge make the shadow: crisp at every size, cheap to draw."""
        tokens = current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0, 0, 0, -SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setClipRect(QRectF(0, box.bottom() - RADIUS, box.width(), RADIUS + SHADOW))
        colour = QColor(tokens.shadow)
        colour.setAlpha(9)
        painter.setBrush(colour)
        for step in range(1, SHADOW + 1):
            painter.drawRoundedRect(box.adjusted(step / 2, 0, -step / 2, step), RADIUS, RADIUS)
        painter.setClipping(False)
        half = tokens.line_px / 2
        painter.setPen(QPen(QColor(tokens.line), tokens.line_px))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), RADIUS, RADIUS)


def rule() -> QFrame:
    """A thin line between two groups."""
    line = QFrame()
    line.setProperty("part", "rule")
    return line
