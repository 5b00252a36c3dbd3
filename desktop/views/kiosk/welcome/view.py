"""The first screen: where one is, what one may do, and when somebody is there to help."""

from typing import Final

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.views.common.banner import Banner, Tone
from desktop.views.common.buttons import BigButton
from desktop.views.common.card import Card
from desktop.views.common.icons import picture
from desktop.views.common.labels import text
from desktop.views.common.page import KioskPage
from desktop.views.common.theme import current
from desktop.views.kiosk.kit.discard import discard
from desktop.views.kiosk.kit.side_by_side import SideBySide
from desktop.views.kiosk.welcome.hours import Hours
from desktop.views.kiosk.welcome.presenter import WelcomeState

DOOR_MM: Final = 82
MONDAY: Final = QDate(2026, 11, 23)


class WelcomeView(KioskPage):
    """Two doors, and the agency's hours."""

    activate_pressed = Signal()
    sign_in_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Welcome"), self.tr("Touch what you would like to do."))
        self.banner = Banner()
        self.activate = BigButton(
            self.tr("First time here"),
            "mail",
            self.tr("I activate my account with the letter I received. It takes five minutes."),
        )
        self.sign_in = BigButton(
            self.tr("I already have an account"),
            "person",
            self.tr("I see what I owe, I pay, I get my papers, I report a problem."),
        )
        self.activate.clicked.connect(self.activate_pressed)
        self.sign_in.clicked.connect(self.sign_in_pressed)
        self.doors = SideBySide()
        self.doors.put(self.sign_in, 1)
        self.doors.put(self.activate, 1)
        self._hours = Card()
        self._grid = QGridLayout()
        self._agency = text("", "strong")
        self.body.addWidget(self.banner)
        self.body.addWidget(self.doors)
        self.body.addWidget(self._hours_card())
        self.body.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On an upright screen the doors stand one above the other, each as large as before."""
        upright = event.size().height() > event.size().width()
        self.doors.setMinimumHeight(current().scale.mm(DOOR_MM) * (2 if upright else 1))
        super().resizeEvent(event)

    def show_state(self, state: WelcomeState) -> None:
        """Show the agency, and what works at this moment."""
        self.activate.setEnabled(state.ready)
        self.sign_in.setEnabled(state.ready)
        lead = self.tr("Touch what you would like to do.") if state.ready else ""
        self.set_heading(self.tr("Welcome"), lead)
        self._say_what_works(state)
        self._show_hours(state)

    def _say_what_works(self, state: WelcomeState) -> None:
        if state.closed:
            self.banner.say(
                Tone.ATTENTION,
                self.tr("This kiosk is out of service."),
                self.tr("Please go to the desk: you can pay there, in cash too, and do everything else."),
            )
        elif not state.ready:
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
                discard(old)
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
        spans = [
            self.tr("{opens} to {closes}").format(opens=self._time(opens), closes=self._time(closes))
            for opens, closes in hours.spans
        ]
        return self.tr(" and ").join(spans)

    def _time(self, written: str) -> str:
        hour, _, minute = written.partition(":")
        if minute == "00":
            return self.tr("{hour}:00").format(hour=int(hour))
        return self.tr("{hour}:{minute}").format(hour=int(hour), minute=minute)
