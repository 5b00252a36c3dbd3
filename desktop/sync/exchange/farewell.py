"""Handing over what may not be said the ordinary way: a revoked station's commands, evidence behind a gap."""

import logging
from collections.abc import Callable

import msgspec
from uuid_utils import uuid7

from desktop.protocol.messages import Envelope, QuarantineAnswer, QuarantineRequest
from desktop.sync.cache.replica import Replica
from desktop.sync.exchange.admission import Admission, HandedOver
from desktop.sync.journal.evidence import Evidence
from desktop.sync.journal.journal import Journal
from desktop.sync.wire.link import Link

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
        proof: Callable[[], str],
    ) -> None:
        self._link = link
        self._journal = journal
        self._replica = replica
        self._proof = proof
        self._admission = admission
        self._evidence = Evidence(journal)

    def say(self) -> None:
        """Central admits this station no more: hands over what it never answered, then erases the cache.

        What it handed over stays here, for no work, until a proven backup of central holds it: a restore
        could take it from there. May be said again at any time. Raises Offline: then nothing more is erased.
        """
        self._admission.revoke()
        if self._admission.is_emptied and not self._journal.head:
            return
        durable = self._hand_over_all()
        if not self._admission.is_erased:
            self._replica.erase()
            self._admission.erased()
            _log.error("this station was revoked: its commands are with central, its rows are erased")
        handed = self._admission.handed_over()
        if 0 < handed.ver <= durable and not handed.lacking and not self._evidence.waiting(1):
            self._empty(handed)

    def hand_in_evidence(self) -> bool:
        """Commands that a salvage found outside the chain: central keeps them, or says it performed them.

        Whether there were any.
        """
        any_waited = False
        while waiting := self._evidence.waiting(BATCH):
            any_waited = True
            kept = self._hand_over(waiting).kept
            self._evidence.at_central(kept)
            if not kept:
                break
        return any_waited

    def _hand_over_all(self) -> int:
        """Sends until central holds every command; returns up to which a proven backup holds them."""
        while True:
            handed = self._admission.handed_over()
            if self.hand_in_evidence():
                handed = msgspec.structs.replace(handed, ver=0)
            waiting = self._journal.after(handed.seq, BATCH)
            answer = self._hand_over(waiting)
            if handed.epoch not in ("", answer.epoch):
                # Central was restored: it may lack what it had, be it performed or handed over.
                self._evidence.tell_again()
                self._admission.hand_over(HandedOver(answer.epoch, 0))
                continue
            lacking = handed.lacking or not {envelope.key for envelope in waiting} <= {*answer.kept}
            if waiting or not handed.ver:
                seq = waiting[-1].seq if waiting else handed.seq
                self._admission.hand_over(HandedOver(answer.epoch, seq, answer.ver, lacking))
            if not waiting:
                return answer.durable

    def _hand_over(self, envelopes: list[Envelope]) -> QuarantineAnswer:
        incarnation = (self._journal.meta("incarnation") or b"").decode()
        return self._link.quarantine(QuarantineRequest(self._proof(), incarnation, envelopes))

    def _empty(self, handed: HandedOver) -> None:
        """Empties the journal, which a proven backup holds whole. Its key goes at the next start."""
        with self._replica.writing:
            if self._journal.head > handed.seq:
                return
            self._journal.empty()
            self._journal.set_meta("incarnation", str(uuid7()).encode())
            self._admission.hand_over(HandedOver())
            self._admission.emptied()
            self._replica.erase()
        _log.error("a proven backup holds what this station handed over: its commands are erased")
