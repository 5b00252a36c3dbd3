"""The payment screen: one panel a step, and the amount always in view before the card is asked for."""

from typing import Final

from PySide6.QtCore import Signal

from desktop.hardware.card_terminal import ChargeOutcome
from desktop.views.common.buttons import SecondaryButton
from desktop.views.common.empty import Placeholder
from desktop.views.common.page import KioskPage
from desktop.views.common.words import moment, money
from desktop.views.kiosk.kit.aside import FinishAside
from desktop.views.kiosk.kit.discard import discard
from desktop.views.kiosk.kit.printing import PaperProgress
from desktop.views.kiosk.pay.asking import AmountPanel, ChoosePanel, ReviewPanel
from desktop.views.kiosk.pay.doubt import DoubtPanel
from desktop.views.kiosk.pay.ending import CardPanel, OutcomePanel
from desktop.views.kiosk.pay.state import PayState, PayStep

Panel = ChoosePanel | AmountPanel | ReviewPanel | CardPanel | OutcomePanel | DoubtPanel
_PANELS: Final[dict[PayStep, type[Panel]]] = {
    PayStep.CHOOSE: ChoosePanel,
    PayStep.AMOUNT: AmountPanel,
    PayStep.REVIEW: ReviewPanel,
    PayStep.CARD: CardPanel,
    PayStep.OUTCOME: OutcomePanel,
    PayStep.IN_DOUBT: DoubtPanel,
}


class PayView(KioskPage):
    """Builds the panel of the present step; the one before is destroyed."""

    chosen = Signal(object)
    amount_typed = Signal(str)
    credit_answered = Signal(bool)
    go_on_pressed = Signal()
    paper_pressed = Signal(int)
    reference_pressed = Signal(str)
    finish_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Pay by card"))
        self._step: PayStep | None = None
        self.panel: Panel | Placeholder = Placeholder("", self.tr("Your account is being read…"))
        self.body.addWidget(self.panel)
        self.body.addStretch(1)
        self.finish = SecondaryButton(self.tr("I have finished"), "exit")
        self.finish.clicked.connect(self.finish_pressed)
        self._aside = FinishAside(self, self.finish)
        self._doubtful = False
        self.primary.clicked.connect(self._on_primary)

    def show_state(self, state: PayState) -> None:
        """Show the step and everything in it."""
        unknown = state.charged is not None and state.charged.outcome is ChargeOutcome.UNKNOWN
        self._doubtful = state.step is PayStep.IN_DOUBT or (state.step is PayStep.OUTCOME and unknown)
        if state.step is not self._step:
            self._turn_to(state.step)
        if not isinstance(self.panel, Placeholder):
            self.panel.show_state(state)
        self._name_buttons(state)
        self._head(state)

    def _turn_to(self, step: PayStep) -> None:
        self._step = step
        self.setFocus()
        panel = self._make(step)
        self.body.replaceWidget(self.panel, panel)
        discard(self.panel)
        self.panel = panel
        self.scroller.verticalScrollBar().setValue(0)
        if isinstance(panel, AmountPanel):
            panel.field.setFocus()

    def _make(self, step: PayStep) -> Panel | Placeholder:
        if step is PayStep.READING:
            return Placeholder("", self.tr("Your account is being read…"))
        panel = _PANELS[step]()
        match panel:
            case ChoosePanel():
                panel.chosen.connect(self.chosen)
            case AmountPanel():
                panel.edited.connect(self.amount_typed)
                panel.submitted.connect(self.go_on_pressed)
            case ReviewPanel():
                panel.credit_answered.connect(self.credit_answered)
            case OutcomePanel():
                panel.paper_pressed.connect(self.paper_pressed)
            case _:
                pass
        return panel

    def _head(self, state: PayState) -> None:
        """A question about paying in advance needs the room that freshness takes; it was said before."""
        asks = state.step is PayStep.REVIEW and state.credit_cents > 0
        fresh = state.step in {PayStep.CHOOSE, PayStep.AMOUNT, PayStep.REVIEW} and not asks
        lead = self._freshness(state) if fresh else ""
        if state.step is PayStep.CHOOSE and not state.takes_no_card:
            means = self.tr("By card, on the terminal here.")
            lead = f"{means} {lead}".rstrip()
        self.set_heading(self._heading(state), lead)

    def _freshness(self, state: PayState) -> str:
        if state.unread:
            return self.tr("A line of your account could not be read: this balance may be incomplete.")
        if state.as_of is None or state.now is None:
            return ""
        return self.tr("Balance known: {when}.").format(when=moment(state.as_of, state.now))

    def _heading(self, state: PayState) -> str:
        if state.step is PayStep.OUTCOME:
            return self._outcome_heading(state)
        if state.step is PayStep.CHOOSE and state.takes_no_card:
            return self.tr("Pay by card")
        return {
            PayStep.READING: self.tr("Pay by card"),
            PayStep.CHOOSE: self.tr("How much would you like to pay?"),
            PayStep.AMOUNT: self.tr("Which amount?"),
            PayStep.REVIEW: self.tr("You are about to pay"),
            PayStep.CARD: self.tr("Look at the card terminal"),
            PayStep.IN_DOUBT: self.tr("Do not pay a second time"),
        }[state.step]

    def _outcome_heading(self, state: PayState) -> str:
        match state.charged.outcome if state.charged else None:
            case ChargeOutcome.APPROVED:
                return self.tr("Thank you, your payment is done")
            case ChargeOutcome.UNKNOWN:
                return self.tr("Do not pay a second time")
            case ChargeOutcome.CANCELLED:
                return self.tr("The payment was cancelled")
            case ChargeOutcome.DECLINED:
                return self.tr("The card was not accepted")
            case _:
                return self.tr("The payment could not start")

    def _name_buttons(self, state: PayState) -> None:
        over = state.step in {PayStep.OUTCOME, PayStep.IN_DOUBT}
        self.finish.setEnabled(state.printing is not PaperProgress.UNDER_WAY)
        if state.step is PayStep.CARD:
            self.set_back("")
        else:
            self.set_back(self.tr("Back"))
        self.back.setEnabled(state.printing is not PaperProgress.UNDER_WAY)
        if self._doubtful:
            self._offer_print(self.tr("Print"), state)
        elif state.step is PayStep.AMOUNT:
            self.set_primary(self.tr("Continue"))
        elif state.step is PayStep.REVIEW:
            words = self.tr("Pay {amount}").format(amount=money(state.cents))
            self.set_primary(words, "card", enabled=state.may_pay)
        elif state.step is PayStep.OUTCOME:
            self._name_last_button(state)
        else:
            self.set_primary("")
        self._aside.offer(over)

    def _name_last_button(self, state: PayState) -> None:
        approved = state.charged is not None and state.charged.outcome is ChargeOutcome.APPROVED
        if not approved:
            self.set_primary(self.tr("Try again"), "refresh")
        elif state.papers:
            printed = state.printing is PaperProgress.PRINTED
            self._offer_print(self.tr("Print it again") if printed else self.tr("Print my receipt"), state)
        else:
            self.set_primary("")

    def _offer_print(self, words: str, state: PayState) -> None:
        if state.printing is PaperProgress.NO_PRINTER:
            self.set_primary("")
            return
        self.set_primary(words, "printer", enabled=state.printing is not PaperProgress.UNDER_WAY)

    def _on_primary(self) -> None:
        if self._doubtful:
            self.reference_pressed.emit(
                self.tr(
                    "Card payment being checked: do not pay a second time. Show this reference at the desk."
                )
            )
        else:
            self.go_on_pressed.emit()
