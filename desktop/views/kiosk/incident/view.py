"""Something went wrong that should not: what it means for the person, and the number for the desk."""

from PySide6.QtCore import Signal

from desktop.views.common.card import Card
from desktop.views.common.labels import text
from desktop.views.common.page import KioskPage
from desktop.views.kiosk.incident.presenter import IncidentState


class IncidentView(KioskPage):
    """Calm: nobody did anything wrong."""

    leave_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("Something went wrong with the kiosk"),
            self.tr("It is not your fault. For your safety, your visit was closed."),
        )
        card = Card()
        card.body.addWidget(text(self.tr("If you were paying"), "subtitle"))
        card.body.addWidget(
            text(
                self.tr(
                    "Do not pay a second time. What the terminal took is kept and checked: ask at the desk."
                )
            )
        )
        card.body.addWidget(text(self.tr("If you tell the desk, this number helps"), "muted"))
        self.number = text("", "code")
        card.body.addWidget(self.number)
        self.body.addWidget(card)
        self.left = text("", "caption")
        self.body.addWidget(self.left)
        self.body.addStretch(1)
        self.set_primary(self.tr("Back to the welcome"), "home")
        self.primary.clicked.connect(self.leave_pressed)

    def show_state(self, state: IncidentState) -> None:
        """Show the number and how long it stays."""
        self.number.setText(state.number)
        self.left.setText(self.tr("This screen closes in %n second(s).", "", state.seconds_left))
