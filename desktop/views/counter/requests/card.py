"""One request read in full: what it is, its photos, what was said, and the place to answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.requests.requests import RequestCard, StepView
from desktop.views.common.card import Card, rule
from desktop.views.common.field import LongField
from desktop.views.common.icons import picture
from desktop.views.common.labels import text
from desktop.views.common.theme import current
from desktop.views.common.words import moment, short_day
from desktop.views.counter.kit.flow import FlowBox
from desktop.views.counter.kit.keyed import CONFIRM, PRIMARY, KeyedButton
from desktop.views.counter.kit.pile import Pile
from desktop.views.counter.requests.photos import LargePhoto, Thumbnails
from desktop.views.counter.requests.presenter import RequestsState
from desktop.views.counter.requests.words import category_icon, category_words, state_words, step_words


class RequestPanel(Card):
    """The right side of the inbox."""

    typed = Signal(str)
    answer_pressed = Signal()
    close_pressed = Signal()
    photo_opened = Signal(str)
    photo_closed = Signal()

    def __init__(self) -> None:
        super().__init__(pad=2)
        self._shown: RequestCard | None = None
        self._top = Pile(gap=0.5)
        self._steps = Pile(gap=1)
        self.photos = Thumbnails()
        self.photos.opened.connect(self.photo_opened)
        self.large = LargePhoto()
        self.large.closed.connect(self.photo_closed)
        self.answer = LongField(self.tr("Answer to the tenant"), lines=3, max_length=4_000)
        self.answer.edited.connect(self.typed)
        self.send = KeyedButton(self.tr("Answer"), CONFIRM, role=PRIMARY, icon_name="message")
        self.send.clicked.connect(self.answer_pressed)
        self.answer_and_close = KeyedButton(self.tr("Answer and close"), "Ctrl+Shift+Return")
        self.answer_and_close.clicked.connect(self.close_pressed)
        self._content = Pile(gap=1.5)
        buttons = FlowBox(trailing=True)
        for button in (self.answer_and_close, self.send):
            buttons.put(button)
        for part in (self._top, self.photos, self.answer, buttons, rule(), self._steps):
            self._content.column.addWidget(part)
        self._content.column.addStretch(1)
        self.body.addWidget(self._content)
        self.body.addWidget(self.large)

    def show_state(self, state: RequestsState) -> None:
        """Show the chosen request; a large photo covers it."""
        card = state.card
        if card is None:
            return
        if card != self._shown:
            self._shown = card
            self._top.refill(*self._head(card))
            self._steps.refill(*(self._step(each, state) for each in reversed(card.steps)))
        self.photos.show_shots(state.shots)
        self.photos.setVisible(bool(state.shots))
        self._show_large(state)
        closed = card.row.state == "closed"
        for part in (self.answer, self.send, self.answer_and_close):
            part.setVisible(not closed)
            part.setEnabled(not state.sending)
        if self.answer.text() != state.answer:
            self.answer.set_text(state.answer)
        wrong = state.trouble.code if state.trouble is not None and state.trouble.entry == "text" else ""
        self.answer.show_error(self._error(wrong))

    def _show_large(self, state: RequestsState) -> None:
        shot = next((each for each in state.shots if each.sha256 == state.large), None)
        self._content.setVisible(shot is None)
        self.large.setVisible(shot is not None)
        if shot is not None:
            self.large.show_shot(shot, self.tr("Photo of the request"))

    def _error(self, code: str) -> str:
        if not code:
            return ""
        if code == "text_too_long":
            return self.tr("This is too long: 4,000 characters at most.")
        return self.tr("Write an answer first: the tenant reads it at the kiosk.")

    def _head(self, card: RequestCard) -> list[QWidget]:
        row = card.row
        title = QWidget()
        across = QHBoxLayout(title)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(current().scale.space(1))
        across.addWidget(picture(category_icon(row.category), current().tokens.action))
        across.addWidget(text(category_words(row.category), "subtitle"), 1)
        promised = self.tr("Answer promised by {day}").format(day=short_day(row.promised_on))
        numbered = self.tr("Request {number}").format(number=row.number)
        caption = " · ".join((numbered, state_words(row.state), promised))
        who = " · ".join(row.names)
        parts = [title, text(caption, "caption"), text(who, "strong")]
        if row.place:
            parts.append(text(self.tr("Where: {place}").format(place=row.place), "muted"))
        parts.append(text(row.description, "body"))
        return parts

    def _step(self, step: StepView, state: RequestsState) -> QWidget:
        made = Pile(gap=0)
        when = moment(step.at, state.now) if state.now is not None else ""
        words = step_words(step.kind, step.actor)
        made.column.addWidget(text(f"{words} · {when}", "caption"))
        if step.text:
            said = text(step.text, "body")
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            made.column.addWidget(said)
        return made
