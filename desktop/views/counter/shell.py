"""The counter's window: it owns the screens and the way between them, the shift, the lock and the look."""

import logging
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.services.access.staff import StaffCard
from desktop.services.days import LANDLORD_ZONE
from desktop.sync.standing import SyncStatus
from desktop.views.common.banner import Tone
from desktop.views.common.station_watch import StationWatch
from desktop.views.counter.burst import Burst
from desktop.views.counter.kit.paper_words import paper_sentence
from desktop.views.counter.kit.sentences import unreadable
from desktop.views.counter.paper import Paper
from desktop.views.counter.parts import CounterParts
from desktop.views.counter.quiet import Quiet
from desktop.views.counter.screens import counter_screens, ways
from desktop.views.counter.shift import Shift, Stop
from desktop.views.counter.stage import CounterStage
from desktop.views.counter.trail import FIRST, Trail

if TYPE_CHECKING:
    from desktop.views.counter.scene import CounterScene

SECOND_MS: Final = 1_000
STATUS_SECONDS: Final = 2
DOOR: Final = "sign_in"
"""What is shown while nobody is at work, or somebody has locked it."""

log = logging.getLogger("guichet.counter")


class CounterShell(QWidget):
    """A window that fills the screen unless `windowed`; `start` opens it, `stop` closes it for good."""

    restart_wanted = Signal()
    """Nothing can be recorded before the station is opened anew, and nobody is at work."""

    def __init__(self, app: QApplication, parts: CounterParts, *, windowed: bool = False) -> None:
        super().__init__()
        self._app = app
        self._parts = parts
        self._windowed = windowed
        self._seconds = 0
        self._warned = False
        self._trail = Trail(
            lambda stop: counter_screens()[stop.place].scene(parts, self, stop.subject), ways()
        )
        self._door: CounterScene[Any] | None = None
        self.shift = Shift()
        self.stage = CounterStage(app, parts.landlord_name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        self._quiet = Quiet(app, parts.lock_times.before_lock, self)
        self._station = StationWatch(parts.station, parts.cache_lane, self)
        self._clock = QTimer(self, interval=SECOND_MS)
        self.burst = Burst(self)
        self._connect()
        self.setMinimumSize(1024, 600)
        self.resize(1366, 768)

    def start(self) -> None:
        """Open the window at the door."""
        self._station.start()
        self._quiet.start()
        self._station.ask_name()
        self.stage.dress(self.stage.look)
        self._close_door()
        self._show()
        self.show() if self._windowed else self.showMaximized()
        self._clock.start()

    def stop(self) -> None:
        """Forget the shift and close the window."""
        self._station.stop()
        self.burst.blockSignals(True)  # what changes from now on, nobody reads
        self._clock.stop()
        self._quiet.stop()
        self._forget()
        self.close()

    @property
    def place(self) -> str:
        """The screen that is shown."""
        return self._trail.stop.place if self._door is None and self._trail.stop else DOOR

    @property
    def locked(self) -> bool:
        """Whether somebody's work waits behind the door."""
        return self._door is not None and self.shift.staff is not None

    # What presenters ask (parts.CounterGuide)

    def go(self, place: str, subject: str = "") -> None:
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
        self._quiet.acted()
        if same and self._trail.top is not None:
            self._show()
            self._refresh()
            return
        self._trail.clear()
        self.shift = Shift(staff)
        self.go(FIRST)

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
        for scene in (self._trail.top, self._door):
            if scene is not None:
                scene.tick()
        self._quiet.tick()
        if self._seconds % STATUS_SECONDS == 0:
            self._station.look()

    @Slot()
    def _catch_up(self) -> None:
        """Read again what changed."""
        self._station.ask_name()
        self._station.look()
        self._refresh()

    def _refresh(self) -> None:
        scene = self._door or self._trail.top
        if scene is not None:
            scene.refresh()

    @Slot(object)
    def _on_status(self, status: SyncStatus) -> None:
        if status.unreadable and self.shift.staff is None:
            self.restart_wanted.emit()
        elif status.unreadable and not self._warned:
            self._warned = True
            self.stage.say(*unreadable())
        if self.stage.show_status(status, self._parts.station.now()):
            self._refresh()

    # What is shown

    def _close_door(self) -> None:
        self._door = self._trail.make(Stop(DOOR))
        self._door.open()

    def _forget(self) -> None:
        if self._door is not None:
            self._door.close()
            self._door = None
        self._trail.clear()
        self.shift = Shift()
        self.stage.clear()

    @Slot()
    def _show(self) -> None:
        """The present screen: the door, or the last step of the trail."""
        scene = self._door or self._trail.top
        if scene is not None:
            staff = self.shift.staff if self._door is None else None
            self.stage.show_scene(self.place, scene, staff, self._trail.place)

    def _connect(self) -> None:
        self._clock.timeout.connect(self.tick)
        self.burst.over.connect(self._catch_up)
        self._quiet.over.connect(self.lock)
        self._station.changed.connect(lambda _tables: self.burst.go_on())
        self._station.stands.connect(self._on_status)
        self._station.named.connect(self.setWindowTitle)
        self._station.named.connect(self.stage.show_name)
        self.stage.place_pressed.connect(self.go)
        self.stage.lock_pressed.connect(self.lock)
        self.stage.leave_pressed.connect(self.sign_out)
        self.stage.dressed.connect(self._show)
