"""A drawing of a card held to a terminal: understood without reading."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.common.theme import current

SIDE_MM: Final = 75
PARTS: Final = 100.0


class TerminalPicture(QWidget):
    """Drawn on a square of a hundred parts."""

    def __init__(self, meaning: str) -> None:
        super().__init__()
        self.setAccessibleName(meaning)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A hand's width."""
        side = current().scale.mm(SIDE_MM)
        return QSize(round(side * 1.3), side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Terminal, keys, card and waves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = self.height() / PARTS
        painter.scale(unit, unit)
        self._terminal(painter)
        self._waves(painter)
        self._card(painter)

    def _terminal(self, painter: QPainter) -> None:
        tokens = current().tokens
        painter.setPen(QPen(QColor(tokens.ink), 2))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(QRectF(6, 6, 50, 88), 7, 7)
        painter.setBrush(QColor(tokens.action_soft))
        painter.drawRoundedRect(QRectF(13, 14, 36, 22), 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.edge))
        for row in range(3):
            for column in range(3):
                painter.drawRoundedRect(QRectF(14 + 12.5 * column, 43 + 10 * row, 9, 7), 1.5, 1.5)
        for column, colour in enumerate((tokens.danger, tokens.attention, tokens.success)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(14 + 12.5 * column, 75, 9, 8), 2, 2)

    @staticmethod
    def _waves(painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(QColor(current().tokens.action), 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        for ring in range(3):
            radius = 7 + 6 * ring
            box = QRectF(QPointF(58 - radius, 26 - radius), QPointF(58 + radius, 26 + radius))
            painter.drawArc(box, -40 * 16, 80 * 16)

    @staticmethod
    def _card(painter: QPainter) -> None:
        tokens = current().tokens
        painter.save()
        painter.translate(104, 44)
        painter.rotate(-14)
        painter.setPen(QPen(QColor(tokens.ink), 2))
        painter.setBrush(QColor(tokens.action))
        painter.drawRoundedRect(QRectF(-20, -13, 42, 27), 3.5, 3.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.on_action))
        painter.drawRoundedRect(QRectF(-14, -5, 8, 7), 1.5, 1.5)
        painter.drawRoundedRect(QRectF(-14, 7, 22, 2.2), 1, 1)
        painter.restore()
