"""A surface that holds things that belong together, with the one soft shadow."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.views.common.labels import text
from desktop.views.common.theme import current

SPREAD: Final = 8
DROP: Final = 2


class Card(QFrame):
    """A white rounded surface. Put the content into `body`."""

    def __init__(self, title: str = "", parent: QWidget | None = None, *, pad: float | None = None) -> None:
        super().__init__(parent)
        scale = current().scale
        inside = scale.space(pad if pad is not None else (4 if scale.kiosk else 3)) + SPREAD
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(inside, inside, inside, inside)
        self.body.setSpacing(scale.space(2))
        if title:
            self.body.addWidget(text(title, "subtitle"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Rings of fading ink make the shadow: crisp at every size, cheap to draw."""
        tokens = current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(SPREAD, SPREAD - DROP, -SPREAD, -SPREAD - DROP)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring in range(SPREAD):
            colour = QColor(tokens.shadow)
            colour.setAlpha(max(0, 15 - 2 * ring))
            painter.setPen(QPen(colour, 1.5))
            painter.drawRoundedRect(
                box.adjusted(-ring, -ring + DROP, ring, ring + DROP), 12 + ring, 12 + ring
            )
        painter.setPen(QPen(QColor(tokens.line), tokens.line_px))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)


def rule() -> QFrame:
    """A thin line between two groups."""
    line = QFrame()
    line.setProperty("part", "rule")
    return line
