"""Before the card: how much, what it pays, and what is left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.hardware.card_terminal import TerminalState
from desktop.views.common.banner import Banner, Tone
from desktop.views.common.buttons import BigButton
from desktop.views.common.card import Card, rule
from desktop.views.common.choice import Tick
from desktop.views.common.entry import EntryKind
from desktop.views.common.field import Field
from desktop.views.common.labels import text
from desktop.views.common.money import MoneyLabel
from desktop.views.common.theme import current
from desktop.views.common.words import money, period
from desktop.views.kiosk.kit.sentences import sentence
from desktop.views.kiosk.kit.tiles import TileGrid
from desktop.views.kiosk.kit.typed import keep
from desktop.views.kiosk.pay.state import Choice, PayState


def bare_column(widget: QWidget) -> QVBoxLayout:
    """A column without edges of its own."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().scale.space(3))
    return column


class ChoosePanel(QWidget):
    """Everything, the month, or another amount."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        column = bare_column(self)
        self.banner = Banner()
        self.all = BigButton(self.tr("Everything I owe"), "wallet")
        self.month = BigButton(self.tr("This month’s rent"), "calendar")
        self.other = BigButton(self.tr("Another amount"), "pencil", self.tr("A part now, the rest later"))
        self._tiles = TileGrid()
        for tile, choice in ((self.all, Choice.ALL), (self.month, Choice.MONTH), (self.other, Choice.OTHER)):
            tile.clicked.connect(lambda _on=False, of=choice: self.chosen.emit(of))
            self._tiles.put(tile)
        column.addWidget(self.banner)
        column.addWidget(self._tiles)

    def show_state(self, state: PayState) -> None:
        """Only what makes sense is offered; what is owed stands on the tiles."""
        self.all.setVisible(state.balance_cents > 0)
        self.all.show_hint(money(state.balance_cents))
        self.month.setVisible(state.month is not None)
        if state.month is not None:
            self.month.show_hint(
                self.tr("{month}: {amount}").format(
                    month=period(state.month.period), amount=money(state.month.open_cents)
                )
            )
        if state.balance_cents <= 0:
            self.other.show_hint(self.tr("You owe nothing: this would be paid in advance"))
        self._tiles.arrange()
        self._tiles.setVisible(not state.takes_no_card)
        self._say(state)

    def _say(self, state: PayState) -> None:
        if state.takes_no_card:
            self.banner.say(
                Tone.INFO,
                self.tr("This kiosk has no card terminal."),
                self.tr("Please pay at the desk."),
            )
        elif state.terminal is TerminalState.UNREACHABLE:
            self.banner.say(
                Tone.ATTENTION,
                self.tr("The card terminal is not answering."),
                self.tr("You can try all the same: nothing is taken if it stays silent. Or pay at the desk."),
            )
        elif state.terminal is TerminalState.CHECK_IDLE:
            self.banner.say(
                Tone.INFO, self.tr("Before you pay, look at the terminal: it must show its welcome screen.")
            )
        elif state.changed:
            self.banner.say(Tone.INFO, self.tr("Your account has just changed. Here is what you owe now."))
        else:
            self.banner.hush()


class AmountPanel(QWidget):
    edited = Signal(str)
    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = bare_column(self)
        self.field = Field(
            self.tr("Amount in euros"), entry=EntryKind.AMOUNT, placeholder="0,00", width_chars=14
        )
        self.field.edited.connect(self.edited)
        self.field.submitted.connect(self.submitted)
        column.addWidget(self.field)
        column.addStretch(1)

    def show_state(self, state: PayState) -> None:
        keep(self.field, state.typed)
        owed = money(state.balance_cents)
        if state.balance_cents > 0:
            self.field.show_help(self.tr("You owe {amount}. You may pay less.").format(amount=owed))
        else:
            self.field.show_help(self.tr("You owe nothing: this would be paid in advance."))
        self.field.show_error(self._error(state.problem) if state.problem else "")

    def _error(self, problem: str) -> str:
        match problem:
            case "amount_missing":
                return self.tr("Type the amount you would like to pay.")
            case "amount_not_positive":
                return self.tr("The amount must be more than zero.")
            case "amount_too_precise":
                return self.tr("At most two digits after the comma: cents.")
            case "amount_too_big":
                return self.tr("This amount is larger than the kiosk can take. Please see the desk.")
            case "amount_malformed":
                return self.tr("This is not an amount. For example: 120 or 120,50.")
            case _:
                return self.tr("This amount cannot be paid here ({code}). Please see the desk.").format(
                    code=problem
                )


class ReviewPanel(QWidget):
    """The amount, what it pays month by month, what is left, and the question about paying in advance."""

    credit_answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._column = bare_column(self)
        self.banner = Banner()
        self.amount = MoneyLabel()
        self._card = Card(pad=3)
        self._shown: object = None
        self.credit = Tick(self.tr("Yes, I want to pay this in advance"))
        self.credit.toggled.connect(self.credit_answered)
        self.question = Banner()
        self._column.addWidget(self.banner)
        self._column.addWidget(self.amount)
        self._column.addWidget(self._card)
        self._column.addWidget(self.question)
        self._column.addWidget(self.credit)

    def show_state(self, state: PayState) -> None:
        """Build the lines once for each quote."""
        self.amount.show_cents(state.cents)
        if state.quote is not None and state.quote is not self._shown:
            self._shown = state.quote
            self._fill(state)
        self.credit.setVisible(state.credit_cents > 0)
        self.credit.setChecked(state.accept_credit)
        if state.credit_cents:
            self.question.say(
                Tone.ATTENTION,
                self.tr("This is {amount} more than you owe.").format(amount=money(state.credit_cents)),
                self.tr("The landlord keeps it for your next rents. Is that what you want?"),
            )
        else:
            self.question.hush()
        if state.trouble is not None:
            self.banner.say(*sentence(state.trouble))
        elif state.takes_no_card:
            self.banner.say(
                Tone.ATTENTION, self.tr("This kiosk has no card terminal. Please pay at the desk.")
            )
        else:
            self.banner.hush()

    def _fill(self, state: PayState) -> None:
        if state.quote is None:
            return
        self._card.body.addWidget(text(self.tr("This pays"), "subtitle"))
        for month, cents in state.quote.parts:
            words = self.tr("Rent for {month}").format(month=period(month))
            self._card.body.addWidget(self._line(words, cents))
        if state.quote.credit_cents:
            self._card.body.addWidget(self._line(self.tr("Paid in advance"), state.quote.credit_cents))
        self._card.body.addWidget(rule())
        after = state.quote.balance_after
        words = self.tr("After that you still owe") if after > 0 else self.tr("After that you owe nothing")
        if after < 0:
            words = self.tr("After that you have paid in advance")
        self._card.body.addWidget(self._line(words, abs(after), strong=True))

    def _line(self, words: str, cents: int, *, strong: bool = False) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().scale.space(4))
        row.addWidget(text(words, "strong" if strong else "body"), 1)
        row.addWidget(text(money(cents), "strong", wrap=False))
        return line
