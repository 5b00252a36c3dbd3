"""The warning before a visit is forgotten: nobody seems to be there, or it has lasted long enough."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.common.buttons import PrimaryButton, SecondaryButton
from desktop.views.common.labels import text
from desktop.views.kiosk.idle.presenter import IdleState, Presence
from desktop.views.kiosk.kit.overlay import Overlay


class IdleView(Overlay):
    """Counts down over the screen of the visit."""

    go_on_pressed = Signal()
    finish_pressed = Signal()

    def __init__(self, over: QWidget, longest_minutes: int) -> None:
        super().__init__(over, "")
        self._longest = longest_minutes
        self._left = text("", "lead")
        self._after = text("", "muted")
        self.body.addWidget(self._left)
        self.body.addWidget(self._after)
        self.finish = SecondaryButton(self.tr("I have finished"), "exit")
        self.go_on = PrimaryButton(self.tr("Continue"), "arrow", trailing=True)
        self.finish.clicked.connect(self.finish_pressed)
        self.go_on.clicked.connect(self.go_on_pressed)
        self.buttons.addWidget(self.finish)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.go_on)

    def show_state(self, state: IdleState) -> None:
        left = self.tr("Your visit ends in %n second(s).", "", state.seconds_left)
        if state.presence is Presence.ENDING:
            self.title.setText(self.tr("Your visit ends soon"))
            most = self.tr("A visit lasts %n minute(s) at most.", "", self._longest)
            self._left.setText(f"{most} {left}")
            self._after.setText(
                self.tr("What you paid or sent is kept. You can begin a new visit straight afterwards.")
            )
        else:
            self.title.setText(self.tr("Are you still there?"))
            self._left.setText(left)
            self._after.setText(self.tr("Then everything about your visit disappears from this kiosk."))
        self.setAccessibleName(self.title.text())
