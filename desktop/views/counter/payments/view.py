"""Taking cash or a cheque: the form to the left, its consequences to the right, one key to confirm."""

from PySide6.QtCore import Signal

from desktop.views.common.banner import Banner, Tone
from desktop.views.common.words import moment, money
from desktop.views.counter.kit.beside import Beside
from desktop.views.counter.kit.keyed import CONFIRM, PRIMARY, KeyedButton
from desktop.views.counter.kit.names import civil_name
from desktop.views.counter.kit.page import CounterView
from desktop.views.counter.payments.done import PaymentDone
from desktop.views.counter.payments.form import PaymentForm
from desktop.views.counter.payments.outcome import PaymentOutcome
from desktop.views.counter.payments.state import PaymentsState, PaymentStep
from desktop.views.counter.payments.words import objection_sentence


class PaymentsView(CounterView):
    """Until it is recorded nothing is lost by leaving; afterwards it says what the hands do."""

    means_chosen = Signal(object)
    typed = Signal(object, str)
    term_ticked = Signal(str, bool)
    fill_pressed = Signal()
    credit_agreed = Signal(bool)
    take_pressed = Signal()
    again_pressed = Signal()
    rent_receipt_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Take a payment"))
        self.take = KeyedButton(self.tr("Take the payment"), CONFIRM, role=PRIMARY, icon_name="check")
        self.take.clicked.connect(self.take_pressed)
        self.done_button = KeyedButton(self.tr("Back to the file"), CONFIRM, role=PRIMARY, icon_name="check")
        self.done_button.clicked.connect(self.back_pressed)
        self.add_action(self.take)
        self.add_action(self.done_button)
        self.doubt = Banner()
        self.form = PaymentForm()
        self.outcome = PaymentOutcome()
        self.done = PaymentDone()
        self._both = Beside(gap=1)
        self._both.put(self.form, 6, letters=34)
        self._both.put(self.outcome, 5, letters=28)
        self.first = self.form.amount
        self.body.addWidget(self.doubt)
        self.body.addWidget(self._both, 1)
        self.body.addWidget(self.done, 1)
        self._wire()

    def show_state(self, state: PaymentsState) -> None:
        """Show the form, or what to do once it is recorded."""
        taken = state.step is PaymentStep.TAKEN
        self._show_heading(state)
        self._both.setVisible(not taken)
        self.done.setVisible(taken)
        self.take.setVisible(not taken)
        self.done_button.setVisible(taken)
        self.back.setVisible(not taken)
        self.form.setEnabled(state.step is PaymentStep.FORM)
        self.take.setEnabled(state.may_take)
        self.take.setText(self._take_words(state))
        self.form.show_state(state)
        self.outcome.show_state(state)
        self.done.show_state(state)
        self._say(state)
        if taken and not self.done_button.hasFocus() and not self.done.again.hasFocus():
            self.done_button.setFocus()

    def _take_words(self, state: PaymentsState) -> str:
        if state.step is PaymentStep.TAKING:
            return self.tr("Recording…")
        if state.amount_cents is None:
            return self.tr("Take the payment")
        return self.tr("Take {amount}").format(amount=money(state.amount_cents))

    def _show_heading(self, state: PaymentsState) -> None:
        payer = state.payer
        if payer is None:
            return
        names = " · ".join(civil_name(*each) for each in payer.names)
        title = self.tr("Payment taken") if state.step is PaymentStep.TAKEN else self.tr("Take a payment")
        if state.step is PaymentStep.TAKEN:
            self.set_heading(title, names)
            return
        if payer.balance_cents > 0:
            owed = self.tr("owes {amount}").format(amount=money(payer.balance_cents))
        elif payer.balance_cents < 0:
            owed = self.tr("{amount} in advance").format(amount=money(-payer.balance_cents))
        else:
            owed = self.tr("owes nothing")
        self.set_heading(title, f"{names} · {owed}")

    def _say(self, state: PaymentsState) -> None:
        said = objection_sentence(state) if state.step is not PaymentStep.TAKEN else None
        if said is not None:
            self.banner.say(*said)
        elif not state.online and state.as_of is not None and state.now is not None:
            when = moment(state.as_of, state.now)
            self.banner.say(
                Tone.OFFLINE,
                self.tr("Offline: the balance is as it was {when}.").format(when=when),
                self.tr("You can take the payment: it is kept here and sent as soon as central is back."),
            )
        else:
            self.banner.hush()
        if state.payer is not None and state.payer.in_doubt and state.step is not PaymentStep.TAKEN:
            self.doubt.say(
                Tone.ATTENTION,
                self.tr("A card payment of this lease is in doubt."),
                self.tr("Ask whether the tenant means the same money before you take it again (F4)."),
            )
        else:
            self.doubt.hush()

    def _wire(self) -> None:
        self.form.means_chosen.connect(self.means_chosen)
        self.form.typed.connect(self.typed)
        self.form.term_ticked.connect(self.term_ticked)
        self.form.fill_pressed.connect(self.fill_pressed)
        self.outcome.credit_agreed.connect(self.credit_agreed)
        self.done.again_pressed.connect(self.again_pressed)
        self.done.rent_receipt_pressed.connect(self.rent_receipt_pressed)
