"""One round with central and what goes with it: a station that was revoked, commands parked, a full disk."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial

from desktop.errors import NotAllowed, Offline, StoreFull
from desktop.sync.cache.replica import Replica
from desktop.sync.exchange import readmission
from desktop.sync.exchange.admission import Admission
from desktop.sync.exchange.calendar import explained, milliseconds_behind
from desktop.sync.exchange.conversation import EVERYTHING, Conversation
from desktop.sync.exchange.farewell import Farewell
from desktop.sync.exchange.parked import Parked
from desktop.sync.journal.journal import Journal
from desktop.sync.wire.link import Link


class Rounds:
    """What the engine repeats. `tell` hears which tables changed.

    `proof` makes a fresh proof of who this station is.
    """

    def __init__(
        self,
        conversation: Conversation,
        *,
        link: Link,
        journal: Journal,
        replica: Replica,
        proof: Callable[[], str],
        enrolment_receipt: str,
        tell: Callable[[frozenset[str]], None],
        clock: Callable[[], datetime],
    ) -> None:
        self._replica = replica
        self._journal = journal
        self._conversation = conversation
        self._tell = tell
        self._clock = clock
        self._ask_to_be_known = partial(readmission.ask, link, proof, enrolment_receipt)
        self.admission = Admission(journal)
        self._parked = Parked(link, journal, clock)
        self._farewell = Farewell(link, journal, replica, self.admission, proof)

    def run(self) -> bool:
        """True when there is more to do. Raises Offline, NotAllowed, Refused, StoreFull."""
        self._try_to_write_again()
        try:
            more = self._conversation.exchange()
            self.admission.admit()
            self._farewell.hand_in_evidence()
            if self._parked.ask():
                self._tell(frozenset())
        except NotAllowed as refusal:
            if refusal.code == "device_revoked":
                self._farewell.say()
                self._tell(EVERYTHING)
            if refusal.code == "device_unknown":
                self._ask_to_be_known()
            raise
        except Offline as failure:
            behind = milliseconds_behind(self._clock())
            if behind:
                self._conversation.clock_ahead_ms = -behind
            raise explained(failure, self._clock()) from failure
        except StoreFull:
            self._replica.make_room()
            raise
        return more

    def _try_to_write_again(self) -> None:
        """Writes a small fact while the disk counts as full: only a success tells that there is room."""
        if self._journal.is_full:
            with suppress(StoreFull):
                self._journal.set_meta("tried_to_write", b"1")
