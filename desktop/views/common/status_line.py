"""One line that tells how this station stands with central, and of when its balances are."""

from datetime import datetime
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.sync.standing import SyncStatus
from desktop.views.common.icons import picture, set_icon
from desktop.views.common.labels import text
from desktop.views.common.theme import current, restyle
from desktop.views.common.words import moment

LARGE: Final = 1.5
"""From this size of text on the line may become two."""


class StatusLine(QWidget):
    """In sync, so many waiting, or offline since a time; the worst that is true is said."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = picture("cloud", size=self._side())
        self._words: QLabel = text("", "caption", wrap=current().scale.text >= LARGE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().scale.space(1))
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        self._show("sync", self.tr("Connecting"), "muted")

    def show_status(self, status: SyncStatus, now: datetime, *, public: bool = False) -> None:
        """Say how the station stands; to the `public` without what only staff can read anything from."""
        waiting = 0 if public else status.waiting
        broken = self._broken(status)
        if broken:
            self._show("error", self.tr("Out of service") if public else broken, "danger")
        elif status.fetched_rows is not None:
            done, total = status.fetched_rows
            share = 100 * done // max(total, 1)
            self._show("download", self.tr("Fetching the files: {share} %").format(share=share), "action")
        elif not status.online:
            words = self._offline(status, now)
            if waiting:
                words += " · " + self.tr("%n action(s) kept here", "", waiting)
            self._show("offline", words if public else self._with_balances(words, status, now), "offline")
        elif status.update_needed:
            words = "" if public else self.tr("Update needed. What you do here is sent")
            self._show("sync" if public else "warning", self._with_balances(words, status, now), "offline")
        elif waiting:
            words = self.tr("%n action(s) being sent", "", waiting)
            self._show("sync", self._with_balances(words, status, now), "action")
        else:
            words = self.tr("Up to date")
            self._show("check-circle", words if public else self._with_balances(words, status, now), "muted")

    @property
    def words(self) -> str:
        return self._words.text()

    def _broken(self, status: SyncStatus) -> str:
        """Why nothing can be done here, for staff; empty while something can."""
        if status.revoked:
            return self.tr("This station is closed")
        if status.unreadable:
            return self.tr("Record unreadable: restart the station")
        return self.tr("Disk full: no payment can be taken") if status.storage_full else ""

    def _offline(self, status: SyncStatus, now: datetime) -> str:
        if status.offline_since is None:
            return self.tr("Offline")
        return self.tr("Offline since {when}").format(when=moment(status.offline_since, now))

    def _with_balances(self, words: str, status: SyncStatus, now: datetime) -> str:
        if status.balances_as_of is None:
            return words
        balances = self.tr("balances of {when}").format(when=moment(status.balances_as_of, now))
        return f"{words} · {balances}" if words else balances

    def _show(self, icon_name: str, words: str, state: str) -> None:
        set_icon(self._icon, icon_name, getattr(current().tokens, state), self._side())
        self._words.setText(words)
        restyle(self._words, state=state)
        self.setAccessibleName(words)

    def _side(self) -> int:
        return round(current().scale.font("caption") * 1.2)
