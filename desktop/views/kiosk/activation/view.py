"""The activation screen: one question at a time, then a summary, then the good news."""

from PySide6.QtCore import Signal

from desktop.views.common.banner import Banner, Tone
from desktop.views.common.buttons import SecondaryButton
from desktop.views.common.page import KioskPage
from desktop.views.kiosk.activation.password import PasswordQuestion
from desktop.views.kiosk.activation.questions import (
    BirthDateQuestion,
    CodeQuestion,
    EmailQuestion,
    NumberQuestion,
)
from desktop.views.kiosk.activation.state import LAST_STEP, ActivationState, ActivationStep
from desktop.views.kiosk.activation.summary import Summary
from desktop.views.kiosk.kit.discard import discard
from desktop.views.kiosk.kit.hero import Hero

Panel = NumberQuestion | CodeQuestion | BirthDateQuestion | EmailQuestion | PasswordQuestion | Summary


class ActivationView(KioskPage):
    """Shows the panel of the present step; the panel before is destroyed."""

    number_typed = Signal(str)
    code_typed = Signal(str)
    birth_date_typed = Signal(str)
    email_typed = Signal(str)
    email_chosen = Signal(bool)
    password_typed = Signal(str)
    correct_pressed = Signal(int)
    go_on_pressed = Signal()
    sign_in_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("First time here"))
        self._step: ActivationStep | None = None
        self.panel: Panel | None = None
        self.banner = Banner()
        self.sign_in = SecondaryButton(self.tr("Sign in"), "person")
        self.sign_in.clicked.connect(self.sign_in_pressed)
        self.sign_in.setVisible(False)
        self.aside.addWidget(self.sign_in)
        self.body.addWidget(self.banner)
        self._stretch = self.body.count()
        self.body.addStretch(1)
        self.primary.clicked.connect(self.go_on_pressed)

    def show_state(self, state: ActivationState) -> None:
        """Show the step and everything in it."""
        if state.step is not self._step:
            self._turn_to(state.step)
        if self.panel is not None:
            self.panel.show_state(state)
        self._say_offline(state)
        self._name_buttons(state)

    def _turn_to(self, step: ActivationStep) -> None:
        self._step = step
        self.setFocus()
        old, self.panel = self.panel, None
        if old is not None:
            self.body.removeWidget(old)
            discard(old)
        self.set_heading(*self._heading(step))
        self.steps.setVisible(step <= LAST_STEP)
        if step is ActivationStep.DONE:
            self._show_done()
            return
        self.set_steps(step, LAST_STEP)
        self.panel = self._make(step)
        self.body.insertWidget(1, self.panel)
        self.scroller.verticalScrollBar().setValue(0)
        if self.panel.first is not None:
            self.panel.first.setFocus()

    def _heading(self, step: ActivationStep) -> tuple[str, str]:
        return {
            ActivationStep.NUMBER: (
                self.tr("What is your contract number?"),
                self.tr("Take your letter: it is written there."),
            ),
            ActivationStep.CODE: (
                self.tr("What is your activation code?"),
                self.tr("It is on the same letter."),
            ),
            ActivationStep.BIRTH_DATE: (
                self.tr("When were you born?"),
                self.tr("To be sure that it is you."),
            ),
            ActivationStep.EMAIL: (self.tr("Do you have an e-mail address?"), ""),
            ActivationStep.PASSWORD: (
                self.tr("Choose your password"),
                self.tr("You will type it at every visit."),
            ),
            ActivationStep.CHECK: (
                self.tr("Is everything right?"),
                self.tr("Compare with your letter, then activate."),
            ),
            ActivationStep.DONE: (self.tr("Your account is activated"), ""),
        }[step]

    def _make(self, step: ActivationStep) -> Panel:
        match step:
            case ActivationStep.NUMBER:
                return self._typing(NumberQuestion(), self.number_typed)
            case ActivationStep.CODE:
                return self._typing(CodeQuestion(), self.code_typed)
            case ActivationStep.BIRTH_DATE:
                return self._typing(BirthDateQuestion(), self.birth_date_typed)
            case ActivationStep.EMAIL:
                email = EmailQuestion()
                email.chosen.connect(self.email_chosen)
                return self._typing(email, self.email_typed)
            case ActivationStep.PASSWORD:
                return self._typing(PasswordQuestion(), self.password_typed)
            case _:
                summary = Summary()
                summary.correct_pressed.connect(self.correct_pressed)
                return summary

    def _typing(self, panel: Panel, typed: object) -> Panel:
        if not isinstance(panel, Summary):
            panel.edited.connect(typed)
            panel.submitted.connect(self.go_on_pressed)
        return panel

    def _show_done(self) -> None:
        done = Hero()
        done.say(
            Tone.SUCCESS,
            self.tr("Welcome!"),
            self.tr("At your next visit you sign in with your contract number and your password."),
        )
        self.body.insertWidget(1, done)

    def _say_offline(self, state: ActivationState) -> None:
        if state.online or state.step is ActivationStep.DONE:
            self.banner.hush()
            return
        self.banner.say(
            Tone.OFFLINE, self.tr("Without the network an account cannot be activated for the moment.")
        )

    def _name_buttons(self, state: ActivationState) -> None:
        first = state.step is ActivationStep.NUMBER
        self.set_back(
            "" if state.step is ActivationStep.DONE else self.tr("Give up") if first else self.tr("Back")
        )
        self.back.setEnabled(not state.busy)
        self.sign_in.setVisible(state.refused == "activation_code_used")
        if state.step is not ActivationStep.CHECK:
            self.set_primary(self.tr("Continue"))
        elif state.refused_for_good:
            self.set_primary("")
        else:
            again = state.trouble is not None or bool(state.refused)
            words = self.tr("Try again") if again else self.tr("Activate my account")
            self.set_primary(words, "check", enabled=state.may_go_on)
