"""Performing commands with authority: each one exactly once, in order, whatever is sent again."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.central.commands import swift
from desktop.central.commands.chains import Forgotten, Fork, chain_of, moment, open_chain, proven
from desktop.central.commands.records import Records, as_sent
from desktop.central.commands.storable import NOT_STORABLE, is_unstorable, storable
from desktop.central.commands.trouble import is_of_the_store
from desktop.central.database.agency_write import Work, agency_write
from desktop.central.database.tables import CommandRecord, DeviceChain, Failure
from desktop.central.files import blobs
from desktop.central.store import Store
from desktop.errors import GuichetError, NotAllowed, Refused
from desktop.models.device import Device
from desktop.protocol.chain import command_hash
from desktop.protocol.messages import Envelope, PerformRequest, Result
from desktop.services import catalogue
from desktop.services.access import activation
from desktop.services.command import Context, Done, Run, Status
from desktop.services.requests import requests

PARK_AFTER_ATTEMPTS = 5
PARK_AFTER = timedelta(minutes=10)
FOLLOWS_ITS_LEASE = frozenset({"payment.take", "charge.start", "charge.settle", "charge.resolve"})
"""Money that changed hands is booked where the lease is now, were it in another agency since."""

MOST_ONE_BY_ONE = 250
"""So many commands are performed with care under one lock."""

_NOTHING = msgspec.msgpack.encode(None)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Performed:
    """The results to send back, and the versions that moved, for the pokes."""

    results: list[Result]
    versions: dict[str, int]


def perform_batch(
    store: Store,
    device: Device,
    incarnation: str,
    envelopes: Iterable[Envelope],
    now: datetime,
    told: bytes = b"",
) -> Performed:
    """Performs what is new among `envelopes`, in one transaction over the device's agency.

    A command already known answers what it answered before. Raises Fork, with nothing done, when this life of
    the device contradicts what it said earlier, and Forgotten when what came before them is not here.
    """
    with agency_write(store.database, {device.agency_id}) as work:
        batch = _Batch(store, work, device, incarnation, now)
        results = batch.run(sorted(envelopes, key=lambda envelope: envelope.seq), told)
    return Performed(results, work.versions)


def perform_now(store: Store, device: Device, request: PerformRequest, now: datetime) -> Performed:
    """Performs a command that only central can carry out; known by its key: asking twice does it once."""
    envelope = _unchained(device, request)
    with agency_write(store.database, {device.agency_id}) as work:
        batch = _Batch(store, work, device, "central", now)
        batch.recall([envelope])
        result = batch.known(envelope) or batch.perform(envelope, catalogue.Where.CENTRAL)
    return Performed([result], work.versions)


def perform_again(work: Work, store: Store, device: Device, parked: CommandRecord, now: datetime) -> Result:
    """Performs a parked command anew, by the same key; its outcome takes the place of the old one.

    Raises Refused: command_not_parked, and command_still_broken; then `work` must be undone.
    """
    gone = delete(CommandRecord).where(
        CommandRecord.key == parked.key, CommandRecord.status == Status.DEFERRED
    )
    if work.session.execute(gone.returning(CommandRecord.key)).scalar() is None:
        raise Refused("command_not_parked", key=parked.key.hex())
    batch = _Batch(store, work, device, parked.incarnation, now)
    result = batch.perform(as_sent(parked), catalogue.Where.ANYWHERE)
    if result.status in (Status.RETRY, Status.DEFERRED):
        raise Refused("command_still_broken", key=parked.key.hex())
    batch.count_receipts()
    work.session.execute(delete(Failure).where(Failure.key == parked.key))
    return result


def perform_alone(
    work: Work, store: Store, device: Device, incarnation: str, envelope: Envelope, now: datetime
) -> Result:
    """Performs one command of a station that speaks no more; one that is known answers what it answered."""
    batch = _Batch(store, work, device, incarnation, now)
    batch.recall([envelope])
    result = batch.known(envelope) or batch.perform(envelope, catalogue.Where.ANYWHERE)
    batch.count_receipts()
    return result


class _Batch:
    """The careful path, one command after the other, is the reference; `swift` must end exactly like it."""

    def __init__(self, store: Store, work: Work, device: Device, incarnation: str, now: datetime) -> None:
        self._store = store
        self._work = work
        self._session: Session = work.session
        self._device = device
        self._now = now
        self._receipts = 0
        self._records = Records(work, device, incarnation, now)
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
        new = [envelope for envelope in envelopes if self._records.outcome(envelope.key) is None]
        self._proven = proven(self._device, new)
        for run in swift.runs(envelopes):
            results += self._swiftly(chain, run) or self._one_by_one(chain, run)
            if results[-1].seq != run[-1].seq or results[-1].status == Status.RETRY:
                break
        chain.receipts, chain.last_seen_at = max(chain.receipts, self._receipts), self._now
        return results

    def count_receipts(self) -> None:
        """No other life of the device may give the numbers that these commands gave."""
        chain = chain_of(self._session, self._device, self._incarnation)
        if chain is not None:
            chain.receipts = max(chain.receipts, self._receipts)

    def recall(self, envelopes: list[Envelope]) -> None:
        """Looks up, at once, which of these commands central has."""
        self._records.recall(envelopes)

    def _swiftly(self, chain: DeviceChain, run: list[Envelope]) -> list[Result]:
        """The results of a run performed at once; none when one of it is unusual, so that care is needed."""
        if not swift.is_plain(run, chain, self._proven) or any(map(self.known, run)):
            return []
        results = swift.perform(self._session, run, self._context, self._records)
        if results:
            chain.last_seq, chain.last_hash = run[-1].seq, run[-1].hash
            self._receipts = max(self._receipts, swift.receipts(run, results))
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
            return self._keep(envelope, Status.REJECTED, "proof_wrong", _NOTHING)
        if not storable(envelope):
            return self._keep(envelope, Status.REJECTED, NOT_STORABLE, _NOTHING)
        return self.perform(envelope, catalogue.Where.ANYWHERE)

    def known(self, envelope: Envelope) -> Result | None:
        """The stored result of a command that central has; another command under its key is rejected."""
        outcome = self._records.outcome(envelope.key)
        if outcome is None:
            return None
        if outcome.hash != envelope.hash:
            _log.error("command %s came again with other content", envelope.key.hex())
            return Result(envelope.seq, envelope.key, Status.REJECTED, "key_reused", _NOTHING)
        return msgspec.structs.replace(outcome.result, seq=envelope.seq)

    def perform(self, envelope: Envelope, where: catalogue.Where) -> Result:
        """Runs the service in a savepoint; a refusal is an outcome, a broken service a RETRY or parked."""
        nested = self._session.begin_nested()
        try:
            done = self._serve(envelope, where)
            self._session.flush()
            result = msgspec.msgpack.encode(done.result)
            nested.commit()
        except (Refused, NotAllowed) as refusal:
            nested.rollback()
            if self._may_follow(envelope, refusal):
                return self.perform(envelope, where)
            facts = msgspec.msgpack.encode(refusal.facts or None, enc_hook=str)
            return self._keep(envelope, Status.REJECTED, refusal.code, facts)
        except Exception as error:
            if is_of_the_store(error):
                raise
            nested.rollback()  # one broken service must not stop the queue
            if is_unstorable(error):
                return self._keep(envelope, Status.REJECTED, NOT_STORABLE, _NOTHING)
            return self._broken(envelope, error)
        if done.result and "receipt_id" in done.result:
            self._receipts = max(self._receipts, envelope.receipt_no)
        return self._keep(envelope, done.status, done.warning, result)

    def _may_follow(self, envelope: Envelope, refusal: GuichetError) -> bool:
        """Opens the scope that the lease moved to, for what already happened."""
        moved = refusal.code == "scope_not_yours" and envelope.kind in FOLLOWS_ITS_LEASE
        return moved and self._work.join(str(refusal.facts["scope"]))

    def _serve(self, envelope: Envelope, where: catalogue.Where) -> Done:
        command = catalogue.decode(envelope.kind, envelope.version, envelope.body)
        entry = catalogue.CATALOGUE[type(command)]
        if entry.where is not where:
            raise NotAllowed("wrong_place", kind=entry.kind)
        done = entry.service(self._session, command, self._context(envelope))
        if isinstance(command, activation.ActivateAccount) and done.result and "account" in done.result:
            self._session.flush()
            # The file now enters the kiosks' shape: its rows must travel though nothing in them changed.
            self._work.restamp(activation.rows_of_lease(self._session, done.result["account"]))
        if isinstance(command, requests.OpenRequest):
            self._session.flush()
            digests = [photo.sha256 for photo in command.photos]
            blobs.mark_arrived(self._session, self._device.agency_id, digests)
        return done

    def _context(self, envelope: Envelope) -> Context:
        return Context(
            key=UUID(bytes=envelope.key),
            actor=envelope.actor,
            device_id=self._device.id,
            device_code=self._device.code,
            agency_id=self._device.agency_id,
            at=moment(envelope.occurred_at),
            receipt_no=envelope.receipt_no,
            run=Run.AUTHORITY,
            pepper=self._store.vault.pepper,
        )

    def _keep(self, envelope: Envelope, status: Status, code: str | None, result: bytes) -> Result:
        ended = Result(envelope.seq, envelope.key, status, code, result)
        (told,) = self._records.keep([(envelope, ended)])
        return told

    def _broken(self, envelope: Envelope, error: Exception) -> Result:
        _log.error("command %s of %s broke its service", envelope.key.hex(), envelope.kind, exc_info=error)
        failure = self._session.scalar(select(Failure).where(Failure.key == envelope.key))
        if failure is None:
            failure = Failure(key=envelope.key, attempts=0, first_at=self._now, reason="")
            self._session.add(failure)
        failure.attempts += 1
        failure.first_at = min(failure.first_at, self._now)  # a clock that was ahead was set right
        failure.reason = type(error).__name__
        long_enough = self._now - failure.first_at >= PARK_AFTER
        if failure.attempts >= PARK_AFTER_ATTEMPTS and long_enough and envelope.previous:
            return self._keep(envelope, Status.DEFERRED, "parked", _NOTHING)
        return Result(envelope.seq, envelope.key, Status.RETRY, None, _NOTHING)


def _unchained(device: Device, request: PerformRequest) -> Envelope:
    """A command of no journal, without proof; by its hash, of version 1 for ever, it is known when asked again."""
    bare = Envelope(
        seq=0,
        key=request.key,
        kind=request.kind,
        version=request.version,
        body=request.body,
        occurred_at=request.occurred_at,
        actor=request.actor,
        receipt_no=0,
        previous=b"",
        hash=b"",
        signature=b"",
    )
    return msgspec.structs.replace(bare, hash=command_hash(b"", device.id, bare))
