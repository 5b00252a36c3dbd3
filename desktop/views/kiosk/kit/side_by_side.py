"""Two or more things side by side where there is room, one under the other where there is not."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.views.common.theme import current

EMS_EACH: Final = 18


class SideBySide(QWidget):
    """Turns with the screen, and with the size of the text: each part keeps eighteen ems."""

    def __init__(self, *, gap: float = 3) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().scale.space(gap))

    def put(self, widget: QWidget, stretch: int = 0, *, top: bool = False) -> None:
        """One more part; `top` keeps its own height instead of the tallest one's."""
        self._row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn when the parts would become too narrow."""
        room = EMS_EACH * current().scale.font("body") * self._row.count()
        narrow = event.size().width() < room
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            self.updateGeometry()
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest part: it turns by itself."""
        parts = [
            item.minimumSize().width() for i in range(self._row.count()) if (item := self._row.itemAt(i))
        ]
        return QSize(max(parts, default=0), super().minimumSizeHint().height())
