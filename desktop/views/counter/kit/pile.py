"""Widgets one under the other that can be replaced at once."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.common.theme import current


class Pile(QWidget):
    """A column without margins; put things into `column`."""

    def __init__(self, *, gap: float = 1) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(current().scale.space(gap))

    def refill(self, *parts: QWidget) -> None:
        """Put these in place of those before, from the top."""
        self.clear()
        for part in parts:
            self.column.addWidget(part)
        self.column.addStretch(1)

    def clear(self) -> None:
        """Let go of everything."""
        while (item := self.column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()  # else Qt would still show it, as a window of its own
                old.setParent(None)
                old.deleteLater()
