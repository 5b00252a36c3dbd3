"""The first screen: where one is, what one may do, and when somebody is there to help."""

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.views.common.banner import Banner, Tone
from desktop.views.common.buttons import BigButton
from desktop.views.common.card import Card
from desktop.views.common.icons import picture
from desktop.views.common.labels import text
from desktop.views.common.page import KioskPage
from desktop.views.common.theme import current
from desktop.views.kiosk.beside import Beside
from desktop.views.kiosk.welcome.hours import Hours
from desktop.views.kiosk.welcome.presenter import WelcomeState

MONDAY = QDate(2026, 11, 23)


class WelcomeView(KioskPage):
    """Two doors, and the agency's hours."""

    activate_pressed = Signal()
    sign_in_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Welcome"), self.tr("Touch what you would like to do."))
        self.banner = Banner()
        self.activate = BigButton(
            self.tr("I received a letter: I activate my account"),
            "mail",
            self.tr("Have the letter with you. It takes five minutes."),
        )
        self.sign_in = BigButton(
            self.tr("I already have an account"),
            "person",
            self.tr("See what I owe, pay, get a receipt, report a fault."),
        )
        self.activate.clicked.connect(self.activate_pressed)
        self.sign_in.clicked.connect(self.sign_in_pressed)
        self.doors = Beside()
        self.doors.put(self.sign_in, 1)
        self.doors.put(self.activate, 1)
        self._hours = Card()
        self._grid = QGridLayout()
        self._agency = text("", "strong")
        self.body.addWidget(self.banner)
        self.body.addWidget(self.doors)
        self.body.addWidget(self._hours_card())
        self.body.addStretch(1)

    def show_state(self, state: WelcomeState) -> None:
        """Show the agency, and what works at this moment."""
        name = state.agency.name if state.agency else ""
        self.set_heading(
            self.tr("Welcome to {agency}").format(agency=name) if name else self.tr("Welcome"),
            self.tr("Touch what you would like to do."),
        )
        self.activate.setEnabled(state.ready)
        self.sign_in.setEnabled(state.ready)
        self._say_what_works(state)
        self._show_hours(state)

    def _say_what_works(self, state: WelcomeState) -> None:
        if not state.ready:
            self.banner.say(
                Tone.OFFLINE,
                self.tr("This kiosk is getting ready."),
                self.tr("Please go to the desk, or come back in a moment."),
            )
        elif not state.online:
            self.banner.say(
                Tone.OFFLINE,
                self.tr("This kiosk is working without the network for the moment."),
                self.tr(
                    "If you already have an account, you can see what you owe, pay, get a receipt and report"
                    " a fault. Activating an account has to wait."
                ),
            )
        else:
            self.banner.hush()

    def _hours_card(self) -> QWidget:
        scale = current().scale
        row = QHBoxLayout()
        row.setSpacing(scale.space(3))
        row.addWidget(picture("clock", current().tokens.action, scale.icon * 3 // 2))
        self._grid.setHorizontalSpacing(scale.space(4))
        self._grid.setVerticalSpacing(scale.space(1))
        row.addLayout(self._grid, 1)
        self._hours.body.addWidget(self._agency)
        self._hours.body.addLayout(row)
        self._hours.setVisible(False)
        return self._hours

    def _show_hours(self, state: WelcomeState) -> None:
        while item := self._grid.takeAt(0):
            if (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
        self._hours.setVisible(bool(state.hours))
        if state.agency is None:
            return
        self._agency.setText(self.tr("Someone can help you at the desk"))
        for line, hours in enumerate(state.hours):
            self._grid.addWidget(text(self._days(hours), "body"), line, 0)
            self._grid.addWidget(text(self._times(hours), "strong"), line, 1)
        self._grid.setColumnStretch(1, 1)

    def _days(self, hours: Hours) -> str:
        first, last = (QLocale().toString(MONDAY.addDays(each), "dddd") for each in (hours.first, hours.last))
        if hours.first == hours.last:
            return first[:1].upper() + first[1:]
        return self.tr("{first} to {last}").format(first=first[:1].upper() + first[1:], last=last)

    def _times(self, hours: Hours) -> str:
        spans = [self.tr("{opens} to {closes}").format(opens=a, closes=b) for a, b in hours.spans]
        return self.tr(" and ").join(spans)
