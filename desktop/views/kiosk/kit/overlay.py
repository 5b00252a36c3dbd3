"""A panel over the whole screen, for the few things that cannot wait: it covers, it never opens a window."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.common.card import Card
from desktop.views.common.labels import text
from desktop.views.common.theme import current

WIDEST_EMS: Final = 33


class Overlay(QWidget):
    """Lies over `over`, follows its size, and takes every touch that is not meant for its panel."""

    def __init__(self, over: QWidget, title: str) -> None:
        super().__init__(over)
        scale = current().scale
        self._over = over
        self.panel = Card(pad=5)
        self.panel.setMaximumWidth(scale.font("body") * WIDEST_EMS)
        self.title = text(title, "title")
        self.body = QVBoxLayout()
        self.body.setSpacing(scale.space(2))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(scale.gap)
        self.panel.body.addWidget(self.title)
        self.panel.body.addLayout(self.body)
        self.panel.body.addSpacing(scale.space(2))
        self.panel.body.addLayout(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[scale.space(4)] * 4)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.panel, 20)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.raise_()

    def narrow(self) -> None:
        """Put the buttons one under the other: large words on an upright screen."""
        self.buttons.setDirection(QBoxLayout.Direction.BottomToTop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what lies below."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A veil: what lies below can be guessed, and not be read over a shoulder."""
        veil = QColor(current().tokens.shadow)
        veil.setAlpha(225)
        painter = QPainter(self)
        painter.fillRect(self.rect(), veil)
