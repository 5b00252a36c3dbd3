"""From the card on: what to do at the terminal, and how it ended."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.hardware.card_terminal import ChargeDetail, ChargeOutcome, ChargeStep
from desktop.services.papers.papers import PaperView
from desktop.views.common.banner import Banner, Tone
from desktop.views.common.buttons import SecondaryButton
from desktop.views.common.labels import text
from desktop.views.common.money import MoneyLabel
from desktop.views.common.progress import Progress
from desktop.views.common.theme import current
from desktop.views.common.words import money, period
from desktop.views.kiosk.kit.hero import Hero
from desktop.views.kiosk.kit.printing import PaperProgress
from desktop.views.kiosk.kit.saying import say_printing
from desktop.views.kiosk.kit.side_by_side import SideBySide
from desktop.views.kiosk.pay.asking import bare_column
from desktop.views.kiosk.pay.doubt import say_doubt
from desktop.views.kiosk.pay.drawing import TerminalPicture
from desktop.views.kiosk.pay.state import PayState


class CardPanel(QWidget):
    """A drawing of the terminal, the amount, and what is happening. Nothing here can be touched."""

    def __init__(self) -> None:
        super().__init__()
        column = bare_column(self)
        self.amount = MoneyLabel()
        self.progress = Progress(self.tr("The terminal is being called…"))
        self.hint: QLabel = text(
            self.tr("To cancel, press the red key of the terminal. Stay here until the answer comes."),
            "muted",
        )
        told = QWidget()
        words = QVBoxLayout(told)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(current().scale.space(3))
        words.addStretch(1)
        for part in (self.amount, self.progress, self.hint):
            words.addWidget(part)
        words.addStretch(1)
        both = SideBySide(gap=5)
        both.put(TerminalPicture(self.tr("A card held to the terminal")))
        both.put(told, 1)
        column.addWidget(both)

    def show_state(self, state: PayState) -> None:
        self.amount.show_cents(state.cents)
        match state.charge_step:
            case ChargeStep.PRESENT_CARD:
                self.progress.say(
                    self.tr("Present your card to the terminal, or insert it and type your code.")
                )
            case ChargeStep.ANSWERED:
                self.progress.say(self.tr("The terminal has answered. Your payment is being kept…"))
            case ChargeStep.CHECK_IDLE:
                self.progress.say(self.tr("Look at the terminal: it must show its welcome screen."))
            case _:
                self.progress.say(self.tr("The terminal is being called…"))


class OutcomePanel(QWidget):
    """What happened to the money, in one sentence; and the papers."""

    paper_pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._column = bare_column(self)
        self.hero = Hero()
        self.printing = Banner()
        self.others: list[SecondaryButton] = []
        self._papers: tuple[PaperView, ...] = ()
        self._column.addWidget(self.hero)
        self._column.addWidget(self.printing)

    def show_state(self, state: PayState) -> None:
        """Say what happened; offer the papers once they are known."""
        self._say(state)
        if state.papers != self._papers:
            self._papers = state.papers
            if state.printing is not PaperProgress.NO_PRINTER:
                self._offer(state.papers[1:])
        for button in self.others:
            button.setEnabled(state.printing is not PaperProgress.UNDER_WAY)
        if state.papers or state.printing is not PaperProgress.NO_PRINTER:
            say_printing(self.printing, state.printing)

    def _say(self, state: PayState) -> None:
        charged = state.charged
        if charged is None:
            return
        match charged.outcome:
            case ChargeOutcome.UNKNOWN:
                say_doubt(self.hero, charged.charge_id, state.cents)
                return
            case ChargeOutcome.APPROVED:
                said = (Tone.SUCCESS, self.tr("The payment is on your account."), self._left(state))
            case ChargeOutcome.CANCELLED:
                said = (
                    Tone.INFO,
                    self.tr("Nothing was taken."),
                    self.tr("You can try again when you are ready."),
                )
            case ChargeOutcome.DECLINED:
                said = (Tone.ATTENTION, self.tr("Nothing was taken."), self._why(charged.detail))
            case _:
                said = (
                    Tone.ATTENTION,
                    self.tr("Nothing was taken: the terminal could not be reached."),
                    self.tr("Try again in a moment, or pay at the desk."),
                )
        self.hero.say(*said, big=money(state.cents))

    def _left(self, state: PayState) -> str:
        after = state.quote.balance_after if state.quote else 0
        if after > 0:
            return self.tr("You still owe {amount}.").format(amount=money(after))
        if after < 0:
            return self.tr("You have paid {amount} in advance.").format(amount=money(-after))
        return self.tr("You owe nothing any more.")

    def _why(self, detail: str) -> str:
        if detail == ChargeDetail.VOICE_CALL:
            return self.tr("Your bank wants to be called first. Try another card, or pay at the desk.")
        if detail == ChargeDetail.REFUSED:
            return self.tr("Your bank did not accept it. Try another card or a smaller amount.")
        return self.tr("Try again with this card or another one, or pay at the desk.")

    def _offer(self, papers: tuple[PaperView, ...]) -> None:
        for number, paper in enumerate(papers, start=1):
            words = self.tr("Also print the rent receipt for {month}").format(
                month=period(paper.period or "")
            )
            button = SecondaryButton(words, "receipt")
            button.clicked.connect(lambda _on=False, of=number: self.paper_pressed.emit(of))
            self.others.append(button)
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
