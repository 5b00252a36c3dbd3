"""Card payments of which nobody knows the outcome: the list, and the one to settle."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.views.common.banner import Banner, Tone
from desktop.views.common.empty import Placeholder
from desktop.views.common.table import Table
from desktop.views.common.theme import current
from desktop.views.common.trouble import Trouble
from desktop.views.counter.charges.panel import ChargePanel
from desktop.views.counter.charges.presenter import ChargesState
from desktop.views.counter.charges.table import doubt_rows
from desktop.views.counter.kit.beside import Beside
from desktop.views.counter.kit.keyed import CONFIRM, PRIMARY, KeyedButton
from desktop.views.counter.kit.page import CounterView
from desktop.views.counter.kit.paper_words import paper_sentence
from desktop.views.counter.kit.sentences import sentence


class ChargesView(CounterView):
    """While a payment is in doubt, its lease cannot pay by card."""

    chosen = Signal(object)
    paid_chosen = Signal(object)
    reason_edited = Signal(str)
    evidence_edited = Signal(str)
    resolve_pressed = Signal()
    lease_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("Payments in doubt"),
            self.tr("Nobody knows yet whether these cards paid."),
        )
        self.lease = KeyedButton(self.tr("Open the tenant's file"), "F6", icon_name="folder")
        self.lease.clicked.connect(self.lease_pressed)
        self.resolve = KeyedButton(self.tr("Record this"), CONFIRM, role=PRIMARY, icon_name="check")
        self.resolve.clicked.connect(self.resolve_pressed)
        self.add_action(self.lease)
        self.add_action(self.resolve)
        self.paper = Banner()
        self._rows = doubt_rows()
        self.table = Table(self._rows, self.tr("Payments in doubt"))
        self.table.setMinimumHeight(current().scale.target * 7)
        self.table.selected.connect(self.chosen)
        self.first = self.table
        self.panel = ChargePanel()
        for signal in ("paid_chosen", "reason_edited", "evidence_edited"):
            getattr(self.panel, signal).connect(getattr(self, signal))
        self._both = Beside(gap=1)
        self._both.put(self.table, 5, letters=30)
        self._both.put(self.panel, 6, letters=34)
        self._none = Placeholder(
            "check-circle", self.tr("No payment in doubt"), self.tr("Every card payment has its answer.")
        )
        self._reading = Placeholder("", self.tr("Reading the payments…"))
        self._stack = QStackedWidget()
        for page in (self._reading, self._none, self._both):
            self._stack.addWidget(page)
        self.body.addWidget(self.paper)
        self.body.addWidget(self._stack, 1)

    def show_state(self, state: ChargesState) -> None:
        self._say(state)
        if state.doubts is None:
            self._stack.setCurrentWidget(self._reading)
            return
        self.table.blockSignals(True)
        self._rows.show_rows(state.doubts)
        place = next((n for n, each in enumerate(state.doubts) if each.charge.id == state.chosen), None)
        if place is not None and self.table.currentIndex().row() != place:
            self.table.selectRow(place)
        self.table.blockSignals(False)
        self.panel.show_state(state)
        self.lease.setEnabled(state.doubt is not None)
        self.resolve.setEnabled(state.doubt is not None and not state.resolving)
        self._stack.setCurrentWidget(self._both if state.doubts else self._none)

    def _say(self, state: ChargesState) -> None:
        said = paper_sentence(state.paper)
        if said is not None:
            self.paper.say(*said)
        else:
            self.paper.hush()
        if state.trouble is not None and not state.trouble.entry:
            self.banner.say(*self._trouble(state.trouble))
        elif state.settled is not None:
            words = self.tr("The payment is recorded.") if state.settled else self.tr("Recorded as not paid.")
            detail = "" if state.settled else self.tr("The tenant can pay again by any means.")
            self.banner.say(Tone.SUCCESS, words, detail)
        else:
            self.banner.hush()

    def _trouble(self, trouble: Trouble) -> tuple[Tone, str, str]:
        match trouble.code:
            case "charge_in_progress":
                return (
                    Tone.ATTENTION,
                    self.tr("The terminal may still be at it: this began less than ten minutes ago."),
                    self.tr("Nothing was recorded. Wait for the terminal, then look again."),
                )
            case "charge_settled":
                return (
                    Tone.INFO,
                    self.tr("This payment has been settled meanwhile."),
                    self.tr("You need not do anything. Look at the tenant's file."),
                )
            case _:
                return sentence(trouble)
