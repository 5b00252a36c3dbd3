"""Which incarnation of this device speaks to central, and what one that lost some of it is told again."""

import logging

from uuid_utils import uuid7

from desktop.errors import Offline, Refused
from desktop.protocol.lives import begun_by
from desktop.services.command import Status
from desktop.sync.cache.replica import Replica
from desktop.sync.journal.journal import Journal
from desktop.sync.journal.undone import refusal_in
from desktop.sync.wire.link import Answer, Link

_log = logging.getLogger(__name__)


class Incarnation:
    """A disk that was put back finds its numbers taken: it goes on as another one, with the same keys.

    `name` is what central knows it by.
    """

    def __init__(self, link: Link, journal: Journal, replica: Replica, first: str) -> None:
        self._link = link
        self._journal = journal
        self._replica = replica
        self.name = (journal.meta("incarnation") or first.encode()).decode()

    def notice_another(self, answer: Answer) -> None:
        """Begins a new one when the last command that central heard of this one is not in the journal."""
        end = answer.delta.end
        if end.told_seq is not None and not self._journal.holds(end.told_seq, end.told_hash):
            self._begin()

    def mend(self, refusal: Refused) -> bool:
        """Whether the refusal is about what central knows of us, so that telling it again helps."""
        if refusal.code == "restored":
            self._journal.keeping.restored(str(refusal.facts["epoch"]))
            return True
        if refusal.code == "fork":
            self._begin()
            return True
        if refusal.code == "forgotten":
            self._tell_again(int(refusal.facts["held"]))
            return True
        return False

    def hand_in(self) -> None:
        """Sends again, before the journal's commands, what only central could do and lost in a restore.

        Raises Offline while central fails at it.
        """
        for request in self._journal.keeping.to_hand_in():
            try:
                result = self._link.hand_in(request)
            except Refused as refusal:
                refused = refusal.code
            else:
                if result.status in (Status.RETRY, Status.DEFERRED):
                    raise Offline("central_failing")
                refused = refusal_in(result)
            if refused:
                _log.error("central does not do request %s again: %s", request.key.hex(), refused)
            self._journal.keeping.handed_in(request.key, refused)

    def _begin(self) -> None:
        """Another incarnation of this device spoke under our numbers: begin a new one, with the same keys."""
        _log.error("another incarnation of this station spoke to central: a new one begins")
        self.name = str(uuid7())
        self._journal.begin_life(self.name, begun_by(self.name))

    def _tell_again(self, held: int) -> None:
        """Central was restored from an older copy: what it lost is sent again, its rows are fetched anew."""
        _log.error("central holds our commands up to %d, and told of %d", held, self._journal.told)
        if held >= self._journal.told:
            # Not our commands, then, but those of another incarnation.
            self._begin()
            held = 0
        self._replica.distrust()
        self._journal.keeping.restored("")
        self._journal.reopen(held)
