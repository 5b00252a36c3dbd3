"""The panel that stands where content would be: nothing yet, still loading, or gone wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.views.common.icons import picture
from desktop.views.common.labels import text
from desktop.views.common.progress import Busy
from desktop.views.common.theme import current


class Placeholder(QWidget):
    """An icon, a sentence, a quieter one, and maybe one action. An icon name of `""` shows the busy mark."""

    def __init__(
        self, icon_name: str, words: str, detail: str = "", action: QPushButton | None = None
    ) -> None:
        super().__init__()
        theme = current()
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.scale.space(3)] * 4)
        column.setSpacing(theme.scale.space(1.5))
        column.addStretch(1)
        if icon_name:
            column.addWidget(picture(icon_name, theme.tokens.muted, theme.scale.icon * 2), 0, centre)
        else:
            column.addWidget(Busy(), 0, centre)
        for sentence, kind in ((words, "subtitle"), (detail, "muted")):
            if sentence:
                label = text(sentence, kind)
                label.setAlignment(centre)
                column.addWidget(label)
        if action is not None:
            column.addSpacing(theme.scale.space(1))
            column.addWidget(action, 0, centre)
        column.addStretch(1)
        self.setAccessibleName(f"{words} {detail}".strip())
