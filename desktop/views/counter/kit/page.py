"""What every screen of the counter shares: heading with its actions, messages, content, a way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.views.common.banner import Banner
from desktop.views.common.labels import text
from desktop.views.common.scroll import ScrollColumn
from desktop.views.common.theme import current
from desktop.views.counter.kit.beside import Beside
from desktop.views.counter.kit.flow import FlowBox
from desktop.views.counter.kit.keyed import QUIET, KeyedButton


class CounterView(QWidget):
    """Put the content into `body` and the entry to start with into `first`. It scrolls only when it must."""

    back_pressed = Signal()

    def __init__(self, title: str, subtitle: str = "", *, back: bool = True) -> None:
        super().__init__()
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        scale = current().scale
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.first: QWidget | None = None
        self._title: QLabel = text(title, "title")
        self._subtitle: QLabel = text(subtitle, "muted")
        self._actions = FlowBox(trailing=True)
        self.banner = Banner()
        self.body = QVBoxLayout()
        self.body.setSpacing(scale.space(2))
        self.scroller = ScrollColumn()
        side = scale.space(4)
        self.scroller.body.setContentsMargins(side, scale.space(2), side, scale.space(2))
        self.scroller.body.setSpacing(scale.space(2))
        self.scroller.body.addWidget(self._head(back))
        self.scroller.body.addWidget(self.banner)
        self.scroller.body.addLayout(self.body, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.scroller)
        self.set_heading(title, subtitle)

    def set_heading(self, title: str, subtitle: str = "") -> None:
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)

    def add_action(self, button: QPushButton) -> None:
        """One more action of the heading; the primary one comes last."""
        self._actions.put(button)

    def start(self) -> None:
        """The keyboard goes where the work starts."""
        (self.first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self, back: bool) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        head = Beside(gap=3)
        if back:
            self.back = KeyedButton(self.tr("Back"), "Esc", role=QUIET, icon_name="back")
            self.back.clicked.connect(self.back_pressed)
            head.put(self.back, side=Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        head.put(words, 1, letters=26)
        head.put(self._actions)
        return head
