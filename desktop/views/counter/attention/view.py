"""The page for staff who wonder whether everything has arrived: what waits, what was refused, what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.sync.standing import AttentionItem
from desktop.views.common.card import Card
from desktop.views.common.empty import Placeholder
from desktop.views.common.labels import text
from desktop.views.common.table import Table
from desktop.views.common.theme import current
from desktop.views.counter.attention.presenter import AttentionState, Item
from desktop.views.counter.attention.standing import StandingLines
from desktop.views.counter.attention.table import amount_words, item_rows, when_words
from desktop.views.counter.attention.words import actor_words, advice, what_words, why
from desktop.views.counter.kit.beside import Beside
from desktop.views.counter.kit.keyed import CONFIRM, PRIMARY, KeyedButton
from desktop.views.counter.kit.names import grouped
from desktop.views.counter.kit.page import CounterView
from desktop.views.counter.kit.sentences import sentence


class AttentionView(CounterView):
    """Calm when nothing is to do."""

    chosen = Signal(object)
    acknowledge_pressed = Signal()
    lease_pressed = Signal()
    noted_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Exchange with central"))
        self._standing = StandingLines()
        top = Card(pad=2)
        top.body.addWidget(self._standing)
        self._rows = item_rows()
        self.table = Table(self._rows, self.tr("What waits, and what to see to"))
        self.table.setMinimumHeight(current().scale.target * 5)
        self.table.selected.connect(self.chosen)
        self.first = self.table
        self.lease = KeyedButton(self.tr("Open the tenant's file"), "F6", icon_name="folder")
        self.lease.clicked.connect(self.lease_pressed)
        self.seen = KeyedButton(self.tr("I have seen to it"), CONFIRM, role=PRIMARY, icon_name="check")
        self.seen.clicked.connect(self.acknowledge_pressed)
        self.noted = KeyedButton(self.tr("I have read this"), "F7", icon_name="eye")
        self.noted.clicked.connect(self.noted_pressed)
        for button in (self.noted, self.lease, self.seen):
            self.add_action(button)
        self._none = Placeholder(
            "check-circle",
            self.tr("Nothing waits, nothing to see to"),
            self.tr("Central has taken everything that was done here."),
        )
        self._both = self._list_and_panel()
        self._stack = QStackedWidget()
        for page in (self._none, self._both):
            self._stack.addWidget(page)
        self.body.addWidget(top)
        self.body.addWidget(self._stack, 1)

    def show_state(self, state: AttentionState) -> None:
        if state.trouble is not None:
            self.banner.say(*sentence(state.trouble))
        else:
            self.banner.hush()
        if state.status is not None:
            self._standing.show_status(state.status, state.now, state.refused_files)
            self.noted.setVisible(bool(state.refused_files) or state.status.damage is not None)
        self._show_rows(state)
        item = state.item
        if item is not None:
            self._show_item(item)
        self.seen.setVisible(isinstance(item, AttentionItem))
        self.lease.setVisible(item is not None and bool(item.lease_id))
        self._stack.setCurrentWidget(self._both if state.items else self._none)

    def _list_and_panel(self) -> QWidget:
        self._kind = text("", "subtitle")
        self._what = text("", "strong")
        self._who = text("", "muted")
        self._why = text("", "body")
        self._advice = text("", "body")
        panel = Card(pad=2)
        for part in (self._kind, self._what, self._who, self._why, self._advice):
            panel.body.addWidget(part)
        panel.body.addStretch(1)
        both = Beside(gap=1)
        both.put(self.table, 8, letters=44)
        both.put(panel, 5, letters=28)
        return both

    def _show_rows(self, state: AttentionState) -> None:
        self.table.blockSignals(True)
        self._rows.show_rows(state.items or ())
        place = next((n for n, each in enumerate(state.items or ()) if each.seq == state.chosen), None)
        if place is not None and self.table.currentIndex().row() != place:
            self.table.selectRow(place)
        self.table.blockSignals(False)

    def _show_item(self, item: Item) -> None:
        lease = self.tr("contract {number}").format(number=grouped(item.lease_id)) if item.lease_id else ""
        what = " · ".join(filter(None, (amount_words(item), lease)))
        self._kind.setText(what_words(item))
        self._what.setText(what)
        self._what.setVisible(bool(what))
        self._who.setText(f"{when_words(item)} · {actor_words(item.actor)}")
        self._why.setText(why(item))
        self._advice.setText(advice(item))
