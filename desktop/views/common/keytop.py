"""One key of the on-screen keyboard."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.views.common.icons import icon
from desktop.views.common.keys import Does, Key
from desktop.views.common.theme import current

ICONS: Final = {Does.BACKSPACE: "backspace", Does.SHIFT: "shift"}


class KeyTop(QPushButton):
    """Never takes the focus; a key of a secret entry does not light up when touched."""

    def __init__(self, key: Key, *, upper: bool, secret: bool, words: str) -> None:
        super().__init__()
        self.key = key
        self.typed = key.types.upper() if upper and key.types != "ß" else key.types
        self.setProperty("role", "key")
        self.setProperty("secret", "true" if secret and key.does is Does.TYPE else "false")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoRepeat(key.does is Does.BACKSPACE)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words or self.typed)
        if key.does is Does.DONE:
            self.setProperty("tone", "go")
        elif key.does is not Does.TYPE:
            self.setProperty("tone", "soft")
        self._show(words, upper)

    def sizeHint(self) -> QSize:
        """As high as a finger needs, tall keys over their gaps; any width."""
        scale = current().scale
        return QSize(0, self.key.tall * scale.target + (self.key.tall - 1) * scale.gap)

    def minimumSizeHint(self) -> QSize:
        """Whatever room the content would like, a key stays as high as a finger."""
        return self.sizeHint()

    def _show(self, words: str, upper: bool) -> None:
        if self.key.does in ICONS:
            name = "shift-lock" if upper and self.key.does is Does.SHIFT else ICONS[self.key.does]
            side = round(current().scale.font("body") * 1.2)
            self.setIcon(icon(name, size=side))
            self.setIconSize(QSize(side, side))
        else:
            self.setText(words or self.typed)
