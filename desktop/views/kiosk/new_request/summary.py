"""The end of the report: read it once more, then its number and the promised day."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.services.requests.requests import PROMISED_DAYS
from desktop.views.common.banner import Banner, Tone
from desktop.views.common.card import Card
from desktop.views.common.labels import text
from desktop.views.common.theme import current
from desktop.views.common.words import day
from desktop.views.kiosk.kit.hero import Hero
from desktop.views.kiosk.kit.sentences import sentence
from desktop.views.kiosk.new_request.photos import fitted
from desktop.views.kiosk.new_request.state import NewRequestState
from desktop.views.kiosk.requests.categories import Categories
from desktop.views.kiosk.requests.place_words import PlaceWords

THUMB_MM = 28


class CheckStep(QWidget):
    """Everything that will be sent, and within how many days someone answers."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().scale.space(2))
        self.banner = Banner()
        self._card = Card(pad=3)
        self._filled = False
        column.addWidget(self.banner)
        column.addWidget(self._card)
        self.promise: QLabel = text("", "strong", state="action")
        column.addWidget(self.promise)

    def show_state(self, state: NewRequestState) -> None:
        """Fill once; only a trouble can come later."""
        if not self._filled:
            self._filled = True
            self._fill(state)
        if state.trouble is not None:
            self.banner.say(*sentence(state.trouble))
        elif state.busy:
            self.banner.say(Tone.INFO, self.tr("Your request is being sent…"))
        else:
            self.banner.hush()

    def _fill(self, state: NewRequestState) -> None:
        self._card.body.addWidget(text(Categories().name(state.category), "subtitle"))
        self._card.body.addWidget(text(PlaceWords().name(state.place), "muted"))
        self._card.body.addWidget(text(state.description.strip()))
        if state.taken:
            self._card.body.addWidget(self._photos(state))
        self.promise.setText(
            self.tr("Someone answers within %n day(s).", "", PROMISED_DAYS.get(state.category, 0))
        )

    def _photos(self, state: NewRequestState) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().scale.gap)
        side = current().scale.mm(THUMB_MM)
        for number, taken in enumerate(state.taken, start=1):
            label = QLabel()
            label.setAccessibleName(self.tr("Photo {number}").format(number=number))
            label.setPixmap(fitted(taken.content, side))
            row.addWidget(label)
        row.addStretch(1)
        return held


class SentStep(QWidget):
    """The number to keep, and the day by which someone answers."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().scale.space(2))
        self.hero = Hero()
        column.addWidget(self.hero)

    def show_state(self, state: NewRequestState) -> None:
        """Say what happens next."""
        if state.promised_on is None:
            return
        promise = self.tr("The agency answers by {day} at the latest.").format(day=day(state.promised_on))
        later = (
            self.tr("You will find the answer here, under “My requests”.")
            if state.online
            else self.tr("The kiosk has no network at the moment: it sends your request as soon as it can.")
        )
        self.hero.say(Tone.SUCCESS, promise, later, big=state.number)
