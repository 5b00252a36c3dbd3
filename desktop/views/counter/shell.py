"""The counter's window: it owns the screens and the way between them, the shift, the lock and the look."""

import logging
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.outcomes import Err, Ok, Outcome
from desktop.services.access.staff import StaffCard
from desktop.services.agencies import AgencyView, agency_view
from desktop.services.days import LANDLORD_ZONE
from desktop.sync.standing import SyncStatus
from desktop.views.common.banner import Tone
from desktop.views.counter.kit.paper_words import paper_sentence
from desktop.views.counter.kit.sentences import unreadable
from desktop.views.counter.paper import Paper
from desktop.views.counter.parts import CounterParts
from desktop.views.counter.screens import SCREENS
from desktop.views.counter.shift import Place, Shift, Stop
from desktop.views.counter.stage import Stage
from desktop.views.counter.trail import Trail

if TYPE_CHECKING:
    from desktop.views.counter.scene import CounterScene

SECOND_MS: Final = 1_000
STATUS_SECONDS: Final = 2
SETTLE_MS: Final = 60
"""Changes come in bursts: the screen is read again once they pause."""

_ACTS: Final = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})
log = logging.getLogger("guichet.counter")


class CounterShell(QWidget):
    """A window that fills the screen unless `windowed`; `start` opens it, `stop` closes it for good."""

    changed = Signal()
    """The station's rows changed; emitted on whatever thread, heard on this one."""

    restart_wanted = Signal()
    """Nothing can be recorded before the station is opened anew, and nobody is at work."""

    def __init__(self, app: QApplication, parts: CounterParts, *, windowed: bool = False) -> None:
        super().__init__()
        self._app = app
        self._parts = parts
        self._windowed = windowed
        self._listening = False
        self._idle = 0
        self._seconds = 0
        self._warned = False
        self._trail = Trail(lambda stop: SCREENS[stop.place].presenter(parts, self, stop.subject))
        self._door: CounterScene[Any] | None = None
        self.shift = Shift()
        self.stage = Stage(app, parts.landlord_name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        self._clock = QTimer(self, interval=SECOND_MS)
        self._clock.timeout.connect(self.tick)
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self.catch_up)
        self.changed.connect(self._on_changed)
        self.stage.place_pressed.connect(self.go)
        self.stage.lock_pressed.connect(self.lock)
        self.stage.leave_pressed.connect(self.sign_out)
        self.stage.text_size_pressed.connect(self._on_text_size)
        self.stage.language_pressed.connect(self._on_language)
        self.setMinimumSize(1024, 600)
        self.resize(1366, 768)

    def start(self) -> None:
        """Open the window at the door."""
        self._listening = True
        self._parts.station.on_change(self._hear)
        self._app.installEventFilter(self)
        self._parts.cache_lane.run(self._ask_agency, self._on_agency)
        self.stage.dress(self.stage.look)
        self._close_door()
        self._show()
        self.show() if self._windowed else self.showMaximized()
        self._clock.start()

    def stop(self) -> None:
        """Forget the shift and close the window."""
        self._listening = False
        self._clock.stop()
        self._app.removeEventFilter(self)
        self._forget()
        self.close()

    @property
    def place(self) -> Place:
        """The screen that is shown."""
        return self._trail.stop.place if self._door is None and self._trail.stop else Place.SIGN_IN

    @property
    def locked(self) -> bool:
        """Whether somebody's work waits behind the door."""
        return self._door is not None and self.shift.staff is not None

    # What presenters ask (parts.CounterGuide)

    def go(self, place: Place, subject: str = "") -> None:
        """Open a screen; those of the top bar start from the search, the others lead back here."""
        if self._door is not None or (self._trail.top is not None and self._trail.top.busy):
            return
        if self._trail.go(Stop(place, subject)):
            self._show()
        elif self.stage.page is not None:
            self.stage.page.start()

    def back(self) -> None:
        """Return to the screen before, as it was, with what changed meanwhile."""
        if self._door is None and self._trail.back():
            self._show()
            self._refresh()

    def welcome(self, staff: StaffCard) -> None:
        """Open the door: the same person goes on, another one starts afresh."""
        same = self.shift.staff is not None and self.shift.staff.login == staff.login
        if self._door is not None:
            self._door.close()
            self._door = None
        self._idle = 0
        if same and self._trail.top is not None:
            self._show()
            self._refresh()
            return
        self._trail.clear()
        self.shift = Shift(staff)
        self.go(Place.SEARCH)

    def sign_out(self) -> None:
        """Forget who was here; not while money is being recorded."""
        if self._trail.top is not None and self._trail.top.busy:
            return
        self._forget()
        self._close_door()
        self._show()

    def lock(self) -> None:
        """Hide everything at once and keep it for who comes back."""
        if self.shift.staff is None or self._door is not None:
            return
        if self._trail.top is not None:
            self._trail.top.detach()
        self._close_door()
        self._show()

    def paper_missed(self, paper: Paper) -> None:
        """A paper did not come out after its screen was left."""
        said = paper_sentence(paper)
        if said is not None:
            self.stage.say(*said)

    def report(self, error: Exception) -> None:
        """Keep an incident in the log under a number, and show that number until it is read."""
        number = f"{self._parts.station.now().astimezone(LANDLORD_ZONE):%d-%H%M%S}"
        log.error("incident %s on the screen %s", number, self.place, exc_info=error)
        self.stage.say(
            Tone.DANGER,
            self.tr("Something went wrong: incident {number}.").format(number=number),
            self.tr("Look at the tenant's file before you do it again. Give this number to the support."),
        )

    # Time, and the station

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        self._seconds += 1
        self._idle += 1
        for scene in (self._trail.top, self._door):
            if scene is not None:
                scene.tick()
        if self._idle >= self._parts.patience.before_lock:
            self.lock()
        if self._seconds % STATUS_SECONDS == 0:
            self._ask_status()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever a person does puts the lock off."""
        if event.type() in _ACTS:
            self._idle = 0
        return super().eventFilter(watched, event)

    def _hear(self, _tables: frozenset[str]) -> None:
        if self._listening:
            self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        self._settle.start()

    @property
    def behind(self) -> bool:
        """Whether rows changed that the screen does not show yet."""
        return self._settle.isActive()

    @Slot()
    def catch_up(self) -> None:
        """Read again what changed, without waiting for a pause."""
        self._settle.stop()
        self._parts.cache_lane.run(self._ask_agency, self._on_agency)
        self._ask_status()
        self._refresh()

    def _refresh(self) -> None:
        scene = self._door or self._trail.top
        if scene is not None:
            scene.refresh()

    def _ask_status(self) -> None:
        if self._listening:
            self._parts.cache_lane.run(self._parts.station.status, self._on_status)

    def _on_status(self, outcome: Outcome[SyncStatus]) -> None:
        match outcome:
            case Ok(status):
                self._see_to_journal(status)
                if self.stage.show_status(status, self._parts.station.now()):
                    self._refresh()
            case Err(error):
                log.error("the station's status cannot be read", exc_info=error)

    def _see_to_journal(self, status: SyncStatus) -> None:
        if not status.unreadable:
            return
        if self.shift.staff is None:
            self.restart_wanted.emit()
        elif not self._warned:
            self._warned = True
            self.stage.say(*unreadable())

    def _ask_agency(self) -> AgencyView | None:
        station = self._parts.station
        return station.ask(agency_view, station.settings.agency_id)

    def _on_agency(self, outcome: Outcome[AgencyView | None]) -> None:
        match outcome:
            case Ok(AgencyView(name=name)):
                self.setWindowTitle(name)
                self.stage.show_name(name)
            case Ok(_):
                pass
            case Err(error):
                log.error("the agency cannot be read", exc_info=error)

    # What is shown

    def _close_door(self) -> None:
        self._door = SCREENS[Place.SIGN_IN].presenter(self._parts, self, "")
        self._door.open()

    def _forget(self) -> None:
        if self._door is not None:
            self._door.close()
            self._door = None
        self._trail.clear()
        self.shift = Shift()
        self.stage.clear()

    def _show(self) -> None:
        """The present screen: the door, or the last step of the trail."""
        scene = self._door or self._trail.top
        if scene is not None:
            staff = self.shift.staff if self._door is None else None
            self.stage.show_scene(self.place, scene, staff, self._trail.place)

    @Slot()
    def _on_text_size(self) -> None:
        self.stage.dress(self.stage.look.larger())
        self._show()

    @Slot()
    def _on_language(self) -> None:
        self.stage.dress(self.stage.look.speaking(self.stage.look.other_language))
        self._show()
