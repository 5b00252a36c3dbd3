"""The inbox to the left, the chosen request to the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.services.requests.requests import RequestRow
from desktop.views.common.banner import Tone
from desktop.views.common.empty import Placeholder
from desktop.views.common.table import Table
from desktop.views.common.theme import current
from desktop.views.counter.kit.beside import Beside
from desktop.views.counter.kit.keyed import KeyedButton
from desktop.views.counter.kit.page import CounterView
from desktop.views.counter.kit.sentences import sentence
from desktop.views.counter.requests.card import RequestPanel
from desktop.views.counter.requests.presenter import RequestsState
from desktop.views.counter.requests.table import InboxRows


class RequestsView(CounterView):
    """Arrows walk through the inbox; the answer is one Tab away."""

    _listed: tuple[RequestRow, ...] | None

    row_chosen = Signal(object)
    typed = Signal(str)
    answer_pressed = Signal()
    close_pressed = Signal()
    lease_pressed = Signal()
    photo_opened = Signal(str)
    photo_closed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Requests"))
        self.lease = KeyedButton(self.tr("Open the tenant's file"), "F6", icon_name="folder")
        self.lease.clicked.connect(self.lease_pressed)
        self.add_action(self.lease)
        self._rows = InboxRows()
        self._listed = None
        self.table = Table(self._rows, self.tr("Open requests"))
        self.table.setMinimumHeight(current().scale.target * 7)
        self.table.selected.connect(self.row_chosen)
        self.first = self.table
        self.panel = RequestPanel()
        for signal in (
            "typed",
            "answer_pressed",
            "close_pressed",
            "photo_opened",
            "photo_closed",
        ):
            getattr(self.panel, signal).connect(getattr(self, signal))
        self.table.opened.connect(lambda _row: self.panel.answer.setFocus())
        self._both = Beside(gap=1)
        self._both.put(self.table, 6, letters=30)
        self._both.put(self.panel, 7, letters=34)
        self._none = Placeholder(
            "check-circle", self.tr("Nothing to answer"), self.tr("New requests appear here by themselves.")
        )
        self._reading = Placeholder("", self.tr("Reading the requests…"))
        self._stack = QStackedWidget()
        for page in (self._reading, self._none, self._both):
            self._stack.addWidget(page)
        self.body.addWidget(self._stack, 1)

    def show_state(self, state: RequestsState) -> None:
        self._say(state)
        if state.rows is None:
            self._stack.setCurrentWidget(self._reading)
            return
        waiting = sum(row.state == "open" for row in state.rows)
        self.set_heading(self.tr("Requests"), self.tr("%n to answer", "", waiting))
        self._show_rows(state)
        self.panel.setVisible(state.card is not None)
        self.lease.setEnabled(state.card is not None)
        self.panel.show_state(state)
        empty = not state.rows and state.card is None
        self._stack.setCurrentWidget(self._none if empty else self._both)

    def _show_rows(self, state: RequestsState) -> None:
        rows = state.rows or ()
        if rows != self._listed:
            self._listed = rows
            self.table.blockSignals(True)
            self._rows.show_inbox(rows, state.today)
            self.table.blockSignals(False)
        place = next((place for place, row in enumerate(rows) if row.id == state.chosen), None)
        if place is None:
            self.table.clearSelection()
        elif self.table.currentIndex().row() != place:
            self.table.blockSignals(True)
            self.table.selectRow(place)
            self.table.blockSignals(False)

    def _say(self, state: RequestsState) -> None:
        trouble = state.trouble
        if trouble is not None and trouble.code == "request_closed":
            self.banner.say(
                Tone.ATTENTION,
                self.tr("Somebody has closed this request meanwhile."),
                self.tr("Your answer was not sent. Read what was said first."),
            )
        elif trouble is not None and trouble.entry != "text":
            self.banner.say(*sentence(trouble))
        elif state.sent:
            words = (
                self.tr("Answered and closed.") if state.sent == "closed" else self.tr("Your answer is sent.")
            )
            self.banner.say(Tone.SUCCESS, words, self.tr("The tenant reads it at the kiosk."))
        else:
            self.banner.hush()
