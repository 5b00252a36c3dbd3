"""Commands that central could not carry out and keeps to try again: what became of them in the end."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec

from desktop.errors import Refused
from desktop.services.command import Status
from desktop.sync.journal.journal import Journal
from desktop.sync.wire.link import Link

EVERY = timedelta(minutes=3)
AT_ONCE = 20
_log = logging.getLogger(__name__)


class Parked:
    """Asks about each now and then; an ending replaces "parked" and is shown to staff anew."""

    def __init__(self, link: Link, journal: Journal, clock: Callable[[], datetime]) -> None:
        self._link = link
        self._journal = journal
        self._clock = clock
        self._asked_at: datetime | None = None

    def ask(self) -> bool:
        """Whether anything ended; asks only every few minutes. Raises Offline."""
        now = self._clock()
        if self._asked_at is not None and abs(now - self._asked_at) < EVERY:
            return False
        self._asked_at = now
        return any([self._ended(seq, key) for seq, key in self._journal.unseen.parked(AT_ONCE)])

    def _ended(self, seq: int, key: bytes) -> bool:
        try:
            result = self._link.outcome(key)
        except Refused as refusal:
            _log.error("central does not know parked command %d: %s", seq, refusal.code)
            return False
        if result.status in (Status.DEFERRED, Status.RETRY) or result.key != key:
            return False
        self._journal.note_outcomes([msgspec.structs.replace(result, seq=seq)])
        return True
