"""Texts in the steps of the type scale."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy


def text(words: str, kind: str = "body", *, state: str = "", wrap: bool = True) -> QLabel:
    """A label; `kind`: caption, body, strong, muted, lead, subtitle, title, headline, money, label, code.

    `state` colours it: attention, danger, success, offline, action, muted; say the same in words too.
    """
    label = QLabel(words)
    label.setProperty("kind", kind)
    label.setProperty("state", state)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label
