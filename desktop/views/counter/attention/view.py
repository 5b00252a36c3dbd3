"""The page for staff who wonder whether everything has arrived: what waits, what was refused, what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.services.access.staff_locks import LockedStaff
from desktop.services.warnings import WarningView
from desktop.sync.standing import AttentionItem
from desktop.views.common.card import Card
from desktop.views.common.empty import Placeholder
from desktop.views.common.field import Field
from desktop.views.common.labels import text
from desktop.views.common.table import Table
from desktop.views.common.theme import current
from desktop.views.counter.attention.presenter import AttentionState, Item, mark
from desktop.views.counter.attention.standing import StandingLines
from desktop.views.counter.attention.table import amount_words, item_rows, lease_of, when_words
from desktop.views.counter.attention.warning_words import settling_words
from desktop.views.counter.attention.words import advice, what_words, who_words, why
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
    word_edited = Signal(str)
    settle_pressed = Signal()
    unlock_pressed = Signal()

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
        self.settle = KeyedButton(self.tr("Confirm this"), CONFIRM, role=PRIMARY, icon_name="check")
        self.settle.clicked.connect(self.settle_pressed)
        self.unlock = KeyedButton(self.tr("Let them try again"), CONFIRM, role=PRIMARY, icon_name="unlock")
        self.unlock.clicked.connect(self.unlock_pressed)
        self.noted = KeyedButton(self.tr("I have read this"), "F7", icon_name="eye")
        self.noted.clicked.connect(self.noted_pressed)
        for button in (self.noted, self.lease, self.seen, self.settle, self.unlock):
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
        if state.trouble is not None and not state.trouble.entry:
            self.banner.say(*(settling_words(state.trouble.code) or sentence(state.trouble)))
        else:
            self.banner.hush()
        if state.status is not None:
            self._standing.show_status(state.status, state.now, state.refused_files)
            self.noted.setVisible(bool(state.refused_files) or state.status.damage is not None)
        self._show_rows(state)
        item = state.item
        if item is not None:
            self._show_item(item)
        self._show_word(state)
        self.seen.setVisible(isinstance(item, AttentionItem))
        self.lease.setVisible(bool(lease_of(item)))
        self._stack.setCurrentWidget(self._both if state.items else self._none)

    def _list_and_panel(self) -> QWidget:
        self._kind = text("", "subtitle")
        self._what = text("", "strong")
        self._who = text("", "muted")
        self._why = text("", "body")
        self._advice = text("", "body")
        panel = Card(pad=2)
        self._example = self.tr("For instance: counted with the till, the receipt's copy is here")
        self.word = Field(self.tr("What did you find, and do?"), help_text=self._example, max_length=200)
        self.word.edited.connect(self.word_edited)
        for part in (self._kind, self._what, self._who, self._why, self._advice, self.word):
            panel.body.addWidget(part)
        panel.body.addStretch(1)
        both = Beside(gap=1)
        both.put(self.table, 8, letters=44)
        both.put(panel, 5, letters=28)
        return both

    def _show_rows(self, state: AttentionState) -> None:
        self.table.blockSignals(True)
        self._rows.show_rows(state.items or ())
        place = next((n for n, each in enumerate(state.items or ()) if mark(each) == state.chosen), None)
        if place is not None and self.table.currentIndex().row() != place:
            self.table.selectRow(place)
        self.table.blockSignals(False)

    def _show_word(self, state: AttentionState) -> None:
        """Whoever manages the agency says what became of a warning."""
        settles = state.may_settle and isinstance(state.item, WarningView)
        unlocks = state.may_unlock and isinstance(state.item, LockedStaff)
        self.word.setVisible(settles or unlocks)
        self.word.show_help(self.tr("For instance: she stands before me") if unlocks else self._example)
        for button, shown in ((self.settle, settles), (self.unlock, unlocks)):
            button.setVisible(shown)
            button.setEnabled(not state.settling)
        if self.word.text() != state.word:
            self.word.set_text(state.word)
        missing = state.trouble is not None and state.trouble.entry in ("word", "reason")
        wanted = self.tr("Write what you found: it stays with the payment.")
        if unlocks:
            wanted = self.tr("Write how you know: it stays in the audit.")
        self.word.show_error(wanted if missing else "")

    def _show_item(self, item: Item) -> None:
        number = lease_of(item)
        lease = self.tr("contract {number}").format(number=grouped(number)) if number else ""
        what = " · ".join(filter(None, (amount_words(item), lease)))
        self._kind.setText(what_words(item))
        self._what.setText(what)
        self._what.setVisible(bool(what))
        self._who.setText(" · ".join((when_words(item), *who_words(item))))
        self._why.setText(why(item))
        self._advice.setText(advice(item))
