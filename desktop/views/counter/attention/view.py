"""The page for staff who wonder whether everything has arrived: counts, dates, and what to see to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.sync.station import SyncStatus
from desktop.views.common.card import Card
from desktop.views.common.empty import Placeholder
from desktop.views.common.labels import text
from desktop.views.common.table import Table
from desktop.views.common.theme import current
from desktop.views.common.words import moment
from desktop.views.counter.attention.presenter import AttentionState
from desktop.views.counter.attention.table import item_rows
from desktop.views.counter.attention.words import advice, code_words, kind_words
from desktop.views.counter.beside import Beside
from desktop.views.counter.facts import fact
from desktop.views.counter.keyed import CONFIRM, PRIMARY, KeyedButton
from desktop.views.counter.page import CounterView
from desktop.views.counter.pile import Pile
from desktop.views.counter.sentences import sentence


class AttentionView(CounterView):
    """Calm when nothing is to do."""

    chosen = Signal(object)
    acknowledge_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("To check"))
        self._standing = Pile()
        top = Card(pad=2)
        top.body.addWidget(self._standing)
        self._rows = item_rows()
        self.table = Table(self._rows, self.tr("What to see to"))
        self.table.setMinimumHeight(current().scale.target * 5)
        self.table.selected.connect(self.chosen)
        self.first = self.table
        self._kind = text("", "subtitle")
        self._why = text("", "body")
        self._advice = text("", "body")
        self.seen = KeyedButton(self.tr("I have seen to it"), CONFIRM, role=PRIMARY, icon_name="check")
        self.seen.clicked.connect(self.acknowledge_pressed)
        panel = Card(pad=2)
        self.add_action(self.seen)
        for part in (self._kind, self._why, self._advice):
            panel.body.addWidget(part)
        panel.body.addStretch(1)
        both = Beside(gap=1)
        both.put(self.table, 6, letters=34)
        both.put(panel, 5, letters=30)
        self._both = both
        self._none = Placeholder(
            "check-circle",
            self.tr("Nothing to see to"),
            self.tr("Central has refused nothing of what was done here."),
        )
        self._stack = QStackedWidget()
        for page in (self._none, both):
            self._stack.addWidget(page)
        self.body.addWidget(top)
        self.body.addWidget(self._stack, 1)

    def show_state(self, state: AttentionState) -> None:
        """Show how things stand."""
        if state.trouble is not None:
            self.banner.say(*sentence(state.trouble))
        else:
            self.banner.hush()
        if state.status is not None:
            self._standing.refill(*self._facts(state, state.status))
        self.table.blockSignals(True)
        self._rows.show_rows(state.items or ())
        place = next((n for n, each in enumerate(state.items or ()) if each.seq == state.chosen), None)
        if place is not None and self.table.currentIndex().row() != place:
            self.table.selectRow(place)
        self.table.blockSignals(False)
        item = state.item
        if item is not None:
            self._kind.setText(kind_words(item.kind))
            self._why.setText(code_words(item.code))
            self._advice.setText(advice(item.kind))
        self.seen.setVisible(item is not None)
        self._stack.setCurrentWidget(self._both if state.items else self._none)

    def _facts(self, state: AttentionState, status: SyncStatus) -> list[QWidget]:
        parts = [
            fact("cloud", "success", self.tr("Central can be reached."))
            if status.online
            else fact("offline", "offline", self.tr("Central cannot be reached. Work goes on here."))
        ]
        if status.waiting:
            parts.append(
                fact(
                    "sync",
                    "action",
                    self.tr("%n action(s) kept here, not confirmed yet.", "", status.waiting),
                )
            )
        else:
            parts.append(fact("check-circle", "success", self.tr("Everything done here has arrived.")))
        if status.as_of is not None and state.now is not None:
            words = self.tr("The files here are as central's were {when}.")
            parts.append(fact("clock", "muted", words.format(when=moment(status.as_of, state.now))))
        return parts
