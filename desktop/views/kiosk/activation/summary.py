"""Before central is asked: everything that was typed, each with a way to correct it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.views.common.banner import Banner, Tone
from desktop.views.common.buttons import SecondaryButton
from desktop.views.common.card import Card
from desktop.views.common.labels import text
from desktop.views.common.progress import Progress
from desktop.views.common.theme import current
from desktop.views.kiosk.activation.state import ActivationState, ActivationStep
from desktop.views.kiosk.kit.patience import PatienceWords
from desktop.views.kiosk.kit.sentences import sentence


class Summary(QWidget):
    """Also where a refusal is said, without saying what was wrong."""

    correct_pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().scale.space(2))
        self.banner = Banner()
        self.progress = Progress(self.tr("Your letter is being checked…"))
        self.progress.setVisible(False)
        card = Card(pad=2)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(current().scale.space(3))
        self._grid.setVerticalSpacing(current().scale.gap)
        self._grid.setColumnStretch(0, 1)
        card.body.addLayout(self._grid)
        self._values: dict[ActivationStep, QLabel] = {}
        self.corrections: dict[ActivationStep, SecondaryButton] = {}
        for step, label in (
            (ActivationStep.NUMBER, self.tr("Contract number")),
            (ActivationStep.CODE, self.tr("Activation code")),
            (ActivationStep.BIRTH_DATE, self.tr("Date of birth")),
            (ActivationStep.EMAIL, self.tr("E-mail address")),
            (ActivationStep.PASSWORD, self.tr("Password")),
        ):
            self._add(step, label)
        column.addWidget(self.banner)
        column.addWidget(self.progress)
        column.addWidget(card)

    @property
    def first(self) -> None:
        """Nothing is typed here."""
        return

    def show_state(self, state: ActivationState) -> None:
        """Show the answers, and what central said."""
        self._values[ActivationStep.NUMBER].setText(state.lease_number)
        self._values[ActivationStep.CODE].setText(state.code)
        self._values[ActivationStep.BIRTH_DATE].setText(state.birth_date)
        self._values[ActivationStep.EMAIL].setText(state.email if state.has_email else self.tr("none"))
        self._values[ActivationStep.PASSWORD].setText("•" * 8)
        for button in self.corrections.values():
            button.setEnabled(not state.busy)
        self.progress.setVisible(state.busy)
        self._say(state)

    def _say(self, state: ActivationState) -> None:
        if state.trouble is not None:
            self.banner.say(*sentence(state.trouble))
        elif state.refused == "activation_locked":
            self.banner.say(
                Tone.DANGER,
                self.tr("Too many wrong tries: for your safety, the code alone is not enough for now."),
                PatienceWords().desk_or_later(state.wait_seconds),
            )
        elif state.wait_seconds and state.refused:
            self.banner.say(
                Tone.ATTENTION,
                self.tr("These answers do not go together. Compare each one with your letter."),
                self.tr("You can try again in %n second(s).", "", state.wait_seconds),
            )
        elif state.refused:
            self.banner.say(*self._refusal(state.refused))
        else:
            self.banner.hush()

    def _refusal(self, code: str) -> tuple[Tone, str, str]:
        match code:
            case "activation_mismatch":
                return (
                    Tone.ATTENTION,
                    self.tr("These answers do not go together. Compare each one with your letter."),
                    self.tr(
                        "You can correct them and try again. If another agency looks after your home, "
                        "activate your account there."
                    ),
                )
            case "activation_code_expired":
                return (
                    Tone.ATTENTION,
                    self.tr("This code is no longer valid."),
                    self.tr("Ask for a new one at the desk, with a proof of identity: you get it at once."),
                )
            case "activation_code_used":
                return (
                    Tone.INFO,
                    self.tr("This account is already activated."),
                    self.tr("Sign in with your password. If you forgot it, the desk can help."),
                )
            case _:
                return (
                    Tone.ATTENTION,
                    self.tr("The activation was not possible."),
                    self.tr("Nothing was changed. Please go to the desk and say: {code}").format(code=code),
                )

    def _add(self, step: ActivationStep, label: str) -> None:
        line = len(self._values)
        self._values[step] = text("", "strong")
        button = SecondaryButton(self.tr("Correct"), "pencil")
        button.setAccessibleName(self.tr("Correct: {what}").format(what=label))
        button.clicked.connect(lambda: self.correct_pressed.emit(int(step)))
        self.corrections[step] = button
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text(label, "caption"))
        words.addWidget(self._values[step])
        self._grid.addLayout(words, line, 0)
        self._grid.addWidget(button, line, 1)
