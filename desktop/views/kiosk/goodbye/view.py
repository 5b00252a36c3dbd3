"""The last screen: what was done, and what to take along."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.common.banner import Banner, Tone
from desktop.views.common.card import Card
from desktop.views.common.icons import picture
from desktop.views.common.labels import text
from desktop.views.common.page import KioskPage
from desktop.views.common.theme import current
from desktop.views.common.words import money
from desktop.views.kiosk.goodbye.presenter import GoodbyeState
from desktop.views.kiosk.visit import Act, Deed


class GoodbyeView(KioskPage):
    """Nothing here can be looked up any more: the visit is closed."""

    leave_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("Goodbye"), self.tr("Your visit is closed. Nothing about you stays on this kiosk.")
        )
        self.banner = Banner()
        self._card = Card()
        self._card.setVisible(False)
        self.left = text("", "caption")
        self.body.addWidget(self.banner)
        self.body.addWidget(self._card)
        self.body.addWidget(self.left)
        self.body.addStretch(1)
        self.set_primary(self.tr("Close now"), "check")
        self.primary.clicked.connect(self.leave_pressed)
        self._listed = False

    def show_state(self, state: GoodbyeState) -> None:
        """List the deeds once; then only the seconds change."""
        if not self._listed:
            self._listed = True
            self._show_what_to_take(state)
            self._list(state.deeds)
        self.left.setText(self.tr("This screen closes in %n second(s).", "", state.seconds_left))

    def _show_what_to_take(self, state: GoodbyeState) -> None:
        if state.take_card and state.take_papers:
            self.banner.say(Tone.ATTENTION, self.tr("Take your card and your papers."))
        elif state.take_card:
            self.banner.say(Tone.ATTENTION, self.tr("Take your card."))
        elif state.take_papers:
            self.banner.say(Tone.ATTENTION, self.tr("Take your papers."))

    def _list(self, deeds: tuple[Deed, ...]) -> None:
        self._card.setVisible(bool(deeds))
        if deeds:
            self._card.body.addWidget(text(self.tr("What you did today"), "subtitle"))
        papers = sum(1 for deed in deeds if deed.act is Act.PRINTED)
        for deed in deeds:
            if deed.act is not Act.PRINTED:
                self._card.body.addWidget(self._line(deed.act, self._words(deed)))
        if papers:
            words = self.tr("You printed %n paper(s).", "", papers)
            self._card.body.addWidget(self._line(Act.PRINTED, words))

    def _line(self, act: Act, words: str) -> QWidget:
        tokens = current().tokens
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().scale.space(2))
        doubt = act is Act.IN_DOUBT
        row.addWidget(picture("clock" if doubt else "check", tokens.attention if doubt else tokens.success))
        row.addWidget(text(words), 1)
        return line

    def _words(self, deed: Deed) -> str:
        match deed.act:
            case Act.ACTIVATED:
                return self.tr("Your account is activated.")
            case Act.PAID:
                return self.tr("You paid {amount} by card.").format(amount=money(deed.cents))
            case Act.IN_DOUBT:
                return self.tr("A payment of {amount} is being checked. Reference: {number}").format(
                    amount=money(deed.cents), number=deed.number
                )
            case _:
                return self.tr("You sent the request {number}.").format(number=deed.number)
