"""Buttons that show the key that presses them: what one clicks the first day, one types the second."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

from desktop.views.common.buttons import RoleButton
from desktop.views.common.theme import current, text_font

PRIMARY: Final = "primary"
SECONDARY: Final = "secondary"
QUIET: Final = "quiet"
TOOL: Final = "tool"
SEGMENT: Final = "segment"
NAV: Final = "nav"
CONFIRM: Final = "Ctrl+Return"
"""The key of the one next step, on every screen."""


def key_words(key: str) -> str:
    """A key as it is written on a keyboard: `Ctrl+Return` → « Ctrl Entrée »."""
    translate = QCoreApplication.translate
    names = {
        "Return": translate("keys", "Enter"),
        "Shift": translate("keys", "Shift"),
        "Alt": translate("keys", "Alt"),
        "Ctrl": translate("keys", "Ctrl"),
        "Esc": translate("keys", "Esc"),
        "Del": translate("keys", "Del"),
    }
    return " ".join(names.get(part, part) for part in key.split("+"))


class KeyedButton(RoleButton):
    """A button with its shortcut in a small frame behind the words. `key` as Qt writes it: `F6`, `Ctrl+L`.

    `also` is a second key that nobody needs to be told.
    """

    def __init__(
        self, words: str, key: str, *, role: str = SECONDARY, icon_name: str = "", also: str = ""
    ) -> None:
        super().__init__(words, role, icon_name)
        self._key = key_words(key)
        keys = [key, also, key.replace("Return", "Enter") if key.endswith("Return") else ""]
        shortcut = QShortcut(self)
        shortcut.setKeys([QKeySequence(each) for each in keys if each])
        shortcut.activated.connect(self.click)
        self.setAccessibleDescription(self._key)
        self.setToolTip(self._key)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        tall = QFontMetrics(self.font()).height() + current().scale.space(2)
        gap = current().scale.space(0 if self.property("role") == NAV else 1)
        return QSize(hint.width() + self._cap_width() + gap, max(tall, hint.height()))

    def minimumSizeHint(self) -> QSize:
        """Neither the words nor the key are ever cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ordinary button, its words moved aside, and the key."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        cap = self._cap()
        words = QRect(option.rect)
        words.setRight(cap.left())
        words.setLeft(words.left() + self._side() // 2)
        option.rect = words
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        colour = self._colour()
        painter.setFont(self._font())
        painter.setPen(colour)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        frame = QColor(colour)
        frame.setAlphaF(0.55)
        painter.setPen(frame)
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        painter.drawRoundedRect(cap.adjusted(0, 0, -1, -1), 4, 4)

    @staticmethod
    def _font() -> QFont:
        return text_font(round(current().scale.font("caption") * 0.85))

    def _cap_width(self) -> int:
        return QFontMetrics(self._font()).horizontalAdvance(self._key) + 12

    def _cap(self) -> QRect:
        height = QFontMetrics(self._font()).height() + 4
        right = self.width() - self._side()
        width = self._cap_width()
        return QRect(right - width, (self.height() - height) // 2, width, height)

    def _side(self) -> int:
        return current().scale.space(2 if self.property("role") not in {TOOL, NAV} else 1.5)

    def _colour(self) -> QColor:
        tokens = current().tokens
        if not self.isEnabled():
            return QColor(tokens.disabled)
        return QColor(tokens.on_action if self.property("role") == PRIMARY else tokens.muted)
