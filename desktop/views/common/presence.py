"""What shows that somebody is there: a new press by a finger or of a key, nothing that happens by itself."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_PRESSES: Final = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin}
)
_HELD: Final = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_Hyper_L,
        Qt.Key.Key_Hyper_R,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
        Qt.Key.Key_unknown,
    }
)
"""Keys that do nothing alone: one that bounces or is stuck is nobody."""


def is_new_press(event: QEvent) -> bool:
    """Whether somebody must have done this just now: no key that repeats itself, no move, no hovering."""
    if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
        return not event.isAutoRepeat() and event.key() not in _HELD
    return event.type() in _PRESSES
