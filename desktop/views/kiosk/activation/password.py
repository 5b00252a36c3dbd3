"""Choosing a password: the three good ways, and at every sign what is still missing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.rules.password import Judgement, Route
from desktop.views.common.entry import EntryKind
from desktop.views.common.field import Field
from desktop.views.common.icons import picture, set_icon
from desktop.views.common.labels import text
from desktop.views.common.theme import current, restyle
from desktop.views.kiosk.activation.state import ActivationState
from desktop.views.kiosk.kit.side_by_side import SideBySide
from desktop.views.kiosk.kit.typed import keep


class PasswordQuestion(QWidget):
    """Says what to add, never that somebody did badly."""

    edited = Signal(str)
    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = Field(
            self.tr("Your password"),
            entry=EntryKind.SECRET,
            max_length=140,
        )
        self.field.edited.connect(self.edited)
        self.field.submitted.connect(self.submitted)
        typed, ways = QWidget(), QWidget()
        left, right = QVBoxLayout(typed), QVBoxLayout(ways)
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(current().scale.space(1.5))
        self.advice: QLabel = text("", "strong")
        self.advice.setMinimumHeight(round(current().scale.font("body") * 1.35))
        left.addWidget(self.field)
        layout = self.field.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self.advice)  # above the entry: seen also while the keyboard is up
        right.addWidget(text(self.tr("Three good ways"), "label"))
        self._ways = {
            Route.SEVEN_WORDS: _Way(self.tr("7 different words, as in a little story of your own")),
            Route.FOURTEEN_IN_THREE: _Way(self.tr("or 14 characters: capitals, small letters and digits")),
            Route.TWELVE_IN_FOUR: _Way(self.tr("or 12 characters, with a sign such as ! ? - or @ as well")),
        }
        for way in self._ways.values():
            right.addWidget(way)
        both = SideBySide(gap=5)
        both.put(typed, 3, top=True)
        both.put(ways, 2, top=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(both)
        whole.addStretch(1)

    @property
    def first(self) -> QWidget:
        """What the keyboard types into on arrival."""
        return self.field.edit

    def show_state(self, state: ActivationState) -> None:
        """Show the judgement of what is typed now."""
        keep(self.field, state.password)
        judgement = state.judgement
        for route, way in self._ways.items():
            nearest = judgement is not None and bool(state.password) and judgement.route is route
            way.show_near(nearest, met=nearest and judgement is not None and judgement.ok)
        words, tone = self.tr("The eye shows what you type."), "muted"
        if judgement is not None and state.password:
            words, tone = self._advice(judgement)
        elif state.problem is not None:
            words, tone = self.tr("Type the password you want to use from now on."), "attention"
        self.advice.setText(words)
        restyle(self.advice, state=tone)

    def _advice(self, judgement: Judgement) -> tuple[str, str]:
        if judgement.ok:
            return self.tr("This is a good password."), "success"
        parts = [*self._forbidden(judgement), *self._weak(judgement), *self._missing(judgement)]
        return " ".join(parts), "attention"

    def _forbidden(self, judgement: Judgement) -> list[str]:
        if "too_long" in judgement.problems:
            return [self.tr("This is longer than the kiosk can keep: 128 characters at most.")]
        if "control_character" in judgement.problems:
            return [self.tr("One of these characters cannot be typed again everywhere.")]
        return []

    def _weak(self, judgement: Judgement) -> list[str]:
        match next((each for each in judgement.problems if each in _GUESSED), None):
            case "personal_word":
                return [
                    self.tr(
                        "Your contract number or year of birth is easy to guess: it counts for one character."
                    )
                ]
            case "common_word":
                return [self.tr("A very common word counts for one character only.")]
            case "keyboard_walk":
                return [self.tr("Keys that follow one another on the keyboard count for one only.")]
            case "repetition":
                return [self.tr("The same character again and again counts once.")]
        return []

    def _missing(self, judgement: Judgement) -> list[str]:
        missing = []
        if judgement.words_missing:
            missing.append(self.tr("%n word(s)", "", judgement.words_missing))
        if judgement.characters_missing:
            missing.append(self.tr("%n character(s)", "", judgement.characters_missing))
        if judgement.classes_missing:
            missing += self._kinds(judgement)
        if not missing:
            return []
        return [self.tr("Still to add: {what}.").format(what=self.tr(" and ").join(missing))]

    def _kinds(self, judgement: Judgement) -> list[str]:
        names = {
            "upper": self.tr("a capital letter"),
            "lower": self.tr("a small letter"),
            "digit": self.tr("a digit"),
            "special": self.tr("a sign such as ! ? - @"),
        }
        absent = [name for kind, name in names.items() if kind not in judgement.classes]
        if judgement.classes_missing < len(absent):
            return [self.tr(" or ").join(absent)]
        return absent


_GUESSED = frozenset({"personal_word", "common_word", "keyboard_walk", "repetition"})


class _Way(QWidget):
    """One of the three ways, with a mark: not yet, nearest, met."""

    def __init__(self, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().scale.space(1.5))
        self._mark = picture("chevron", current().tokens.edge)
        self._words: QLabel = text(words, "body")
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)

    def show_near(self, near: bool, *, met: bool) -> None:
        """Met is green and ticked; the nearest one stands out; the others wait."""
        tokens = current().tokens
        colour = tokens.success if met else tokens.action if near else tokens.edge
        set_icon(self._mark, "check-circle" if met else "arrow" if near else "chevron", colour)
        restyle(self._words, kind="strong" if near else "body", state="success" if met else "")
