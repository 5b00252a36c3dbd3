"""Every place where a program keeps what was copied or marked."""

from PySide6.QtGui import QClipboard


def empty(clipboard: QClipboard) -> None:
    """The clipboard, what was marked with the mouse, and what was searched for, wherever there are such."""
    there = {
        QClipboard.Mode.Clipboard: True,
        QClipboard.Mode.Selection: clipboard.supportsSelection(),
        QClipboard.Mode.FindBuffer: clipboard.supportsFindBuffer(),
    }
    for mode in QClipboard.Mode:
        if there.get(mode, False):
            clipboard.clear(mode)
