"""What one sees of the counter: the frame with the page of the moment, in the look of the moment."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.services.access.staff import StaffCard
from desktop.sync.standing import SyncStatus
from desktop.views.common.banner import Tone
from desktop.views.counter.frame import CounterFrame
from desktop.views.counter.look import CounterLook
from desktop.views.counter.scene import CounterScene
from desktop.views.counter.screens import counter_screens


class CounterStage(QWidget):
    """Builds and destroys; it decides nothing. `frame` and `page` are those shown now."""

    place_pressed = Signal(object)
    lock_pressed = Signal()
    leave_pressed = Signal()
    dressed = Signal()
    """Somebody chose another look, and it is on: the screen must be shown again."""

    def __init__(self, app: QApplication, name: str) -> None:
        super().__init__()
        self._app = app
        self._name = name
        self._status: tuple[SyncStatus, datetime] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.look = CounterLook()
        self.frame: CounterFrame | None = None
        self.page: Any = None
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def dress(self, look: CounterLook) -> None:
        """Put `look` on and build the frame anew; what was typed is in the states and comes back."""
        if self.frame is not None:
            self._column.removeWidget(self.frame)
            self.frame.hide()
            self.frame.setParent(None)
            self.frame.deleteLater()
        self.look = look
        look.put_on(self._app)
        self.frame = frame = CounterFrame(self._name)
        frame.language.setVisible(look.other_language is not look.language)
        frame.place_pressed.connect(self.place_pressed)
        frame.lock_pressed.connect(self.lock_pressed)
        frame.leave_pressed.connect(self.leave_pressed)
        frame.text_size_pressed.connect(lambda: self._turn_to(look.larger()))
        frame.language_pressed.connect(lambda: self._turn_to(look.speaking(look.other_language)))
        self._column.addWidget(frame)
        if self._status is not None:
            frame.show_status(*self._status)

    def _turn_to(self, look: CounterLook) -> None:
        self.dress(look)
        self.dressed.emit()

    def show_scene(self, place: str, scene: CounterScene[Any], staff: StaffCard | None, way: str) -> None:
        """Build the view of a screen, and have its presenter show its state there; `way` led to it."""
        if self.frame is None:
            return
        self.page = counter_screens()[place].page(scene)
        self.frame.show_staff(staff)
        self.frame.show_place(way)
        self.frame.show_page(self.page)
        scene.attach(self.page)
        self.page.start()

    def clear(self) -> None:
        """Destroy the page and take back what was said."""
        self.page = None
        if self.frame is not None:
            self.frame.drop_page()
            self.frame.message.hush()

    def say(self, tone: Tone, words: str, detail: str) -> None:
        """A message over every screen, until somebody has read it."""
        if self.frame is not None:
            self.frame.message.say(tone, words, detail)

    def show_status(self, status: SyncStatus, now: datetime) -> bool:
        """How the station stands; answers whether what it can do has changed since."""
        turned = self._status is None or _able(self._status[0]) != _able(status)
        self._status = status, now
        if self.frame is not None:
            self.frame.show_status(status, now)
        return turned

    def show_name(self, name: str) -> None:
        """Where this counter stands."""
        self._name = name
        if self.frame is not None:
            self.frame.show_agency(name)


def _able(status: SyncStatus) -> tuple[bool, ...]:
    return status.online, status.revoked, status.handed_in, status.storage_full
