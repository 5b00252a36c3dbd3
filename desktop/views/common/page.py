"""The kiosk's frame: places that never move, so that a person learns them once."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.views.common.buttons import PrimaryButton, QuietButton
from desktop.views.common.labels import text
from desktop.views.common.scroll import ScrollColumn
from desktop.views.common.steps import Steps
from desktop.views.common.theme import current, restyle


class KioskPage(QWidget):
    """A screen: heading, scrolling `body`, and the bar with back and the ONE primary action.

    In landscape the content keeps to a readable column in the middle.
    """

    back_pressed = Signal()

    def __init__(self, title: str = "", lead: str = "", *, column_mm: float = 300) -> None:
        super().__init__()
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        scale = current().scale
        self._widest = round(scale.mm(column_mm) * (1 + (scale.text - 1) / 2))
        self._in_flow = False
        self.steps = Steps()
        self.steps.setVisible(False)
        self._title: QLabel = text(title, "headline")
        self._lead: QLabel = text(lead, "lead")
        self.scroller = ScrollColumn()
        self.body = self.scroller.body
        self.aside = QHBoxLayout()
        self.back = QuietButton("", "back")
        self.primary = PrimaryButton("", "arrow", trailing=True)
        self.back.setVisible(False)
        self.primary.setVisible(False)
        self.back.clicked.connect(self.back_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._content(), 1)
        column.addWidget(self._bar())
        self.set_heading(title, lead)

    def set_heading(self, title: str, lead: str = "") -> None:
        """What this screen is, and one sentence of what to do."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self.setAccessibleName(title)

    def set_steps(self, step: int, of: int) -> None:
        """Say where in the flow this screen is."""
        self.steps.show_step(step, of)
        self._in_flow = True
        self.steps.setVisible(True)

    def set_back(self, words: str) -> None:
        """Show the way back; empty hides it."""
        self.back.setText(words)
        self.back.setVisible(bool(words))
        self._bar_frame.setVisible(bool(words) or not self.primary.isHidden())

    def set_primary(self, words: str, icon_name: str = "arrow", *, enabled: bool = True) -> None:
        """Show the next step; empty hides it."""
        self.primary.setText(words)
        self.primary.set_icon(icon_name)
        self.primary.setVisible(bool(words))
        self.primary.setEnabled(enabled)
        self._bar_frame.setVisible(bool(words) or not self.back.isHidden())

    def minimumSizeHint(self) -> QSize:
        """The content scrolls, so the page never makes the window grow, not even while the keyboard comes."""
        least = super().minimumSizeHint()
        return QSize(least.width(), min(least.height(), 3 * current().scale.target))

    def make_room(self, tight: bool) -> None:
        """While the keyboard is up, the heading gives its place to the content."""
        space = current().scale.space
        self._lead.setVisible(bool(self._lead.text()) and not tight)
        self.steps.setVisible(self._in_flow and not tight)
        restyle(self._title, kind="title" if tight else "headline")
        side = space(6)
        self._inner.setContentsMargins(side, space(2 if tight else 5), side, space(1 if tight else 3))

    def _content(self) -> QWidget:
        scale = current().scale
        holder = QWidget()
        self._inner = QVBoxLayout(holder)
        self._inner.setSpacing(scale.space(1.5))
        self._inner.addWidget(self.steps)
        self._inner.addWidget(self._title)
        self._inner.addWidget(self._lead)
        self._inner.addSpacing(scale.space(1.5))
        self._inner.addWidget(self.scroller, 1)
        holder.setMaximumWidth(self._widest)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(holder)
        self.make_room(tight=False)
        return row

    def _bar(self) -> QWidget:
        scale = current().scale
        self._bar_frame = QFrame()
        self._bar_frame.setProperty("part", "bottombar")
        self._bar_frame.setVisible(False)
        row = QHBoxLayout(self._bar_frame)
        row.setContentsMargins(scale.space(6), scale.space(2), scale.space(6), scale.space(2))
        row.setSpacing(scale.gap)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addLayout(self.aside)
        row.addWidget(self.primary)
        return self._bar_frame
