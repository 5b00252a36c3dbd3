"""One request from the first word to the last answer."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.requests.requests import RequestCard, StepView
from desktop.views.common.card import Card
from desktop.views.common.labels import text
from desktop.views.common.theme import current
from desktop.views.common.words import day, moment
from desktop.views.kiosk.requests.categories import Categories
from desktop.views.kiosk.requests.place_words import PlaceWords


class Timeline(QWidget):
    """The promise, what was asked, then every step: oldest first, as one tells it."""

    def __init__(self, card: RequestCard, now: datetime) -> None:
        super().__init__()
        self._now = now
        self._words = Categories()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().scale.space(2))
        column.addWidget(self._asked(card))
        for step in card.steps:
            if step.kind != "opened":
                column.addWidget(self._step(step))
        if card.row.state == "open":
            promise = self.tr("The agency answers by {day} at the latest.").format(
                day=day(card.row.promised_on)
            )
            column.addWidget(text(promise, "strong", state="action"))

    def _asked(self, card: RequestCard) -> Card:
        asked = Card(pad=2.5)
        asked.body.setSpacing(current().scale.space(1))
        asked.body.addWidget(
            text(f"{self._words.step('opened')} · {moment(card.row.opened_at, self._now)}", "caption")
        )
        if card.row.place:
            asked.body.addWidget(text(PlaceWords().kept(card.row.place), "strong"))
        asked.body.addWidget(text(card.row.description))
        if card.photos:
            asked.body.addWidget(text(self.tr("With %n photo(s)", "", len(card.photos)), "caption"))
        return asked

    def _step(self, step: StepView) -> Card:
        card = Card(pad=2.5)
        card.body.setSpacing(current().scale.space(1))
        card.body.addWidget(text(f"{self._words.step(step.kind)} · {moment(step.at, self._now)}", "caption"))
        if step.text:
            card.body.addWidget(text(step.text, "body"))
        return card
