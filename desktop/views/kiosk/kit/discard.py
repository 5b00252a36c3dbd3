"""Ends a widget for good."""

from PySide6.QtWidgets import QWidget


def discard(widget: QWidget) -> None:
    """Destroy `widget` at the next turn; hidden first, or a late « show » would make it a window."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
