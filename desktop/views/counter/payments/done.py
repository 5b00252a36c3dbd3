"""After a payment: what the hands do now, in order, and the receipt as it was printed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.rules.means import Means
from desktop.views.common.banner import Banner
from desktop.views.common.card import Card, rule
from desktop.views.common.labels import text
from desktop.views.common.money import MoneyLabel
from desktop.views.common.theme import current
from desktop.views.common.words import money, period
from desktop.views.counter.kit.beside import Beside
from desktop.views.counter.kit.flow import FlowBox
from desktop.views.counter.kit.keyed import KeyedButton
from desktop.views.counter.kit.names import means_words
from desktop.views.counter.kit.paper_words import paper_sentence
from desktop.views.counter.kit.pile import Pile
from desktop.views.counter.payments.state import PaymentsState, Taken


class PaymentDone(QWidget):
    """Built once the payment is in the books."""

    again_pressed = Signal()
    rent_receipt_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._steps = Pile(gap=1.5)
        self._receipt = Pile()
        self.paper = Banner()
        self.again = KeyedButton(self.tr("Print again"), "F9", icon_name="printer")
        self.rent_receipt = KeyedButton(self.tr("Quittance"), "F8", icon_name="paper")
        self.again.clicked.connect(self.again_pressed)
        self.rent_receipt.clicked.connect(self.rent_receipt_pressed)
        left = Card(pad=3)
        buttons = FlowBox()
        buttons.put(self.again)
        buttons.put(self.rent_receipt)
        left.body.addWidget(self._steps)
        left.body.addStretch(1)
        left.body.addWidget(buttons)
        right = Card(pad=2)
        for part in (self._receipt, self.paper):
            right.body.addWidget(part)
        right.body.addStretch(1)
        self._both = Beside(gap=1)
        self._both.put(left, 6, letters=28)
        self._both.put(right, 5, letters=34)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._both)
        self._shown: Taken | None = None

    def show_state(self, state: PaymentsState) -> None:
        taken = state.taken
        if taken is None:
            return
        if self._shown is None or self._shown.receipt_id != taken.receipt_id:
            self._steps.refill(*self._steps_of(taken, offered=state.paper.offered))
            self._receipt.refill(*self._receipt_of(taken))
        self._shown = taken
        said = paper_sentence(state.paper)
        if said is not None:
            self.paper.say(*said)
        else:
            self.paper.hush()
        self.again.setVisible(state.paper.offered)
        self.again.setEnabled(not state.paper.under_way)
        self.rent_receipt.setVisible(bool(taken.rent_receipts) and state.paper.offered)
        self.rent_receipt.setEnabled(not state.paper.under_way)
        if taken.rent_receipts:
            words = self.tr("Quittance: {month}").format(month=period(taken.rent_receipts[0]))
            self.rent_receipt.setText(words)

    def _steps_of(self, taken: Taken, *, offered: bool) -> list[QWidget]:
        elsewhere = self.tr("Give the number of the receipt: another counter can print it")
        given = taken.amount_cents + taken.change_cents
        if taken.means is Means.CHEQUE:
            cleared = self.tr("Hand over the receipt, subject to the cheque being cleared")
            return [
                _step("1", self.tr("Put the cheque in the drawer"), taken.amount_cents, ""),
                _step("2", cleared if offered else elsewhere, None, ""),
            ]
        steps = [_step("1", self.tr("Put the cash in the drawer"), given, "")]
        if taken.change_cents:
            steps.append(_step("2", self.tr("Give back"), taken.change_cents, "action", big=True))
        last = self.tr("Hand over the receipt") if offered else elsewhere
        steps.append(_step(str(len(steps) + 1), last, None, ""))
        return steps

    def _receipt_of(self, taken: Taken) -> list[QWidget]:
        well = Card(pad=1)
        title = self.tr("Receipt") if not taken.means.may_bounce else self.tr("Receipt, subject to clearing")
        well.body.addWidget(text(title, "strong"))
        well.body.addWidget(text(taken.number, "caption"))
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        lines = [(means_words(taken.means), money(taken.amount_cents))]
        well.body.addWidget(rule())
        lines += [(period(month), money(cents)) for month, cents in taken.parts]
        if taken.credit_cents:
            lines.append((self.tr("In advance"), money(taken.credit_cents)))
        owed = self.tr("Left to pay") if taken.balance_cents >= 0 else self.tr("Paid in advance")
        lines.append((owed, money(abs(taken.balance_cents))))
        for place, (words, figures) in enumerate(lines):
            kind = "strong" if place in {0, len(lines) - 1} else "body"
            grid.addWidget(text(words, kind), place, 0)
            grid.addWidget(text(figures, kind, wrap=False), place, 1, Qt.AlignmentFlag.AlignRight)
        well.body.addLayout(grid)
        return [well]


def _step(number: str, words: str, cents: int | None, state: str, *, big: bool = False) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current().scale.space(2))
    layout.addWidget(text(number, "title", state="action", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    pile = Pile(gap=0)
    pile.column.addWidget(text(words, "subtitle"))
    if cents is not None:
        amount = MoneyLabel(cents, "money" if big else "money-small")
        amount.show_cents(cents, state)
        pile.column.addWidget(amount)
    layout.addWidget(pile, 1)
    return row
