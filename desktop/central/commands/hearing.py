"""What one station says at once: its chain followed link by link, what is known told again."""

import logging
from datetime import datetime

import msgspec
from sqlalchemy.orm import Session

from desktop.central.commands import swift
from desktop.central.commands.authority import NOTHING, Authority
from desktop.central.commands.chains import Forgotten, Fork, chain_of, is_another_life, open_chain, proven
from desktop.central.commands.records import Records
from desktop.central.database.agency_write import Work
from desktop.central.database.tables import DeviceChain
from desktop.central.store import Store
from desktop.models.device import Device
from desktop.protocol.messages import Envelope, Result
from desktop.services.command import Status
from desktop.services.entry import Where
from desktop.services.warnings import warn_of_another_life

MOST_ONE_BY_ONE = 250
"""So many commands are performed with care under one lock."""

_log = logging.getLogger(__name__)


class Hearing:
    """The careful path, one command after the other, is the reference; `swift` must end exactly like it."""

    def __init__(self, store: Store, work: Work, device: Device, incarnation: str, now: datetime) -> None:
        self._store = store
        self._session: Session = work.session
        self._device = device
        self._now = now
        self._records = Records(work, device, incarnation, now)
        self._authority = Authority(store, work, device, now, self._records)
        self._incarnation = incarnation
        self._proven: set[Envelope] = set()
        self._left = MOST_ONE_BY_ONE

    def run(self, envelopes: list[Envelope], told: bytes) -> list[Result]:
        results: list[Result] = []
        if not envelopes:
            return results
        self._store.database.asks_by_keys(self._session)
        self.recall(envelopes)
        chain = open_chain(self._session, self._device, self._incarnation, envelopes[0], told, self._now)
        if is_another_life(self._session, chain):
            warn_of_another_life(self._session, self._device, self._incarnation, self._now)
        new = [envelope for envelope in envelopes if self._records.outcome(envelope.key) is None]
        self._proven = proven(self._device, new)
        for run in swift.runs(envelopes):
            results += self._swiftly(chain, run) or self._one_by_one(chain, run)
            if results[-1].seq != run[-1].seq or results[-1].status == Status.RETRY:
                break
        chain.receipts, chain.last_seen_at = max(chain.receipts, self._authority.receipts), self._now
        return results

    def count_receipts(self) -> None:
        """No other incarnation of the device may give the numbers that these commands gave."""
        chain = chain_of(self._session, self._device, self._incarnation)
        if chain is not None:
            chain.receipts = max(chain.receipts, self._authority.receipts)

    def recall(self, envelopes: list[Envelope]) -> None:
        """Looks up, at once, which of these commands central has."""
        self._records.recall(envelopes)

    def _swiftly(self, chain: DeviceChain, run: list[Envelope]) -> list[Result]:
        """The results of a run performed at once; none when one of it is unusual, so that care is needed."""
        if not swift.is_plain(run, chain, self._proven) or any(map(self.known, run)):
            return []
        results = swift.perform(self._session, run, self._authority, self._records)
        if results:
            chain.last_seq, chain.last_hash = run[-1].seq, run[-1].hash
            self._authority.gave(swift.receipts(run, results))
        return results

    def _one_by_one(self, chain: DeviceChain, run: list[Envelope]) -> list[Result]:
        """Stops at a RETRY, and when the lock was held long enough: the station sends the rest again."""
        results: list[Result] = []
        for envelope in run:
            results.append(self._next(chain, envelope))
            self._left -= 1
            if results[-1].status == Status.RETRY or self._left <= 0:
                break
        return results

    def _next(self, chain: DeviceChain, envelope: Envelope) -> Result:
        known = self.known(envelope)
        if envelope.seq <= chain.last_seq:
            if known is None:
                raise Fork
            return known
        if envelope.seq != chain.last_seq + 1:
            raise Forgotten(held=chain.last_seq)
        if envelope.previous != chain.last_hash:
            raise Fork
        result = known or self._first_time(envelope)
        if result.status != Status.RETRY:
            chain.last_seq, chain.last_hash = envelope.seq, envelope.hash
        return result

    def _first_time(self, envelope: Envelope) -> Result:
        """A command without its proof is refused like any other: the queue must not wait for ever."""
        if envelope not in self._proven:
            _log.error("command %s bears no proof of device %s", envelope.key.hex(), self._device.id)
            return self._authority.keep(envelope, Status.REJECTED, "proof_wrong", NOTHING)
        return self.perform(envelope, Where.ANYWHERE)

    def known(self, envelope: Envelope) -> Result | None:
        """The stored result of a command that central has; another command under its key is rejected."""
        outcome = self._records.outcome(envelope.key)
        if outcome is None:
            return None
        if outcome.hash != envelope.hash:
            _log.error("command %s came again with other content", envelope.key.hex())
            return Result(envelope.seq, envelope.key, Status.REJECTED, "key_reused", NOTHING)
        return msgspec.structs.replace(outcome.result, seq=envelope.seq)

    def perform(
        self, envelope: Envelope, where: Where, *, decided: bool = False, judged: object = None
    ) -> Result:
        """As `Authority.perform`, for a command that is not known yet; `judged` as its entry says."""
        self._authority.judged = judged
        return self._authority.perform(envelope, where, decided=decided)
