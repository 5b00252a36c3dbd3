"""The kiosk's window: it leads a person from screen to screen, and forgets them at the end."""

import gc
import logging
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from desktop.outcomes import Err, Ok, Outcome
from desktop.services.agencies import AgencyView, agency_view
from desktop.sync.standing import SyncStatus
from desktop.views.kiosk.guard import Guard
from desktop.views.kiosk.help import HelpView
from desktop.views.kiosk.idle.presenter import IdlePresenter, IdleState, Presence
from desktop.views.kiosk.idle.view import IdleView
from desktop.views.kiosk.incident.presenter import incident_number
from desktop.views.kiosk.incident.watch import Watch
from desktop.views.kiosk.look import FIRST_LOOK, Look
from desktop.views.kiosk.parts import KioskParts
from desktop.views.kiosk.screens import SCREENS
from desktop.views.kiosk.stage import Stage
from desktop.views.kiosk.visit import Place, Visit

if TYPE_CHECKING:
    from desktop.views.kiosk.scene import KioskScene

SECOND_MS: Final = 1_000
STATUS_SECONDS: Final = 3
log = logging.getLogger("guichet.kiosk")


class KioskShell(QWidget):
    """Full screen and frameless, or `windowed` for a demonstration. `start` opens it, `stop` ends it.

    It is the presenters' KioskGuide (see parts).
    """

    changed = Signal()
    """The station's rows changed: emitted on whatever thread, heard on the window's own."""

    restart_wanted = Signal()
    """Nothing can be recorded before the station is opened anew, and nobody is here."""

    def __init__(self, app: QApplication, parts: KioskParts, *, windowed: bool = False) -> None:
        super().__init__()
        self._app = app
        self._parts = parts
        self._windowed = windowed
        self._seconds = 0
        self._listening = True
        self._works: tuple[bool, bool, bool, bool] | None = None
        self._place_name = ""
        self._presenter: KioskScene[Any] | None = None
        self._idle = IdlePresenter(parts.idle_times)
        self.visit = Visit()
        self.place = Place.WELCOME
        self.stage = Stage(app, parts.station.settings.pixels_per_mm)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # never larger than the screen
        column.addWidget(self.stage)
        self._guard = Guard(self)
        self._watch = Watch(self.report)
        self._clock = QTimer(self, interval=SECOND_MS)
        self._connect()

    @property
    def language(self) -> str:
        """The two letters of the language on the screen."""
        return self.stage.look.language.value

    def start(self) -> None:
        """Open the window on the welcome screen."""
        self._parts.station.on_change(self._on_rows_changed)
        self._guard.may_close = self._windowed
        self._guard.watch(self._app)
        self._watch.start()
        self._dress(FIRST_LOOK)
        self.go(Place.WELCOME)
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
        self._listening = False
        self._leave_screen()
        self.stage.clear()
        self._watch.stop()
        self._guard.release(self._app)
        self._guard.may_close = True
        self.close()

    def go(self, place: Place) -> None:
        """Open a screen in place of the one before. Private ones need somebody signed in."""
        if place.private and self.visit.account is None:
            place = Place.WELCOME
        self._leave_screen()
        self.place = place
        self._presenter = SCREENS[place].presenter(self._parts, self)
        self._show_page()
        self._presenter.open()

    def finish(self) -> None:
        """Say goodbye to who was signed in; forget at once who was not."""
        if self.place is not Place.GOODBYE and self.visit.account is not None:
            self.go(Place.GOODBYE)
        else:
            QTimer.singleShot(0, self, self.forget)

    def stay_awake(self, awake: bool) -> None:
        """While a card or a paper is under way nobody is sent away, and nobody can leave."""
        self._idle.stay_awake(awake)
        self._allow_leaving()

    def report(self, error: BaseException) -> None:
        """Keep an incident in the log under a number, forget the visit, and show that number."""
        number = incident_number(self._parts.station.now())
        log.error("incident %s on the screen %s", number, self.place, exc_info=error)
        QTimer.singleShot(0, self, lambda: self.forget(incident=number))

    def forget(self, *, incident: str = "") -> None:
        """Destroy every widget of the visit and all it left behind; a new visit begins."""
        self._leave_screen()
        if self.visit.took_photos:
            self._parts.cache_lane.run(self._parts.photos.forget, self._on_photos_forgotten)
        self.visit = Visit(incident=incident)
        self._idle = IdlePresenter(self._parts.idle_times)
        self._dress(FIRST_LOOK)
        gc.collect()
        self.go(Place.INCIDENT if incident else Place.WELCOME)

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        self._seconds += 1
        if self._presenter is not None:
            self._presenter.tick()
        if self.place is Place.WELCOME and self.stage.look == FIRST_LOOK:
            self._idle.go_on()
        elif self.place not in {Place.GOODBYE, Place.INCIDENT}:
            self._believe(self._idle.tick())
        if self._seconds % STATUS_SECONDS == 0:
            self._ask_status()

    def _connect(self) -> None:
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.changed.connect(self._on_changed)
        self._clock.timeout.connect(self.tick)
        self._guard.acted.connect(self._on_acted)
        self.stage.language_pressed.connect(self._on_language)
        self.stage.text_size_pressed.connect(self._on_text_size)
        self.stage.contrast_pressed.connect(self._on_contrast)
        self.stage.help_pressed.connect(self._on_help)
        self.stage.leave_pressed.connect(self.finish)

    def _leave_screen(self) -> None:
        if self._presenter is not None:
            self._presenter.close()
            self._presenter = None
        self.stay_awake(False)

    def _dress(self, look: Look) -> None:
        self.stage.dress(look, self._place_name or self._parts.landlord_name)
        self._ask_status()

    def _show_page(self) -> None:
        """Build the view of the present screen, and have its presenter show its state there."""
        if self._presenter is None:
            return
        pair = SCREENS[self.place]
        page = pair.view()
        pair.wire(page, self._presenter)
        self.stage.show_page(page, leaving=self.place.private)
        self._presenter.attach(page)

    def _turn_to(self, look: Look) -> None:
        """The state of the screen outlives its widgets: nothing typed is lost."""
        self._dress(look)
        self._show_page()
        self._allow_leaving()

    def _allow_leaving(self) -> None:
        if self.stage.frame is not None:
            self.stage.frame.leave.setEnabled(not self._idle.awake)

    def _on_rows_changed(self, tables: frozenset[str]) -> None:
        """Called on whatever thread changed them."""
        if tables and self._listening:
            self.changed.emit()

    def _believe(self, state: IdleState) -> None:
        match state.presence:
            case Presence.GONE:
                self.forget()
            case Presence.IN_DOUBT:
                self._warn(state)
            case Presence.HERE:
                pass

    def _warn(self, state: IdleState) -> None:
        if not isinstance(self.stage.overlay, IdleView):
            warning = IdleView(self.stage)
            warning.go_on_pressed.connect(self._on_still_here)
            warning.finish_pressed.connect(self.finish)
            self.stage.cover(warning)
        if isinstance(self.stage.overlay, IdleView):
            self.stage.overlay.show_state(state)

    def _ask_status(self) -> None:
        station = self._parts.station
        self._parts.cache_lane.run(station.status, self._on_status)
        if not self._place_name:
            agency = station.settings.agency_id
            self._parts.cache_lane.run(lambda: station.ask(agency_view, agency), self._on_agency)

    @Slot()
    def _on_still_here(self) -> None:
        self._idle.go_on()
        self.stage.uncover()

    @Slot()
    def _on_acted(self) -> None:
        self._idle.acted()

    @Slot()
    def _on_language(self) -> None:
        self._turn_to(self.stage.look.speaking(self.stage.look.next_language()))

    @Slot()
    def _on_text_size(self) -> None:
        self._turn_to(self.stage.look.larger())

    @Slot()
    def _on_contrast(self) -> None:
        self._turn_to(self.stage.look.other_contrast())

    @Slot()
    def _on_help(self) -> None:
        panel = HelpView(self.stage, self.place)
        panel.close_pressed.connect(self.stage.uncover)
        self.stage.cover(panel)

    @Slot()
    def _on_changed(self) -> None:
        self._ask_status()
        if self._presenter is not None:
            self._presenter.refresh()

    def _on_status(self, outcome: Outcome[SyncStatus]) -> None:
        match outcome:
            case Ok(status):
                self.stage.show_status(status, self._parts.station.now())
                works = (status.online, status.unreadable, status.revoked, status.storage_full)
                if self._works != works and self._presenter is not None:
                    self._presenter.refresh()
                self._works = works
                if status.unreadable and self.place is Place.WELCOME:
                    self.restart_wanted.emit()
            case Err(error):
                log.error("the station's status cannot be read", exc_info=error)

    def _on_agency(self, outcome: Outcome[AgencyView | None]) -> None:
        match outcome:
            case Ok(AgencyView(name=name)):
                self._place_name = name
                self.stage.name(name)
            case _:
                pass

    def _on_photos_forgotten(self, outcome: Outcome[None]) -> None:
        match outcome:
            case Err(error):
                log.error("photos of a visit could not be deleted", exc_info=error)
            case _:
                pass
