"""« Are you still there? »: the warning before a visit is forgotten."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.common.buttons import PrimaryButton, SecondaryButton
from desktop.views.common.labels import text
from desktop.views.kiosk.idle.presenter import IdleState
from desktop.views.kiosk.kit.overlay import Overlay


class IdleView(Overlay):
    """Counts down over the screen of the visit."""

    go_on_pressed = Signal()
    finish_pressed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, "")
        self.title.setText(self.tr("Are you still there?"))
        self.setAccessibleName(self.title.text())
        self._left = text("", "lead")
        self.body.addWidget(self._left)
        self.body.addWidget(
            text(self.tr("Then everything about your visit disappears from this kiosk."), "muted")
        )
        self.finish = SecondaryButton(self.tr("I have finished"), "exit")
        self.go_on = PrimaryButton(self.tr("Continue"), "arrow", trailing=True)
        self.finish.clicked.connect(self.finish_pressed)
        self.go_on.clicked.connect(self.go_on_pressed)
        self.buttons.addWidget(self.finish)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.go_on)

    def show_state(self, state: IdleState) -> None:
        self._left.setText(self.tr("Your visit ends in %n second(s).", "", state.seconds_left))
