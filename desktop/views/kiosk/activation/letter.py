"""A small drawing of the letter, with the place where one must look."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.common.theme import current

HEIGHT_MM: Final = 62
SHAPE: Final = 0.72


class Spot(Enum):
    """What is looked for on the letter."""

    NUMBER = auto()
    CODE = auto()


_PLACES: Final = {
    Spot.NUMBER: (QRectF(0.10, 0.34, 0.56, 0.10), "17580000012"),
    Spot.CODE: (QRectF(0.24, 0.60, 0.52, 0.13), "AB2CD 3EF4G"),
}


class LetterPicture(QWidget):
    """A sheet with grey lines and one marked place; the figures in it are an example of the shape."""

    def __init__(self, spot: Spot, meaning: str) -> None:
        super().__init__()
        self._spot = spot
        self.setAccessibleName(meaning)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A sheet of paper, reduced."""
        height = current().scale.mm(HEIGHT_MM)
        return QSize(round(height * SHAPE), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Sheet, lines, and the mark."""
        tokens = current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(tokens.edge), 2))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(sheet, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.line))
        marked = _within(sheet, _PLACES[self._spot][0])
        for line in _lines():
            where = _within(sheet, line)
            if not where.intersects(marked.adjusted(-6, -6, 6, 6)):
                painter.drawRoundedRect(where, 3, 3)
        self._mark(painter, marked, _PLACES[self._spot][1])

    @staticmethod
    def _mark(painter: QPainter, where: QRectF, example: str) -> None:
        tokens = current().tokens
        painter.setPen(QPen(QColor(tokens.action), 4))
        painter.setBrush(QColor(tokens.action_soft))
        painter.drawRoundedRect(where, 8, 8)
        font = painter.font()
        font.setBold(True)
        font.setPixelSize(round(where.height() * 0.5))
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, example)


def _lines() -> list[QRectF]:
    """Sender, addressee, and paragraphs, in parts of the sheet."""
    sender = [QRectF(0.10, 0.07 + 0.035 * n, 0.28 - 0.05 * n, 0.018) for n in range(3)]
    addressee = [QRectF(0.55, 0.18 + 0.035 * n, 0.34 - 0.06 * n, 0.018) for n in range(3)]
    text = [QRectF(0.10, 0.36 + 0.045 * n, 0.80 if n % 4 != 3 else 0.46, 0.018) for n in range(12)]
    return [*sender, *addressee, *text]


def _within(sheet: QRectF, part: QRectF) -> QRectF:
    return QRectF(
        sheet.left() + part.left() * sheet.width(),
        sheet.top() + part.top() * sheet.height(),
        part.width() * sheet.width(),
        part.height() * sheet.height(),
    )
