"""The left side of a payment: what lies on the counter, how much, and for which months."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.rules.means import Means
from desktop.services.ledger.statement import TermView
from desktop.views.common.card import Card
from desktop.views.common.choice import Tick
from desktop.views.common.field import Field
from desktop.views.common.labels import text
from desktop.views.common.words import money, period, short_day
from desktop.views.counter.kit.beside import Beside
from desktop.views.counter.kit.keyed import KeyedButton
from desktop.views.counter.kit.pile import Pile
from desktop.views.counter.kit.segments import Segments
from desktop.views.counter.payments.state import PaymentsState, Typed
from desktop.views.counter.payments.words import amount_words


class PaymentForm(Card):
    """Every entry tells what is typed at once."""

    means_chosen = Signal(object)
    typed = Signal(object, str)
    term_ticked = Signal(str, bool)
    fill_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(pad=2)
        self.means = Segments()
        self.means.add(Means.CASH, self.tr("Cash"), "Alt+1", "cash")
        self.means.add(Means.CHEQUE, self.tr("Cheque"), "Alt+2", "cheque")
        self.means.chosen.connect(self.means_chosen)
        self.amount = Field(self.tr("Amount to take"), help_text=self.tr("In euros: 123,45"), max_length=20)
        self.fill = KeyedButton(self.tr("All that is owed"), "F6", icon_name="euro")
        self.fill.clicked.connect(self.fill_pressed)
        self.tendered = Field(
            self.tr("Cash handed over"),
            help_text=self.tr("Empty when it is exact"),
            max_length=20,
        )
        self.number = Field(
            self.tr("Cheque number"), help_text=self.tr("At the bottom left of the cheque"), max_length=20
        )
        self.bank = Field(self.tr("Bank"), help_text=self.tr("Optional"), max_length=60)
        self._entries = {
            Typed.AMOUNT: self.amount,
            Typed.TENDERED: self.tendered,
            Typed.CHEQUE_NUMBER: self.number,
            Typed.CHEQUE_BANK: self.bank,
        }
        for entry, field in self._entries.items():
            field.edited.connect(lambda words, entry=entry: self.typed.emit(entry, words))
        self.ticks: dict[str, Tick] = {}
        self._terms = Pile(gap=0)
        self._terms_shown: tuple[TermView, ...] | None = None
        self._build()

    def show_state(self, state: PaymentsState) -> None:
        self.means.choose(state.means)
        cash = state.means is Means.CASH
        self.tendered.setVisible(cash)
        self.number.setVisible(not cash)
        self.bank.setVisible(not cash)
        shown = (state.amount, state.tendered, state.cheque_number, state.cheque_bank)
        for field, words in zip(self._entries.values(), shown, strict=True):
            if field.text() != words:
                field.set_text(words)
        self._say_errors(state)
        self._show_terms(state)

    def _say_errors(self, state: PaymentsState) -> None:
        self.amount.show_error(amount_words(state.amount_error))
        self.tendered.show_error(self._tendered_error(state))
        missing = self.tr("The cheque's number is needed: it is printed on the receipt.")
        self.number.show_error(missing if state.cheque_error else "")

    def _tendered_error(self, state: PaymentsState) -> str:
        if state.tendered_error:
            return amount_words(state.tendered_error)
        change = state.change_cents
        if change is not None and state.change_doubtful:
            return self.tr(
                "{amount} to give back: is this what you were given? Correct it, or leave it empty."
            ).format(amount=money(change))
        if change is not None and change < 0:
            return self.tr("{amount} is missing.").format(amount=money(-change))
        return ""

    def _show_terms(self, state: PaymentsState) -> None:
        terms = state.payer.terms if state.payer is not None else ()
        if terms != self._terms_shown:
            self._terms_shown = terms
            self._terms.refill(*self._term_ticks(terms))
        for each, tick in self.ticks.items():
            tick.setChecked(each in state.periods)
        self._heading.setVisible(bool(terms))
        self.fill.setEnabled(bool(state.payer and state.payer.balance_cents > 0))
        self.fill.setText(self.tr("All that is ticked") if state.periods else self.tr("All that is owed"))

    def _term_ticks(self, terms: tuple[TermView, ...]) -> list[QWidget]:
        self.ticks = {}
        for term in terms:
            words = self.tr("{month}: {amount}, due on {day}").format(
                month=period(term.period), amount=money(term.open_cents), day=short_day(term.due_on)
            )
            tick = Tick(words)
            tick.clicked.connect(lambda on, each=term.period: self.term_ticked.emit(each, on))
            self.ticks[term.period] = tick
        return list(self.ticks.values())

    def _build(self) -> None:
        top = Beside(gap=1)
        top.put(self.means, 1)
        top.put(self.fill)
        entries = Beside(gap=2)
        for field in self._entries.values():
            entries.put(field, 1, letters=11, side=Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(top)
        self.body.addWidget(entries)
        self._heading = text(
            self.tr("Does the tenant say which months this pays? Tick them; else the oldest come first."),
            "muted",
        )
        self.body.addWidget(self._heading)
        self.body.addWidget(self._terms)
        self.body.addStretch(1)
