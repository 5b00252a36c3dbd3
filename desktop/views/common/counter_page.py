"""The counter's page: a heading with its actions, then the content; dense, quiet, keyboard first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.views.common.banner import Banner
from desktop.views.common.labels import text
from desktop.views.common.theme import current


class CounterPage(QWidget):
    """Put the content into `body`; `banner` is the strip for messages under the heading."""

    def __init__(self, title: str, subtitle: str = "") -> None:
        super().__init__()
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        scale = current().scale
        self._title: QLabel = text(title, "title")
        self._subtitle: QLabel = text(subtitle, "muted")
        self.banner = Banner()
        self.body = QVBoxLayout()
        self.body.setSpacing(scale.space(2))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(scale.gap)
        head = QHBoxLayout()
        head.setSpacing(scale.space(3))
        head.addLayout(words, 1)
        head.addLayout(self._actions)
        column = QVBoxLayout(self)
        side = scale.space(4)
        column.setContentsMargins(side, scale.space(3), side, scale.space(3))
        column.setSpacing(scale.space(2))
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addLayout(self.body, 1)
        self.set_heading(title, subtitle)

    def set_heading(self, title: str, subtitle: str = "") -> None:
        """Who or what this page is about."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)

    def add_action(self, button: QPushButton) -> None:
        """One more action at the end of the heading; the primary one comes last."""
        self._actions.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
