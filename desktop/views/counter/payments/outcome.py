"""The right side of a payment: what to give back, and what the amount would pay."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.rules.means import Means
from desktop.views.common.banner import Banner, Tone
from desktop.views.common.card import Card, rule
from desktop.views.common.choice import Tick
from desktop.views.common.labels import text
from desktop.views.common.money import MoneyLabel
from desktop.views.common.theme import current
from desktop.views.common.words import money, period
from desktop.views.counter.kit.pile import Pile
from desktop.views.counter.payments.state import PaymentsState


class PaymentOutcome(Card):
    """Follows every key that is typed on the other side."""

    credit_agreed = Signal(bool)

    def __init__(self) -> None:
        super().__init__(pad=2)
        self._change_words = text("", "muted")
        self.change = MoneyLabel(0, "money")
        self._lines = Pile(gap=0.5)
        self.credit = Banner()
        self.agree = Tick(self.tr("The tenant agrees to leave it on the account"))
        self.agree.clicked.connect(self.credit_agreed)
        self._room = text("", "caption")
        for part in (
            self._change_words,
            self.change,
            self.credit,
            self.agree,
            rule(),
            self._lines,
            self._room,
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_state(self, state: PaymentsState) -> None:
        """Show the consequences of what is typed now."""
        self._show_change(state)
        self._show_lines(state)
        self._show_credit(state)
        room = state.quote.cash_room_cents if state.quote is not None else None
        self._room.setVisible(room is not None and "cash_cap" not in state.objections)
        if room is not None:
            words = self.tr("The law allows up to {amount} in cash for these terms.")
            self._room.setText(words.format(amount=money(room)))

    def _show_change(self, state: PaymentsState) -> None:
        change = None if state.change_doubtful else state.change_cents
        cash = state.means is Means.CASH
        self._change_words.setVisible(cash)
        self.change.setVisible(cash)
        if change is not None and change < 0:
            self._change_words.setText(self.tr("Missing"))
            self.change.show_cents(-change, "danger")
            return
        self._change_words.setText(self.tr("To give back"))
        self.change.show_cents(change or 0, "action" if change else "muted")

    def _show_lines(self, state: PaymentsState) -> None:
        if state.amount_cents is None or state.payer is None:
            self._lines.refill(text(self._invitation(state), "muted"))
            return
        if state.quote is None:
            return
        grid = _Grid()
        if state.quote.parts:
            grid.title(self.tr("This payment settles"))
        for month, cents in state.quote.parts:
            grid.line(period(month), money(cents))
        if state.quote.credit_cents:
            grid.line(self.tr("Stays on the account, in advance"), money(state.quote.credit_cents))
        grid.line(*self._after(state.quote.balance_after), kind="strong")
        self._lines.refill(grid)

    def _invitation(self, state: PaymentsState) -> str:
        if state.payer is not None and state.payer.balance_cents <= 0:
            return self.tr("Nothing is owed: whatever is taken stays on the account, in advance.")
        return self.tr("Type an amount: you will see here what it pays and what stays to pay.")

    def _after(self, balance: int) -> tuple[str, str]:
        if balance < 0:
            return self.tr("Then paid in advance"), money(-balance)
        return self.tr("Then left to pay"), money(balance)

    def _show_credit(self, state: PaymentsState) -> None:
        self.agree.setVisible(state.credit_asked)
        self.agree.setChecked(state.accept_credit)
        if not state.credit_asked or state.quote is None or state.amount_cents is None:
            self.credit.hush()
            return
        owed = state.amount_cents - state.quote.credit_cents
        self.credit.say(
            Tone.ATTENTION,
            self.tr("This is more than what is owed ({owed}).").format(owed=money(owed)),
            self.tr("May {credit} stay on the account for the next months? Else lower the amount.").format(
                credit=money(state.quote.credit_cents)
            ),
        )


class _Grid(QWidget):
    """Words to the left, figures to the right."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(current().scale.space(0.5))
        self._grid.setColumnStretch(0, 1)

    def title(self, words: str) -> None:
        self._grid.addWidget(text(words, "muted"), self._grid.rowCount(), 0, 1, 2)

    def line(self, words: str, figures: str, kind: str = "body") -> None:
        place = self._grid.rowCount()
        self._grid.addWidget(text(words, kind), place, 0)
        self._grid.addWidget(text(figures, kind, wrap=False), place, 1, Qt.AlignmentFlag.AlignRight)
