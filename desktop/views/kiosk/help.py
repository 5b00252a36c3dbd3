"""« Help »: what this screen is for, and that somebody is there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.common.buttons import PrimaryButton
from desktop.views.common.labels import text
from desktop.views.kiosk.kit.overlay import Overlay
from desktop.views.kiosk.visit import Place


class HelpView(Overlay):
    """A few sentences over the screen they speak of."""

    close_pressed = Signal()

    def __init__(self, over: QWidget, place: Place) -> None:
        super().__init__(over, "")
        self.title.setText(self.tr("Help"))
        self.setAccessibleName(self.title.text())
        self.body.addWidget(text(self._about(place), "body"))
        self.body.addWidget(
            text(self.tr("At the top: change the language, make the words larger, or the contrast stronger."))
        )
        self.body.addWidget(text(self.tr("Someone at the desk will gladly help you."), "strong"))
        self.done = PrimaryButton(self.tr("Back to the screen"), "check")
        self.done.clicked.connect(self.close_pressed)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.done)

    def _about(self, place: Place) -> str:
        return {
            Place.WELCOME: self.tr("Choose the letter if you come for the first time. Otherwise, sign in."),
            Place.ACTIVATION: self.tr(
                "Everything you need is on the letter. You are asked one thing at a time."
            ),
            Place.SIGN_IN: self.tr("Your contract number is on your letter and on your rent notices."),
            Place.ACCOUNT: self.tr("You see what was asked each month, what was paid, and what is left."),
            Place.PAY: self.tr("You choose the amount here, then you pay with your card on the terminal."),
            Place.PAPERS: self.tr("Touch a paper in the list, then print it. It is free."),
            Place.REQUESTS: self.tr("Touch a request in the list to read what was answered."),
            Place.NEW_REQUEST: self.tr("Say what does not work, where, and add a photo if you have one."),
        }.get(place, self.tr("Touch what you would like to do. You can always come back."))
