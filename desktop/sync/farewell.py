"""Handing over what may not be said the ordinary way: a revoked station's commands, evidence behind a gap."""

import logging
from collections.abc import Callable
from datetime import datetime

from desktop.protocol.messages import Envelope, QuarantineRequest
from desktop.security.device_key import client_assertion
from desktop.sync.admission import HANDED_OVER, Admission
from desktop.sync.evidence import Evidence
from desktop.sync.journal import Journal
from desktop.sync.link import Link
from desktop.sync.replica import Replica

BATCH = 200
_log = logging.getLogger(__name__)


class Farewell:
    """Central keeps what is handed over and performs none of it unseen; a person there decides."""

    def __init__(
        self,
        link: Link,
        journal: Journal,
        replica: Replica,
        admission: Admission,
        device: tuple[str, bytes],
        clock: Callable[[], datetime],
    ) -> None:
        self._link = link
        self._journal = journal
        self._replica = replica
        self._device_id, self._private_key = device
        self._clock = clock
        self._admission = admission
        self._evidence = Evidence(journal)

    def say(self) -> None:
        """Central admits this station no more: hands over what it never answered, then erases the cache.

        May be said again at any time. Raises Offline: then nothing is erased yet.
        """
        self._admission.revoke()
        self.hand_in_evidence()
        while waiting := self._journal.after(self._handed(), BATCH):
            self._hand_over(waiting)
            self._journal.set_meta(HANDED_OVER, str(waiting[-1].seq).encode())
        if not self._admission.is_erased:
            self._replica.erase()
            self._admission.erased()
            _log.error("this station was revoked: its commands are with central, its rows are erased")

    def hand_in_evidence(self) -> None:
        """Commands that a salvage found outside the chain: central keeps them, or says it performed them."""
        while waiting := self._evidence.waiting(BATCH):
            kept = self._hand_over(waiting)
            self._evidence.at_central(kept)
            if not kept:
                break

    def _handed(self) -> int:
        return max(int(self._journal.meta(HANDED_OVER) or 0), self._journal.told)

    def _hand_over(self, envelopes: list[Envelope]) -> set[bytes]:
        life = (self._journal.meta("incarnation") or b"").decode()
        now = self._clock()
        assertion = client_assertion(self._private_key, self._device_id, "guichet-central", now)
        return self._link.quarantine(QuarantineRequest(assertion, life, envelopes))
