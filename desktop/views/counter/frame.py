"""What surrounds every screen: the ways above, how the station stands below."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.services.access.staff import StaffCard
from desktop.sync.standing import SyncStatus
from desktop.views.common.banner import Banner
from desktop.views.common.buttons import IconButton, QuietButton
from desktop.views.common.icons import picture
from desktop.views.common.labels import text
from desktop.views.common.status_line import StatusLine
from desktop.views.common.theme import current
from desktop.views.counter.kit.beside import Beside
from desktop.views.counter.kit.flow import FlowBox
from desktop.views.counter.kit.keyed import NAV, TOOL, KeyedButton
from desktop.views.counter.screens import TopWay, ways


class CounterFrame(QWidget):
    """The window's content; it stays while screens change. `place_pressed` carries the screen to go to."""

    place_pressed = Signal(object)
    lock_pressed = Signal()
    leave_pressed = Signal()
    text_size_pressed = Signal()
    language_pressed = Signal()

    def __init__(self, landlord: str) -> None:
        super().__init__()
        self.setProperty("surface", "ground")
        self.places: dict[str, KeyedButton] = {}
        self._page: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = self._top_bar()
        self._place = QVBoxLayout()
        column.addWidget(self.top)
        column.addLayout(self._message_strip())
        column.addLayout(self._place, 1)
        column.addWidget(self._bottom_bar(landlord))
        self.show_staff(None)

    def show_page(self, page: QWidget) -> None:
        """Put `page` in place of the one before, which is destroyed."""
        self.drop_page()
        self._page = page
        self._place.addWidget(page)
        page.show()

    def drop_page(self) -> None:
        if self._page is not None:
            self._place.removeWidget(self._page)
            self._page.hide()
            self._page.setParent(None)
            self._page.deleteLater()
            self._page = None

    def show_staff(self, staff: StaffCard | None) -> None:
        """Who is at work; nobody: the door is all there is."""
        self.top.setVisible(staff is not None)
        self.who.setText(staff.name if staff else "")

    def show_place(self, place: str) -> None:
        """Mark where one is."""
        for each, button in self.places.items():
            button.setChecked(each == place)

    def show_agency(self, name: str) -> None:
        self.agency.setText(name)

    def show_status(self, status: SyncStatus, now: datetime) -> None:
        """How this station stands with central, and whether staff should look at something."""
        self.status.show_status(status, now)
        for place, way in ways().items():
            if way.count is not None:
                count, button = way.count(status), self.places[place]
                button.setText(f"{way.words.said} ({count})" if count else way.words.said)
                button.set_icon("warning" if count else way.icon)

    def _top_bar(self) -> QFrame:
        scale = current().scale
        bar = QFrame()
        bar.setProperty("part", "topbar")
        found = FlowBox()
        for place, way in ways().items():
            found.put(self._way(place, way))
        self.who: QLabel = text("", "caption", wrap=False)
        self.lock = KeyedButton(self.tr("Lock"), "F12", role=TOOL, icon_name="lock", also="Ctrl+L")
        self.leave = KeyedButton(self.tr("Leave"), "Ctrl+Q", role=TOOL, icon_name="exit")
        self.lock.clicked.connect(self.lock_pressed)
        self.leave.clicked.connect(self.leave_pressed)
        person = FlowBox(trailing=True)
        for part in (self.who, self.lock, self.leave):
            person.put(part)
        both = Beside(gap=2)
        both.put(found, 1)
        both.put(person)
        row = QVBoxLayout(bar)
        row.setContentsMargins(scale.space(3), scale.space(0.5), scale.space(2), scale.space(0.5))
        row.addWidget(both)
        return bar

    def _message_strip(self) -> QHBoxLayout:
        """What must be read even after the screen changed; it stays until somebody closes it."""
        side = current().scale.space(4)
        self.message = Banner()
        self.close_message = QuietButton(self.tr("I have read it"))
        self.close_message.clicked.connect(self.message.hush)
        self.message.add_action(self.close_message)
        strip = QHBoxLayout()
        strip.setContentsMargins(side, 0, side, 0)
        strip.addWidget(self.message)
        return strip

    def _way(self, place: str, way: TopWay) -> KeyedButton:
        button = KeyedButton(way.words.said, way.key, role=NAV, icon_name=way.icon)
        button.setCheckable(True)
        button.clicked.connect(lambda: self._go(place, button))
        self.places[place] = button
        return button

    def _go(self, place: str, button: KeyedButton) -> None:
        button.setChecked(not button.isChecked())
        self.place_pressed.emit(place)

    def _bottom_bar(self, landlord: str) -> QFrame:
        theme = current()
        bar = QFrame()
        bar.setProperty("part", "bottombar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.scale.space(3), 0, theme.scale.space(2), 0)
        row.setSpacing(theme.scale.space(1))
        self.agency: QLabel = text(landlord, "caption", wrap=False)
        self.status = StatusLine()
        row.addWidget(picture("building", theme.tokens.action, theme.scale.icon))
        row.addWidget(self.agency)
        row.addSpacing(theme.scale.space(2))
        row.addWidget(self.status)
        row.addStretch(1)
        self.text_size = IconButton("text-size", self.tr("Larger text"))
        self.language = IconButton("globe", self.tr("Other language"))
        for button, signal in (
            (self.text_size, self.text_size_pressed),
            (self.language, self.language_pressed),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        return bar
