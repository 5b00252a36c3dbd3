"""A strip that says what happened: colour, icon and words say the same."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop.views.common.icons import picture, set_icon
from desktop.views.common.labels import text
from desktop.views.common.shown import set_shown
from desktop.views.common.theme import current, restyle


class Tone(Enum):
    """What a message is about; the value names its colours."""

    INFO = "info"
    ATTENTION = "attention"
    DANGER = "danger"
    SUCCESS = "success"
    OFFLINE = "offline"

    @property
    def icon(self) -> str:
        """The icon that says it without colour."""
        return {
            Tone.INFO: "info",
            Tone.ATTENTION: "warning",
            Tone.DANGER: "error",
            Tone.SUCCESS: "check-circle",
            Tone.OFFLINE: "offline",
        }[self]

    @property
    def colour(self) -> str:
        """The colour of its icon in the theme in force."""
        tokens = current().tokens
        return {
            Tone.INFO: tokens.action,
            Tone.ATTENTION: tokens.attention,
            Tone.DANGER: tokens.danger,
            Tone.SUCCESS: tokens.success,
            Tone.OFFLINE: tokens.offline,
        }[self]


class Banner(QFrame):
    """An icon, a sentence, maybe a second quieter one, maybe one action. Hidden until `say`."""

    def __init__(self, tone: Tone = Tone.INFO, words: str = "", detail: str = "") -> None:
        super().__init__()
        scale = current().scale
        self._icon = picture(tone.icon, tone.colour)
        self._words: QLabel = text("", "strong")
        self._detail: QLabel = text("", "body")
        column = QVBoxLayout()
        column.setSpacing(scale.space(0.5))
        column.addWidget(self._words)
        column.addWidget(self._detail)
        self._row = QHBoxLayout(self)
        pad = scale.space(2.5 if scale.kiosk else 1.5)
        self._row.setContentsMargins(pad, pad, pad, pad)
        self._row.setSpacing(scale.space(2))
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(column, 1)
        self.hide()
        if words:
            self.say(tone, words, detail)

    @property
    def words(self) -> str:
        """What is being said now; empty when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def say(self, tone: Tone, words: str, detail: str = "") -> None:
        """Show a message, and tell it to screen readers."""
        set_icon(self._icon, tone.icon, tone.colour)
        self._words.setText(words)
        self._detail.setText(detail)
        set_shown(self._detail, bool(detail))
        restyle(self, strip=tone.value)
        self.setAccessibleName(f"{words} {detail}".strip())
        set_shown(self, True)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def hush(self) -> None:
        """Say nothing any more."""
        self.hide()

    def add_action(self, button: QPushButton) -> None:
        """Put one action at the end of the strip."""
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
