"""How this station stands with central, in sentences: the worst first."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop.sync.standing import Damage, SyncStatus
from desktop.views.common.words import moment
from desktop.views.counter.kit.facts import fact
from desktop.views.counter.kit.pile import Pile

CLOCK_TOLERANCE_MS: Final = 120_000
"""Two minutes: less is ordinary, more puts wrong times on receipts."""


class StandingLines(Pile):
    """One line for each thing that staff may wonder about."""

    def show_status(self, status: SyncStatus, now: datetime | None, refused_files: int) -> None:
        self.refill(*self._alarms(status), *self._refused(refused_files), *self._facts(status, now))

    def _alarms(self, status: SyncStatus) -> Iterator[QWidget]:
        support = self.tr("Call the support.")
        if status.revoked:
            words = self.tr("Central does not admit this station any more.")
            yield fact("error", "danger", f"{words} {support}")
        if status.unreadable:
            words = self.tr("This station's record cannot be read: restart the station.")
            yield fact("error", "danger", words)
        if status.storage_full:
            words = self.tr("This station's disk is full: no money can be taken until there is room.")
            yield fact("error", "danger", f"{words} {support}")
        if status.damage is not None:
            yield self._damage(status.damage)
        if abs(status.clock_ahead_ms) > CLOCK_TOLERANCE_MS:
            minutes = round(abs(status.clock_ahead_ms) / 60_000)
            ahead = self.tr("This station's clock is %n minute(s) fast.", "", minutes)
            behind = self.tr("This station's clock is %n minute(s) slow.", "", minutes)
            yield fact("clock", "attention", ahead if status.clock_ahead_ms > 0 else behind)

    def _refused(self, files: int) -> Iterator[QWidget]:
        if files:
            words = self.tr("Central did not take %n photo(s): ask the tenant for them again.", "", files)
            yield fact("photo", "attention", words)

    def _damage(self, damage: Damage) -> QWidget:
        if damage.complete:
            words = self.tr("This station's record was damaged; everything in it could be saved.")
            return fact("warning", "attention", words)
        if damage.gone:
            words = self.tr("This station's record was gone: what central had not received yet may be lost.")
            more = self.tr("Keep the copies of the receipts. Call the support before the till is counted.")
            return fact("error", "danger", f"{words} {more}")
        missing = sum(last - first + 1 for first, last in damage.missing) + len(damage.aside)
        words = self.tr("This station's record was damaged: %n action(s) could not be read.", "", missing)
        more = self.tr("Central has {known} of them. Call the support before the till is counted.")
        return fact("error", "danger", f"{words} {more.format(known=len(damage.at_central))}")

    def _facts(self, status: SyncStatus, now: datetime | None) -> Iterator[QWidget]:
        yield self._reach(status, now)
        if status.waiting:
            words = self.tr("%n action(s) kept here, not confirmed yet.", "", status.waiting)
            yield fact("sync", "action", words)
        else:
            yield fact("check-circle", "success", self.tr("Everything done here has arrived."))
        if status.files_waiting:
            yield fact("photo", "action", self.tr("%n photo(s) on their way.", "", status.files_waiting))
        if status.fetched_rows is not None:
            done, total = status.fetched_rows
            words = self.tr("The agency's files are being fetched: {share} %.")
            yield fact("download", "action", words.format(share=100 * done // max(total, 1)))
        if status.as_of is not None and now is not None:
            words = self.tr("The files here are as central's were {when}.")
            yield fact("clock", "muted", words.format(when=moment(status.as_of, now)))

    def _reach(self, status: SyncStatus, now: datetime | None) -> QWidget:
        if status.online:
            return fact("cloud", "success", self.tr("Central can be reached."))
        words = self.tr("Central cannot be reached.")
        if status.offline_since is not None and now is not None:
            when = moment(status.offline_since, now)
            words = self.tr("Central has not answered since {when}.").format(when=when)
        more = self.tr("All work goes on here; only the activation of an account at the kiosk waits.")
        return fact("offline", "offline", f"{words} {more}")
