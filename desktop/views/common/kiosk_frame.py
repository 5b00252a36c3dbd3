"""What surrounds every screen of the kiosk: the top bar, the place for the screen, the keyboard below."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.common.keyboard import Keyboard
from desktop.views.common.page import KioskPage
from desktop.views.common.top_bar import TopBar


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
        self.bar = TopBar(place)
        self.place, self.status = self.bar.place, self.bar.status
        self.language, self.text_size, self.contrast = (
            self.bar.language,
            self.bar.text_size,
            self.bar.contrast,
        )
        self.help, self.leave = self.bar.help, self.bar.leave
        for button, signal in (
            (self.bar.language, self.language_pressed),
            (self.bar.text_size, self.text_size_pressed),
            (self.bar.contrast, self.contrast_pressed),
            (self.bar.help, self.help_pressed),
            (self.bar.leave, self.leave_pressed),
        ):
            button.clicked.connect(signal)
        self.keyboard = Keyboard(self)
        self.keyboard.coming.connect(self._on_keyboard_coming)
        self.keyboard.shown_for.connect(self._on_keyboard_up)
        self.keyboard.hidden.connect(self._on_keyboard_down)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
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
        self.bar.fit()

    @Slot()
    def _on_keyboard_coming(self) -> None:
        if isinstance(self._page, KioskPage):
            self._page.make_room(tight=True)

    @Slot(QWidget)
    def _on_keyboard_up(self, entry: QWidget) -> None:
        if isinstance(self._page, KioskPage):
            self._page.scroller.reveal(entry)

    @Slot()
    def _on_keyboard_down(self) -> None:
        if isinstance(self._page, KioskPage):
            self._page.make_room(tight=False)
