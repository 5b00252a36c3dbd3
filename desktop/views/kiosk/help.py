"""« Help »: what this screen is for, and that somebody is there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.common.buttons import PrimaryButton
from desktop.views.common.labels import text
from desktop.views.kiosk.kit.overlay import Overlay


class HelpView(Overlay):
    """A few sentences over the screen they speak of; `about` is what that screen says, if anything."""

    close_pressed = Signal()

    def __init__(self, over: QWidget, about: str) -> None:
        super().__init__(over, "")
        self.title.setText(self.tr("Help"))
        self.setAccessibleName(self.title.text())
        always = self.tr("Touch what you would like to do. You can always come back.")
        self.body.addWidget(text(about or always, "body"))
        self.body.addWidget(
            text(self.tr("At the top: change the language, make the words larger, or the contrast stronger."))
        )
        self.body.addWidget(text(self.tr("Someone at the desk will gladly help you."), "strong"))
        self.done = PrimaryButton(self.tr("Back to the screen"), "check")
        self.done.clicked.connect(self.close_pressed)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.done)
