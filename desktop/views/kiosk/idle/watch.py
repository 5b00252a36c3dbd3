"""Watches whether somebody is still at the kiosk, and how long: warns, and tells when the visit is over."""

from PySide6.QtCore import QObject, Signal, Slot

from desktop.views.kiosk.idle.presenter import IdlePresenter, IdleState, Presence
from desktop.views.kiosk.idle.view import IdleView
from desktop.views.kiosk.parts import IdleTimes
from desktop.views.kiosk.stage import KioskStage


class IdleWatch(QObject):
    """Told of every second and of every touch; the warning lies over the stage."""

    gone = Signal()
    """Nobody is there any more, or the visit has lasted its longest."""

    finish_pressed = Signal()
    """Who was asked said that they have finished."""

    def __init__(self, times: IdleTimes, stage: KioskStage) -> None:
        super().__init__(stage)
        self._times = times
        self._stage = stage
        self._belief = IdlePresenter(times)

    def begin(self) -> None:
        """A new visit: nothing of the one before counts."""
        self._belief = IdlePresenter(self._times)

    def stay_awake(self, awake: bool) -> None:
        """While true nobody is sent away; afterwards the count starts anew."""
        self._belief.stay_awake(awake)

    @Slot()
    def acted(self) -> None:
        """Somebody did something."""
        self._belief.acted()

    def tick(self) -> None:
        """A second has passed."""
        state = self._belief.tick()
        match state.presence:
            case Presence.GONE:
                self.gone.emit()
            case Presence.IN_DOUBT | Presence.ENDING:
                self._warn(state)
            case Presence.HERE:
                pass

    def _warn(self, state: IdleState) -> None:
        if not isinstance(self._stage.overlay, IdleView):
            warning = IdleView(self._stage, self._times.longest // 60)
            warning.go_on_pressed.connect(self._on_still_here)
            warning.finish_pressed.connect(self.finish_pressed)
            self._stage.cover(warning)
        if isinstance(self._stage.overlay, IdleView):
            self._stage.overlay.show_state(state)

    @Slot()
    def _on_still_here(self) -> None:
        self._belief.go_on()
        self._stage.uncover()
