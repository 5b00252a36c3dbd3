"""The typed questions of the activation: contract number, code, birth date, e-mail."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.common.choice import ChoiceTiles
from desktop.views.common.entry import EntryKind
from desktop.views.common.field import Field
from desktop.views.common.labels import text
from desktop.views.common.theme import current
from desktop.views.kiosk.activation.letter import LetterPicture, Spot
from desktop.views.kiosk.activation.state import ActivationState, StepProblem
from desktop.views.kiosk.kit.side_by_side import SideBySide
from desktop.views.kiosk.kit.typed import keep


class Question(QWidget):
    """One entry, and beside it, where it helps, a drawing of where to look."""

    edited = Signal(str)
    submitted = Signal()

    def __init__(self, field: Field, *, drawing: QWidget | None = None) -> None:
        super().__init__()
        self.field = field
        field.edited.connect(self.edited)
        field.submitted.connect(self.submitted)
        self.beside = SideBySide(gap=5)
        asked = QWidget()
        self.column = QVBoxLayout(asked)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(current().scale.space(2))
        self.column.addWidget(field)
        self.beside.put(asked, 1)
        self.column.addStretch(1)
        if drawing is not None:
            self.beside.put(drawing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.beside, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def first(self) -> QWidget:
        """What the keyboard types into on arrival."""
        return self.field.edit

    def show_answer(self, typed: str, error: str) -> None:
        """Show what was typed and what is wrong with it."""
        keep(self.field, typed)
        self.field.show_error(error)


class NumberQuestion(Question):
    """The contract number: eleven digits on every letter."""

    def __init__(self) -> None:
        field = Field(
            self.tr("Contract number"),
            help_text=self.tr("11 digits, near the top of the letter"),
            entry=EntryKind.DIGITS,
            max_length=15,
        )
        super().__init__(
            field,
            drawing=LetterPicture(Spot.NUMBER, self.tr("The contract number is near the top of the letter")),
        )

    def show_state(self, state: ActivationState) -> None:
        self.show_answer(state.lease_number, self._error(state.problem) if state.problem else "")

    def _error(self, problem: StepProblem) -> str:
        if problem.code == "lease_number_missing":
            return self.tr("Type the contract number that is on your letter.")
        return self.tr("A contract number has 11 digits; here there are {count}.").format(
            count=problem.facts.get("length", 0)
        )


class CodeQuestion(Question):
    """The activation code, shown in two groups as on the letter."""

    def __init__(self) -> None:
        field = Field(
            self.tr("Activation code"),
            help_text=self.tr("10 letters and digits, in the frame in the middle of the letter"),
            entry=EntryKind.CODE,
            max_length=14,
        )
        super().__init__(
            field,
            drawing=LetterPicture(Spot.CODE, self.tr("The code is in the frame in the middle of the letter")),
        )

    def show_state(self, state: ActivationState) -> None:
        self.show_answer(state.code, self._error(state.problem) if state.problem else "")

    def _error(self, problem: StepProblem) -> str:
        match problem.code:
            case "code_missing":
                return self.tr("Type the code that is in the frame of your letter.")
            case "code_impossible_character":
                return self._impossible(str(problem.facts.get("character", "")))
            case _:
                return self.tr("A code has 10 signs; here there are {count}.").format(
                    count=problem.facts.get("length", 0)
                )

    def _impossible(self, sign: str) -> str:
        look_again = {
            "0": self.tr("There is no zero in these codes: look again, it may be an 8, a D or a Q."),
            "O": self.tr("There is no letter O in these codes: look again, it may be a D or a Q."),
            "1": self.tr("There is no digit 1 in these codes: look again, it may be a 7 or an L."),
            "I": self.tr("There is no letter I in these codes: look again, it may be a J, an L or a T."),
        }
        other = self.tr("“{sign}” is never in a code: only letters and digits are.").format(sign=sign)
        return look_again.get(sign, other)


class BirthDateQuestion(Question):
    """Day, month, year in figures; the strokes come by themselves."""

    def __init__(self) -> None:
        super().__init__(
            Field(
                self.tr("Your date of birth"),
                help_text=self.tr("Day, month and year, for example 22/11/1952"),
                entry=EntryKind.DATE,
                placeholder=self.tr("DD/MM/YYYY"),
            )
        )

    def show_state(self, state: ActivationState) -> None:
        self.show_answer(state.birth_date, self._error(state.problem) if state.problem else "")

    def _error(self, problem: StepProblem) -> str:
        match problem.code:
            case "birth_date_missing":
                return self.tr("Type your date of birth.")
            case "birth_date_impossible":
                return self.tr(
                    "This day does not exist in the calendar. Look at the day and the month again."
                )
            case "birth_date_short_year":
                return self.tr("Type all four digits of the year, for example 1952.")
            case "birth_date_future":
                return self.tr("This date is still to come. Look at the year again.")
            case "birth_date_too_old":
                return self.tr("This date is more than 120 years ago. Look at the year again.")
            case _:
                return self.tr(
                    "The date is not complete: two digits for the day, two for the month, four for the year."
                )


class EmailQuestion(Question):
    """With or without an address: both are equal, and neither is asked twice."""

    chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__(
            Field(
                self.tr("E-mail address"),
                help_text=self.tr("To tell you when an answer has come. Nothing else."),
                entry=EntryKind.EMAIL,
            )
        )
        self.tiles = ChoiceTiles(2)
        self.with_email = self.tiles.add(True, self.tr("I have an e-mail address"), "mail")
        self.without_email = self.tiles.add(False, self.tr("I have no e-mail address"), "person")
        self.tiles.chosen.connect(lambda key: self.chosen.emit(bool(key)))
        self._choice_error = text("", "body", state="danger")
        self.column.insertWidget(0, self.tiles)
        self.column.insertWidget(1, self._choice_error)

    def show_state(self, state: ActivationState) -> None:
        """The entry appears only for who has an address."""
        if state.has_email is not None:
            self.tiles.choose(state.has_email)
        fine = "" if state.has_email else self.tr("That is fine: everything works without.")
        self.without_email.show_hint(fine)
        missing = state.problem is not None and state.problem.code == "email_choice_missing"
        self._choice_error.setVisible(missing)
        self._choice_error.setText(self.tr("Touch one of the two.") if missing else "")
        appears = bool(state.has_email) and self.field.isHidden()
        self.field.setVisible(bool(state.has_email))
        self.show_answer(state.email, self._error(state.problem) if state.problem else "")
        if appears:
            self.field.setFocus()

    def _error(self, problem: StepProblem) -> str:
        if problem.code == "email_missing":
            return self.tr("Type your address, or choose “I have no e-mail address”.")
        return self.tr("An address looks like name@provider.fr. Look at yours again.")
