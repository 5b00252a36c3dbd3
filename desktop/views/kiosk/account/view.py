"""The rent account in plain words: what is owed, why this month differs, and everything behind it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.services.ledger.statement import LineView, Statement
from desktop.views.common.buttons import SecondaryButton
from desktop.views.common.card import Card
from desktop.views.common.empty import Placeholder
from desktop.views.common.icons import picture
from desktop.views.common.labels import text
from desktop.views.common.money import MoneyLabel
from desktop.views.common.page import KioskPage
from desktop.views.common.table import Table
from desktop.views.common.theme import current
from desktop.views.common.words import moment, money, period
from desktop.views.kiosk.account.explained import ExplainedTerm
from desktop.views.kiosk.account.lines import account_lines
from desktop.views.kiosk.account.operations import Operations
from desktop.views.kiosk.account.presenter import AccountState, Reading
from desktop.views.kiosk.account.tables import line_rows, month_rows
from desktop.views.kiosk.kit.discard import discard
from desktop.views.kiosk.kit.grown import grown


class AccountView(KioskPage):
    """Three readings of one account; the panel of the present one is built when it opens."""

    pay_pressed = Signal()
    lines_pressed = Signal()
    month_pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("My account"))
        self._shown: AccountState | None = None
        self._panel: QWidget = Placeholder("", self.tr("Your account is being read…"))
        self.table: Table | None = None
        self._fresh: QLabel | None = None
        self.body.addWidget(self._panel)
        self.body.addStretch(1)
        self.lines: SecondaryButton | None = None
        self.set_back(self.tr("Back"))
        self.set_primary(self.tr("Pay"), "card")
        self.primary.clicked.connect(self.pay_pressed)

    def show_state(self, state: AccountState) -> None:
        """Build the panel anew when what it shows is new."""
        if state.statement is None:
            return
        before, self._shown = self._shown, state
        same_reading = before is not None and (before.reading, before.period) == (state.reading, state.period)
        same_facts = before is not None and (before.statement, before.answers) == (
            state.statement,
            state.answers,
        )
        if same_reading and same_facts:
            self._say_fresh(state)
            return
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().scale.space(3))
        self.table = self.lines = self._fresh = None
        match state.reading:
            case Reading.MONTHS:
                self._show_months(state, state.statement, column)
            case Reading.MONTH:
                self._show_month(state, column)
            case Reading.LINES:
                self._show_lines(state.statement, column)
        self.body.replaceWidget(self._panel, panel)
        discard(self._panel)
        self._panel = panel
        if not same_reading:
            self.scroller.verticalScrollBar().setValue(0)

    def _show_months(self, state: AccountState, known: Statement, column: QVBoxLayout) -> None:
        self.set_heading(self.tr("My account"))
        column.addWidget(self._balance(state, known))
        if state.answers:
            column.addWidget(self._other_lines(state))
        if known.changes and known.latest:
            column.addWidget(self._changes(known))
        column.addWidget(text(self.tr("Month by month: touch a month to understand it"), "subtitle"))
        months = month_rows(known)
        table = grown(Table(months, self.tr("Month by month")), only_wide=(1, 2))
        table.clicked.connect(lambda index: self.month_pressed.emit(months.row(index).period))
        table.opened.connect(lambda row: self.month_pressed.emit(row.period))
        self.table = table
        column.addWidget(table)
        self.lines = SecondaryButton(self.tr("All the lines"), "list")
        self.lines.clicked.connect(self.lines_pressed)
        column.addWidget(self.lines, 0, Qt.AlignmentFlag.AlignLeading)

    def _show_month(self, state: AccountState, column: QVBoxLayout) -> None:
        term = state.term
        if term is None or state.statement is None:
            return
        self.set_heading(
            self.tr("Your rent for {month}").format(month=period(term.period)),
            self.tr("What was asked for this month, and what each line means."),
        )
        latest = state.statement.latest
        column.addWidget(ExplainedTerm(term, future=latest is not None and term.period > latest))
        if state.lines:
            column.addWidget(text(self.tr("The lines of this month, as they were booked"), "subtitle"))
            self.table = self._lines(state.lines, self.tr("Lines of this month"))
            column.addWidget(self.table)

    def _show_lines(self, known: Statement, column: QVBoxLayout) -> None:
        self.set_heading(self.tr("All the lines of my account"), self.tr("The newest first."))
        self.table = self._lines(known.lines, self.tr("All the lines"))
        column.addWidget(self.table)

    @staticmethod
    def _lines(lines: tuple[LineView, ...], meaning: str) -> Table:
        return grown(Table(line_rows(lines), meaning), only_wide=(0, 1), only_narrow=(2,))

    def _balance(self, state: AccountState, known: Statement) -> Card:
        card = Card(pad=2.5)
        cents = known.balance_cents
        words = self.tr("You owe") if cents > 0 else self.tr("You have paid in advance")
        card.body.setSpacing(current().scale.space(0.5))
        card.body.addWidget(text(self.tr("You owe nothing") if cents == 0 else words, "strong"))
        amount = MoneyLabel()
        amount.show_cents(abs(cents), "" if cents > 0 else "success")
        card.body.addWidget(amount)
        self._fresh = text("", "caption")
        card.body.addWidget(self._fresh)
        self._say_fresh(state)
        if known.unread:
            words = self.tr("A line of your account could not be read: this balance may be incomplete.")
            card.body.addWidget(text(words, "body", state="attention"))
        return card

    def _say_fresh(self, state: AccountState) -> None:
        """Only this line changes while nothing else does: a list that one reads does not jump."""
        if self._fresh is None or state.as_of is None or state.now is None:
            return
        words = self.tr(
            "As known to the agency: {when}. A payment made elsewhere may take a few days to appear."
        )
        self._fresh.setText(words.format(when=moment(state.as_of, state.now)))

    @staticmethod
    def _other_lines(state: AccountState) -> Card:
        card = Card(pad=2.5)
        for line, answer in zip(account_lines(), state.answers, strict=True):
            said = line.says(answer)
            row = QHBoxLayout()
            row.setSpacing(current().scale.space(2))
            colour = getattr(current().tokens, said.colour)
            row.addWidget(picture(said.icon, colour), 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(current().scale.space(0.5))
            words.addWidget(text(said.words, "strong"))
            if said.hint:
                words.addWidget(text(said.hint, "body"))
            row.addLayout(words, 1)
            card.body.addLayout(row)
        return card

    def _changes(self, known: Statement) -> Card:
        card = Card(
            self.tr("Why {month} is not like {before}").format(
                month=period(known.latest or ""), before=period(known.previous or "")
            ),
            pad=2.5,
        )
        words = Operations()
        for change in known.changes:
            difference = change.now_cents - change.before_cents
            sign = "+" if difference > 0 else ""
            sentence = words.change(
                change.part, change.before_cents, change.now_cents, sign + money(difference)
            )
            card.body.addWidget(text(sentence))
        return card
