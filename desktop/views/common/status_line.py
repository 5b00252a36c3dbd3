"""One line that tells how this station stands with central."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.views.common.icons import picture, set_icon
from desktop.views.common.labels import text
from desktop.views.common.theme import current, restyle
from desktop.views.common.words import clock


class StatusLine(QWidget):
    """In sync, so many waiting, or offline since a time."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = picture("cloud", size=self._side())
        self._words: QLabel = text("", "caption", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().scale.space(1))
        row.addWidget(self._icon)
        row.addWidget(self._words)
        row.addStretch(1)
        self.show_in_sync()

    def show_in_sync(self) -> None:
        """Everything is confirmed by central."""
        self._show("check-circle", self.tr("Up to date"), "muted", current().tokens.muted)

    def show_waiting(self, count: int) -> None:
        """`count` actions still wait for central's confirmation."""
        words = self.tr("%n action(s) being sent", "", count)
        self._show("sync", words, "action", current().tokens.action)

    def show_offline(self, since: datetime, waiting: int = 0) -> None:
        """Central cannot be reached; work goes on, `waiting` actions are kept here."""
        words = self.tr("Offline since {time}").format(time=clock(since))
        if waiting:
            words += " · " + self.tr("%n action(s) kept here", "", waiting)
        self._show("offline", words, "offline", current().tokens.offline)

    @property
    def words(self) -> str:
        """What is shown."""
        return self._words.text()

    def _show(self, icon_name: str, words: str, state: str, colour: str) -> None:
        set_icon(self._icon, icon_name, colour, self._side())
        self._words.setText(words)
        restyle(self._words, state=state)
        self.setAccessibleName(words)

    def _side(self) -> int:
        return round(current().scale.font("caption") * 1.2)
