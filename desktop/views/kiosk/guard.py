"""Keeps a visitor inside the kiosk: no context menus, no system keys, no closing; and notices new presses."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views.common.presence import is_new_press

_KEYS: Final = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_BLOCKED_KEYS: Final = frozenset(
    {
        Qt.Key.Key_Menu,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_Print,
        Qt.Key.Key_SysReq,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Help,
    }
)
_BLOCKED_MODIFIERS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Guard(QObject):
    """An event filter over the whole application. `acted` is emitted for every new press."""

    acted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.may_close = False

    def watch(self, app: QApplication) -> None:
        """Start; `release` ends it."""
        app.installEventFilter(self)

    def release(self, app: QApplication) -> None:
        """Let everything through again."""
        app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow what leads out of the kiosk."""
        kind = event.type()
        if kind == QEvent.Type.ContextMenu:
            return True
        if kind == QEvent.Type.Close and watched is self._window and not self.may_close:
            event.ignore()
            return True
        if kind in _KEYS and isinstance(event, QKeyEvent) and blocked(event):
            return True
        if is_new_press(event):
            self.acted.emit()
        return False


def blocked(event: QKeyEvent) -> bool:
    """Whether this key could lead out of the kiosk; AltGr, which types @ and €, may pass."""
    key = event.key()
    if key in _BLOCKED_KEYS or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35:
        return True
    held = event.modifiers() & _BLOCKED_MODIFIERS
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    typed = event.text()
    if held == both and typed.isprintable() and typed:
        return False
    return bool(held)
