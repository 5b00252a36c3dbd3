"""Everything about a lease on one screen: money to the left, history in the middle, people to the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.services.leases.leases import LeaseCard
from desktop.views.common.banner import Banner, Tone
from desktop.views.common.buttons import SecondaryButton
from desktop.views.common.card import Card
from desktop.views.common.empty import Placeholder
from desktop.views.common.field import Field
from desktop.views.common.table import Table
from desktop.views.common.theme import current
from desktop.views.counter.kit.beside import Beside
from desktop.views.counter.kit.keyed import CONFIRM, PRIMARY, SECONDARY, KeyedButton
from desktop.views.counter.kit.names import civil_name, grouped
from desktop.views.counter.kit.page import CounterView
from desktop.views.counter.kit.paper_words import paper_sentence
from desktop.views.counter.kit.pile import Pile
from desktop.views.counter.kit.segments import Segments
from desktop.views.counter.kit.sentences import sentence
from desktop.views.counter.lease.cards import balance_card, people_card, standing_card
from desktop.views.counter.lease.presenter import LeaseState, Tab
from desktop.views.counter.lease.table import PaperRow, line_rows, paper_rows, request_rows
from desktop.views.counter.lease.words import refusal_words
from desktop.views.counter.screens import lease_ways


class LeaseView(CounterView):
    place_chosen = Signal(str)
    unlock_asked = Signal()
    unlock_pressed = Signal()
    reason_edited = Signal(str)
    tab_chosen = Signal(object)
    print_pressed = Signal(object)
    request_opened = Signal(object)
    charges_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Opening the file…"))
        self._card: LeaseCard | None = None
        self._add_actions()
        self.doubt = Banner()
        to_charges = SecondaryButton(self.tr("See the payment in doubt"))
        to_charges.clicked.connect(self.charges_pressed)
        self.doubt.add_action(to_charges)
        self._add_unlock()
        self._loading = Placeholder("", self.tr("Opening the file…"))
        self.body.addWidget(self.doubt)
        self.body.addWidget(self._unlock)
        self.body.addWidget(self._loading, 1)
        self._columns = Beside(gap=1)
        self._columns.setVisible(False)
        self._left, self._right = Pile(), Pile()
        self._middle = self._tables()
        self._columns.put(self._left, 5, letters=19)
        self._columns.put(self._middle, 11, letters=32)
        self._columns.put(self._right, 6, letters=22)
        self.body.addWidget(self._columns, 1)

    def show_state(self, state: LeaseState) -> None:
        """Show the file, or why there is none."""
        self._say(state)
        self._unlock.setVisible(state.unlocking)
        if self.reason.text() != state.reason:
            self.reason.set_text(state.reason)
        if state.unlocking and not self.reason.edit.hasFocus():
            self.reason.setFocus()
        card = state.card
        self._loading.setVisible(card is None and state.trouble is None)
        self._columns.setVisible(card is not None)
        for button in self.ways.values():
            button.setEnabled(card is not None)
        self.unlock.setVisible(card is not None and card.account_state == "locked")
        if card is None:
            return
        self._show_card(card, state)
        self._show_tab(state)

    def _show_card(self, card: LeaseCard, state: LeaseState) -> None:
        names = " · ".join(
            civil_name(each.civility, each.first_name, each.last_name) for each in card.holders
        )
        address = ", ".join(card.dwelling.address) if card.dwelling else ""
        subtitle = self.tr("Contract {number}").format(number=grouped(card.lease_id))
        self.set_heading(names or subtitle, " · ".join(filter(None, (subtitle, address))))
        self._left.refill(balance_card(card, state))
        if card != self._card:
            self._right.refill(people_card(card), standing_card(card))
            self._show_rows(card)
        self._card = card
        if card.doubts:
            self.doubt.say(
                Tone.ATTENTION,
                self.tr("%n card payment(s) of this lease are in doubt.", "", len(card.doubts)),
                self.tr("Nobody knows yet whether the card paid. Find out before taking that money again."),
            )
        else:
            self.doubt.hush()

    def _show_rows(self, card: LeaseCard) -> None:
        self._lines.show_rows(card.lines)
        self._requests.show_rows(card.requests)
        if card.requests and not self.requests.currentIndex().isValid():
            self.requests.selectRow(0)
        open_requests = sum(each.state != "closed" for each in card.requests)
        self.tabs.buttons[Tab.REQUESTS].setText(self.tr("Requests ({count})").format(count=open_requests))

    def _show_tab(self, state: LeaseState) -> None:
        card = state.card
        self.tabs.choose(state.tab)
        self._papers.show_rows([PaperRow(each, card) for each in state.papers] if card else [])
        if state.papers and not self.papers.currentIndex().isValid():
            self.papers.selectRow(0)
        filled = {
            Tab.LINES: bool(card and card.lines),
            Tab.PAPERS: bool(state.papers),
            Tab.REQUESTS: bool(card and card.requests),
        }
        self._stack.setCurrentWidget((self._pages if filled[state.tab] else self._empty)[state.tab])
        self.print_it.setVisible(state.tab is Tab.PAPERS and filled[Tab.PAPERS] and state.paper.offered)
        self.print_it.setEnabled(not state.paper.under_way)

    def _say(self, state: LeaseState) -> None:
        said = sentence(state.trouble) if state.trouble else paper_sentence(state.paper)
        self.reason.show_error("")
        if state.trouble is not None and state.trouble.code == "reason_missing":
            self.reason.show_error(self.tr("Write why: it stays in the account's history."))
            said = None
        elif state.trouble is not None and state.trouble.code == "paper_not_allowed":
            reason = refusal_words(str(state.trouble.facts.get("reason", "")))
            said = (Tone.ATTENTION, self.tr("There is no quittance for this month yet."), reason)
        if said is None and state.unlocked:
            said = (Tone.SUCCESS, self.tr("The account is unlocked: the person can try again now."), "")
        if said is None:
            self.banner.hush()
        else:
            self.banner.say(*said)

    def _add_actions(self) -> None:
        self.unlock = KeyedButton(self.tr("Unlock the account"), "F8", icon_name="unlock")
        self.unlock.clicked.connect(self.unlock_asked)
        self.add_action(self.unlock)
        self.ways: dict[str, KeyedButton] = {}
        for place, way in lease_ways().items():
            role = PRIMARY if way.primary else SECONDARY
            button = KeyedButton(way.words.said, way.key, role=role, icon_name=way.icon)
            button.clicked.connect(lambda _on=False, to=place: self.place_chosen.emit(to))
            self.ways[place] = button
            self.add_action(button)

    def _add_unlock(self) -> None:
        self._unlock = Card(self.tr("Let the person try again"), pad=2)
        self.reason = Field(
            self.tr("Why"),
            help_text=self.tr("For instance: came to the counter, identity card seen"),
            max_length=200,
        )
        self.reason.edited.connect(self.reason_edited)
        self.confirm = KeyedButton(self.tr("Unlock"), CONFIRM, role=PRIMARY, icon_name="unlock")
        self.confirm.clicked.connect(self.unlock_pressed)
        self._unlock.body.addWidget(self.reason)
        self._unlock.body.addWidget(self.confirm)

    def _tables(self) -> QWidget:
        self._lines, self._papers, self._requests = line_rows(), paper_rows(), request_rows()
        self.lines = Table(self._lines, self.tr("Lines of the account"))
        self.papers = Table(self._papers, self.tr("Receipts and quittances"))
        self.requests = Table(self._requests, self.tr("Requests"))
        self.requests.opened.connect(self.request_opened)
        self._pages = {Tab.LINES: self.lines, Tab.PAPERS: self.papers, Tab.REQUESTS: self.requests}
        self._empty = {
            Tab.LINES: Placeholder("list", self.tr("No line on this account yet")),
            Tab.PAPERS: Placeholder("receipt", self.tr("No paper to print yet")),
            Tab.REQUESTS: Placeholder("wrench", self.tr("No request yet")),
        }
        self._stack = QStackedWidget()
        for page in (*self._pages.values(), *self._empty.values()):
            page.setMinimumHeight(current().scale.target * 7)
            self._stack.addWidget(page)
        self.tabs = Segments()
        self.tabs.add(Tab.LINES, self.tr("Account"), "Alt+1")
        self.tabs.add(Tab.PAPERS, self.tr("Receipts"), "Alt+2")
        self.tabs.add(Tab.REQUESTS, self.tr("Requests"), "Alt+3")
        self.tabs.chosen.connect(self.tab_chosen)
        self.print_it = KeyedButton(self.tr("Print the chosen paper"), "F9", icon_name="printer")
        self.print_it.clicked.connect(self._on_print)
        middle = Pile()
        middle.column.addWidget(self.tabs)
        middle.column.addWidget(self._stack, 1)
        middle.column.addWidget(self.print_it)
        return middle

    def _on_print(self) -> None:
        index = self.papers.currentIndex()
        if index.isValid():
            self.print_pressed.emit(self._papers.row(index).paper)
