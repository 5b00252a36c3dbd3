"""Parts side by side where there is room for them, one under the other where there is not."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.views.common.theme import current

ACROSS: Final = QBoxLayout.Direction.LeftToRight
DOWN: Final = QBoxLayout.Direction.TopToBottom
MIDDLE: Final = Qt.AlignmentFlag(0)


class Beside(QWidget):
    """Each part that is shown keeps room for as many letters as it was given; else all turn into a column."""

    def __init__(self, *, gap: float = 2) -> None:
        super().__init__()
        self._parts: list[tuple[QWidget, int, int]] = []
        self._row = QBoxLayout(ACROSS, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().scale.space(gap))

    def put(
        self, widget: QWidget, stretch: int = 0, *, letters: int = 0, side: Qt.AlignmentFlag = MIDDLE
    ) -> None:
        """One more part, with room for `letters`; without, for what it asks for itself."""
        self._row.addWidget(widget, stretch, side)
        self._parts.append((widget, stretch, letters))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn when the parts would become too narrow."""
        self._turn()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """A part appeared, went, or says something longer."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest part: it turns by itself."""
        items = (self._row.itemAt(place) for place in range(self._row.count()))
        parts = [item.minimumSize().width() for item in items if item is not None]
        return QSize(max(parts, default=0), super().minimumSizeHint().height())

    def _need(self) -> int:
        letter = current().scale.font("body") * 11 // 20
        shown = [part for part in self._parts if not part[0].isHidden()]
        asked = (
            max(letters * letter, widget.minimumSizeHint().width()) if letters else widget.sizeHint().width()
            for widget, _stretch, letters in shown
        )
        return sum(asked) + self._row.spacing() * max(0, len(shown) - 1)

    def _turn(self) -> None:
        wanted = DOWN if self.width() < self._need() else ACROSS
        if self._row.direction() is wanted:
            return
        self._row.setDirection(wanted)
        for place, (_widget, stretch, _letters) in enumerate(self._parts):
            self._row.setStretch(place, 0 if wanted is DOWN else stretch)
        self.updateGeometry()
