"""A fact on one line: an icon and a sentence that says the same."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.common.icons import picture
from desktop.views.common.labels import text
from desktop.views.common.theme import current


def fact(icon_name: str, state: str, sentence: str) -> QWidget:
    """An icon and a sentence that says the same."""
    tokens = current().tokens
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current().scale.space(1))
    layout.addWidget(picture(icon_name, getattr(tokens, state)), 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(text(sentence, "body", state="" if state in {"muted", "success"} else state), 1)
    return row
