"""What one sees of the kiosk: the frame with the page of the moment, and at most one panel over it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPixmapCache
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.sync.standing import SyncStatus
from desktop.views.common.kiosk_frame import KioskFrame
from desktop.views.common.page import KioskPage
from desktop.views.kiosk.kit.clipboards import empty
from desktop.views.kiosk.kit.discard import discard
from desktop.views.kiosk.kit.overlay import Overlay
from desktop.views.kiosk.look import FIRST_LOOK, KioskLook


class KioskStage(QWidget):
    """Builds and destroys; it decides nothing. `frame` and `page` are those shown now."""

    look_chosen = Signal(object)
    """The look that a touch on the top bar turns to; it is put on with `dress`."""

    help_pressed = Signal()
    leave_pressed = Signal()

    def __init__(self, app: QApplication, px_per_mm: float, name: str) -> None:
        super().__init__()
        self._app = app
        self._px_per_mm = px_per_mm
        self._name = name
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._may_leave = True
        self.look = FIRST_LOOK
        self.frame: KioskFrame | None = None
        self.page: KioskPage | None = None
        self.overlay: Overlay | None = None
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def show_name(self, name: str) -> None:
        """Say in the top bar, from now on, whose kiosk this is."""
        self._name = name or self._name
        if self.frame is not None and name:
            self.frame.place.setText(name)
            self._fit_bar()

    def dress(self, look: KioskLook) -> None:
        """Put `look` on and build the frame anew; the page before is gone and must be shown again."""
        self.clear()
        self.look = look
        look.put_on(self._app, self._px_per_mm)
        frame = KioskFrame(self._name)
        other = look.next_language()
        frame.language.setText(other.own_name)
        frame.language.setVisible(other is not look.language)
        frame.language_pressed.connect(lambda: self.look_chosen.emit(look.speaking(other)))
        frame.text_size_pressed.connect(lambda: self.look_chosen.emit(look.larger()))
        frame.contrast_pressed.connect(lambda: self.look_chosen.emit(look.other_contrast()))
        frame.help_pressed.connect(self.help_pressed)
        frame.leave_pressed.connect(self.leave_pressed)
        self._column.addWidget(frame)
        self.frame = frame
        self.allow_leaving(self._may_leave)

    def allow_leaving(self, allowed: bool) -> None:
        """While a card or a paper is under way nobody can leave."""
        self._may_leave = allowed
        if self.frame is not None:
            self.frame.leave.setEnabled(allowed)

    def show_page(self, page: KioskPage, *, leaving: bool) -> None:
        """Put `page` in place of the one before; `leaving` offers « Terminer »."""
        if self.frame is None:
            raise LookupError("no frame was built")
        self.uncover()
        self.page = page
        self.frame.allow_leaving(leaving)
        self.frame.show_page(page)
        page.setFocus()

    def cover(self, overlay: Overlay) -> None:
        """Show a panel over everything; it takes the place of one before."""
        self.uncover()
        if self.frame is not None:
            self.frame.keyboard.put_away()
        self.overlay = overlay
        overlay.show()
        overlay.setFocus()

    def uncover(self) -> None:
        """Take the panel away."""
        if self.overlay is not None:
            discard(self.overlay)
            self.overlay = None
            if self.page is not None:
                self.page.setFocus()

    def show_status(self, status: SyncStatus, now: datetime) -> None:
        """The line under the agency's name."""
        if self.frame is None:
            return
        self.frame.status.show_status(status, now, public=True)
        self._fit_bar()

    def _fit_bar(self) -> None:
        """Once the words have their new width."""
        if self.frame is not None:
            QTimer.singleShot(0, self.frame.bar, self.frame.bar.fit)

    def clear(self) -> None:
        """Destroy everything that is shown, now, and what Qt remembers of it."""
        self.uncover()
        if self.frame is not None:
            self._column.removeWidget(self.frame)
            discard(self.frame)
        self.frame = self.page = None
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        empty(QGuiApplication.clipboard())
        QPixmapCache.clear()
