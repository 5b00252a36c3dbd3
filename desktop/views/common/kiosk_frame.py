"""What surrounds every screen of the kiosk: the top bar, the place for the screen, the keyboard below."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.views.common.buttons import ToolButton
from desktop.views.common.icons import picture
from desktop.views.common.keyboard import Keyboard
from desktop.views.common.labels import text
from desktop.views.common.page import KioskPage
from desktop.views.common.status_line import StatusLine
from desktop.views.common.theme import current


class KioskFrame(QWidget):
    """The kiosk's window content. The shell puts one page at a time into it with `show_page`."""

    language_pressed = Signal()
    text_size_pressed = Signal()
    contrast_pressed = Signal()
    help_pressed = Signal()
    leave_pressed = Signal()

    def __init__(self, place: str) -> None:
        super().__init__()
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._page: QWidget | None = None
        self.status = StatusLine()
        self.keyboard = Keyboard(self)
        self.keyboard.shown_for.connect(self._on_keyboard_up)
        self.keyboard.hidden.connect(self._on_keyboard_down)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top_bar(place))
        self._place = QVBoxLayout()
        column.addLayout(self._place, 1)
        column.addWidget(self.keyboard)

    def show_page(self, page: QWidget) -> None:
        """Put `page` in place of the one before, which is destroyed with everything typed into it."""
        self.keyboard.put_away()
        old, self._page = self._page, page
        if old is not None:
            self._place.removeWidget(old)
            old.hide()  # a show still under way would make it a window of its own
            old.setParent(None)
            old.deleteLater()
        self._place.addWidget(page)
        self.setFocus()  # nothing looks chosen before somebody chooses; Tab starts from the top

    def allow_leaving(self, allowed: bool) -> None:
        """Show « Terminer » while someone is signed in."""
        self.leave.setVisible(allowed)

    def _top_bar(self, place: str) -> QWidget:
        theme = current()
        bar = QFrame()
        bar.setProperty("part", "topbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(
            theme.scale.space(6), theme.scale.space(1), theme.scale.space(4), theme.scale.space(1)
        )
        row.setSpacing(theme.scale.gap)
        name = QVBoxLayout()
        name.setSpacing(0)
        self.place: QLabel = text(place, "strong", wrap=False)
        name.addStretch(1)
        name.addWidget(self.place)
        name.addWidget(self.status)
        name.addStretch(1)
        row.addWidget(picture("building", theme.tokens.action, theme.scale.icon * 3 // 2))
        row.addLayout(name, 1)
        self.language = ToolButton(theme.language.own_name, "globe")
        self.text_size = ToolButton(self.tr("Text size"), "text-size")
        self.contrast = ToolButton(self.tr("Contrast"), "contrast")
        self.help = ToolButton(self.tr("Help"), "help")
        self.leave = ToolButton(self.tr("Finish"), "exit")
        self.leave.setVisible(False)
        for button, signal in (
            (self.language, self.language_pressed),
            (self.text_size, self.text_size_pressed),
            (self.contrast, self.contrast_pressed),
            (self.help, self.help_pressed),
            (self.leave, self.leave_pressed),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        return bar

    @Slot(QWidget)
    def _on_keyboard_up(self, entry: QWidget) -> None:
        if isinstance(self._page, KioskPage):
            self._page.make_room(tight=True)
            self._page.scroller.reveal(entry)

    @Slot()
    def _on_keyboard_down(self) -> None:
        if isinstance(self._page, KioskPage):
            self._page.make_room(tight=False)
