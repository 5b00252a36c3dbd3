"""The kiosk's window: it leads a person from screen to screen, and forgets them at the end."""

import gc
import logging
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from desktop.outcomes import Err, Outcome
from desktop.sync.standing import SyncStatus
from desktop.views.common.station_watch import StationWatch
from desktop.views.kiosk.guard import Guard
from desktop.views.kiosk.help import HelpView
from desktop.views.kiosk.idle.watch import IdleWatch
from desktop.views.kiosk.incident.presenter import incident_number
from desktop.views.kiosk.incident.watch import UncaughtWatch
from desktop.views.kiosk.look import FIRST_LOOK, KioskLook
from desktop.views.kiosk.parts import KioskParts
from desktop.views.kiosk.screens import KioskScreen, kiosk_screens
from desktop.views.kiosk.stage import KioskStage
from desktop.views.kiosk.visit import Visit

if TYPE_CHECKING:
    from desktop.views.kiosk.scene import KioskScene

SECOND_MS: Final = 1_000
STATUS_SECONDS: Final = 3
FIRST: Final = "welcome"
"""Where every visit begins, and where private screens turn away who is not signed in."""

log = logging.getLogger("guichet.kiosk")


class KioskShell(QWidget):
    """Full screen and frameless, or `windowed` for a demonstration. `start` opens it, `stop` ends it.

    It is the presenters' guide (see parts).
    """

    restart_wanted = Signal()
    """Nothing can be recorded before the station is opened anew, and nobody is here."""

    def __init__(self, app: QApplication, parts: KioskParts, *, windowed: bool = False) -> None:
        super().__init__()
        self._app = app
        self._parts = parts
        self._windowed = windowed
        self._seconds = 0
        self._works: tuple[bool, bool, bool, bool] | None = None
        self._presenter: KioskScene[Any] | None = None
        self.visit = Visit()
        self.place = FIRST
        self.stage = KioskStage(app, parts.station.settings.pixels_per_mm, parts.landlord_name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # never larger than the screen
        column.addWidget(self.stage)
        self._station = StationWatch(parts.station, parts.cache_lane, self)
        self._idle = IdleWatch(parts.idle_times, self.stage)
        self._guard = Guard(self)
        self._uncaught = UncaughtWatch(self.report)
        self._clock = QTimer(self, interval=SECOND_MS)
        self._connect()

    @property
    def screen_shown(self) -> KioskScreen:
        """What the present screen says of itself."""
        return kiosk_screens()[self.place]

    @property
    def language(self) -> str:
        """The two letters of the language on the screen."""
        return self.stage.look.language.value

    def start(self) -> None:
        """Open the window on the welcome screen."""
        self._station.start()
        self._guard.may_close = self._windowed
        self._guard.watch(self._app)
        self._uncaught.start()
        self._dress(FIRST_LOOK)
        self.go(FIRST)
        if self._windowed:
            self.show()
        else:
            self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
            self.setGeometry(self.screen().geometry())  # where no window manager does it
            self.showFullScreen()
        self._clock.start()

    def stop(self) -> None:
        """Forget the visit and close the window; only the program does this, never a visitor."""
        self._clock.stop()
        self._station.stop()
        self._leave_screen()
        self.stage.clear()
        self._uncaught.stop()
        self._guard.release(self._app)
        self._guard.may_close = True
        self.close()

    def go(self, place: str) -> None:
        """Open a screen in place of the one before. Private ones need somebody signed in."""
        if kiosk_screens()[place].private and self.visit.account is None:
            place = FIRST
        self._leave_screen()
        if place != FIRST and not self.visit.begun:
            self.visit.begun = True
            self._parts.cache_lane.run(self._parts.photos.begin, _tell_photos)
        self.place = place
        self._presenter = self.screen_shown.presenter(self._parts, self)
        self._show_page()
        self._presenter.open()

    def finish(self) -> None:
        """Say goodbye to who was signed in; forget at once who was not."""
        if self.place != "goodbye" and self.visit.account is not None:
            self.go("goodbye")
        else:
            QTimer.singleShot(0, self, self.forget)

    def stay_awake(self, awake: bool) -> None:
        """While a card or a paper is under way nobody is sent away, and nobody can leave."""
        self._idle.stay_awake(awake)
        self.stage.allow_leaving(not awake)

    def report(self, error: BaseException) -> None:
        """Keep an incident in the log under a number, forget the visit, and show that number."""
        number = incident_number(self._parts.station.now())
        log.error("incident %s on the screen %s", number, self.place, exc_info=error)
        QTimer.singleShot(0, self, lambda: self.forget(incident=number))

    def forget(self, *, incident: str = "") -> None:
        """Destroy every widget of the visit and all it left behind; a new visit begins."""
        self._leave_screen()
        if self.visit.begun:
            self._parts.cache_lane.run(self._parts.photos.forget, _tell_photos)
        self.visit = Visit(incident=incident)
        self._idle.begin()
        self._dress(FIRST_LOOK)
        gc.collect()
        self.go("incident" if incident else FIRST)

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        self._seconds += 1
        if self._presenter is not None:
            self._presenter.tick()
        if self.place == FIRST and self.stage.look == FIRST_LOOK:
            self._idle.begin()
        elif not self.screen_shown.ends_by_itself:
            self._idle.tick()
        if self._seconds % STATUS_SECONDS == 0:
            self._station.look()

    def _connect(self) -> None:
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._station.changed.connect(self._on_changed)
        self._station.stands.connect(self._on_status)
        self._station.named.connect(self.stage.show_name)
        self._clock.timeout.connect(self.tick)
        self._guard.acted.connect(self._idle.acted)
        self._idle.gone.connect(self.forget)
        self._idle.finish_pressed.connect(self.finish)
        self.stage.look_chosen.connect(self._turn_to)
        self.stage.help_pressed.connect(self._on_help)
        self.stage.leave_pressed.connect(self.finish)

    def _leave_screen(self) -> None:
        if self._presenter is not None:
            self._presenter.close()
            self._presenter = None
        self.stay_awake(False)

    def _dress(self, look: KioskLook) -> None:
        self.stage.dress(look)
        self._station.look()

    def _show_page(self) -> None:
        """Build the view of the present screen, and have its presenter show its state there."""
        if self._presenter is None:
            return
        page = self.screen_shown.page(self._presenter)
        self.stage.show_page(page, leaving=self.screen_shown.private)
        self._presenter.attach(page)

    @Slot(object)
    def _turn_to(self, look: KioskLook) -> None:
        """The state of the screen outlives its widgets: nothing typed is lost."""
        self._dress(look)
        self._show_page()

    @Slot()
    def _on_help(self) -> None:
        about = self.screen_shown.help
        panel = HelpView(self.stage, about.said if about is not None else "")
        panel.close_pressed.connect(self.stage.uncover)
        self.stage.cover(panel)

    @Slot(object)
    def _on_changed(self, tables: frozenset[str]) -> None:
        if not tables:
            return
        self._station.look()
        if self._presenter is not None:
            self._presenter.refresh()

    @Slot(object)
    def _on_status(self, status: SyncStatus) -> None:
        self.stage.show_status(status, self._parts.station.now())
        works = (status.online, status.unreadable, status.revoked, status.storage_full)
        if self._works != works and self._presenter is not None:
            self._presenter.refresh()
        self._works = works
        if status.unreadable and self.place == FIRST:
            self.restart_wanted.emit()


def _tell_photos(outcome: Outcome[None]) -> None:
    match outcome:
        case Err(error):
            log.error("the photos of a visit are not as they should be", exc_info=error)
        case _:
            pass
