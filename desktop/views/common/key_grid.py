"""Places the keys of one layer: rows of the same width, never mirrored, no pixel of a target lost."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.common.keytop import KeyTop
from desktop.views.common.theme import current


class KeyGrid(QWidget):
    """Grows to `widest_px` a key; a row shorter than the widest stands in the middle."""

    def __init__(self, rows: list[list[KeyTop]], widest_px: int) -> None:
        super().__init__()
        self._rows = rows
        self._units = max(sum(top.key.width for top in row) for row in rows)
        self._gap = current().scale.gap
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(round(self._units * (widest_px + self._gap)))
        for top in (top for row in rows for top in row):
            top.setParent(self)
            top.show()

    def sizeHint(self) -> QSize:
        """As wide as allowed, as high as its rows."""
        return QSize(self.maximumWidth(), self._height(len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        """The keys share what width there is, never less height."""
        return QSize(0, self._height(len(self._rows)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        pitch = (self.width() + self._gap) / self._units
        for number, row in enumerate(self._rows):
            taken = self._indent(number)
            for top in row:
                left, right = round(taken * pitch), round((taken + top.key.width) * pitch) - self._gap
                down = number * (current().scale.target + self._gap)
                top.setGeometry(QRect(left, down, right - left, self._height(top.key.tall)))
                taken += top.key.width
        super().resizeEvent(event)

    def _height(self, rows: int) -> int:
        return rows * current().scale.target + (rows - 1) * self._gap

    def _indent(self, number: int) -> float:
        """How many key widths stand empty before a row; none beside a tall key."""
        if any(top.key.tall > 1 for row in self._rows[:number] for top in row):
            return 0.0
        return (self._units - sum(top.key.width for top in self._rows[number])) / 2
