"""Large tiles in as many columns as the screen and the size of the text leave room for."""

from math import lcm
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.views.common.theme import current

EMS_EACH: Final = 12
MOST: Final = 3


class TileGrid(QWidget):
    """Full rows below, what is over in the first one: the first tiles, used most, are the widest."""

    def __init__(self, *, most: int = MOST) -> None:
        super().__init__()
        self._most = most
        self._tiles: list[QWidget] = []
        self._shape: tuple[int, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(current().scale.gap)

    def put(self, tile: QWidget) -> None:
        self._tiles.append(tile)
        self.arrange()

    def arrange(self) -> None:
        """Lay out again, after a tile was hidden or shown."""
        fit = self.width() // (EMS_EACH * current().scale.font("body"))
        seen = [tile for tile in self._tiles if not _put_away(tile)]
        shape = rows(len(seen), max(1, min(self._most, fit)))
        if shape == self._shape and self._grid.count() == len(seen):
            return
        self._shape = shape
        for tile in self._tiles:
            self._grid.removeWidget(tile)
        parts = lcm(*shape) if shape else 1
        for part in range(parts):
            self._grid.setColumnStretch(part, 1)
        left = iter(seen)
        for row, count in enumerate(shape):
            span = parts // count
            for place in range(count):
                self._grid.addWidget(next(left), row, place * span, 1, span)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        self.arrange()
        super().resizeEvent(event)


def _put_away(tile: QWidget) -> bool:
    """Hidden by somebody, unlike one that merely was not shown yet."""
    return tile.isHidden() and tile.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def rows(tiles: int, columns: int) -> tuple[int, ...]:
    """How many tiles stand in each row: 5 in 3 columns are 2 and 3."""
    if not tiles:
        return ()
    full, over = divmod(tiles, columns)
    return (*((over,) if over else ()), *([columns] * full))
