"""Performing commands with authority: each one exactly once, in order, whatever is sent again."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from desktop.central import blobs
from desktop.central.agency_write import Work, agency_write
from desktop.central.store import Store
from desktop.central.tables import CommandRecord, DeviceChain, Failure
from desktop.errors import NotAllowed, Refused
from desktop.models.device import Device
from desktop.models.everything import GLOBAL_SCOPE
from desktop.protocol.chain import command_hash
from desktop.protocol.messages import Envelope, PerformRequest, Result
from desktop.security.device_key import verify
from desktop.services import activation, catalogue, requests
from desktop.services.command import Context, Done, Stage, Status

PARK_AFTER_ATTEMPTS = 5
PARK_AFTER = timedelta(minutes=10)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Performed:
    """The results to send back, and the versions that moved, for the pokes."""

    results: list[Result]
    versions: dict[str, int]


class Fork(Refused):
    """Two lives of one device told different things under the same number."""

    def __init__(self) -> None:
        super().__init__("fork")


def perform_batch(
    store: Store, device: Device, incarnation: str, envelopes: Iterable[Envelope], now: datetime
) -> Performed:
    """Performs what is new among `envelopes`, in one transaction over the device's agency.

    A command already known answers what it answered before. Raises Fork, with nothing done, when this life of
    the device contradicts what it said earlier.
    """
    with agency_write(store.database, {device.agency_id, GLOBAL_SCOPE}) as work:
        batch = _Batch(store, work, device, incarnation, now)
        results = batch.run(sorted(envelopes, key=lambda envelope: envelope.seq))
    return Performed(results, work.versions)


def perform_now(store: Store, device: Device, request: PerformRequest, now: datetime) -> Performed:
    """Performs a command that only central can carry out; known by its key: asking twice does it once."""
    envelope = _unchained(device, request)
    with agency_write(store.database, {device.agency_id, GLOBAL_SCOPE}) as work:
        batch = _Batch(store, work, device, "central", now)
        result = batch.known(envelope) or batch.perform(envelope, catalogue.Place.CENTRAL)
    return Performed([result], work.versions)


class _Batch:
    def __init__(self, store: Store, work: Work, device: Device, incarnation: str, now: datetime) -> None:
        self._store = store
        self._work = work
        self._session: Session = work.session
        self._device = device
        self._incarnation = incarnation
        self._now = now

    def run(self, envelopes: list[Envelope]) -> list[Result]:
        results: list[Result] = []
        chain = self._chain(envelopes)
        for envelope in envelopes:
            if chain is None:
                break
            result = self._next(chain, envelope)
            if result is None:
                break
            results.append(result)
            if result.status == Status.RETRY:
                break
        return results

    def _chain(self, envelopes: list[Envelope]) -> DeviceChain | None:
        chain = self._session.get(DeviceChain, (self._device.id, self._incarnation))
        if chain is None and envelopes:
            first = envelopes[0]
            chain = DeviceChain(
                device_id=self._device.id,
                incarnation=self._incarnation,
                first_seq=first.seq,
                last_seq=first.seq - 1,
                last_hash=first.previous,
                last_seen_at=self._now,
            )
            self._session.add(chain)
        if chain is not None:
            chain.last_seen_at = self._now
        return chain

    def _next(self, chain: DeviceChain, envelope: Envelope) -> Result | None:
        known = self.known(envelope)
        if envelope.seq <= chain.last_seq:
            if known is None:
                raise Fork
            return known
        if envelope.seq != chain.last_seq + 1:
            return None
        self._check_proof(chain, envelope)
        result = known or self.perform(envelope, catalogue.Place.ANYWHERE)
        if result.status != Status.RETRY:
            chain.last_seq, chain.last_hash = envelope.seq, envelope.hash
        return result

    def known(self, envelope: Envelope) -> Result | None:
        """The stored result of a command that central has. Raises Fork for the same key, other content."""
        record = self._session.get(CommandRecord, envelope.key)
        if record is None:
            return None
        if record.hash != envelope.hash:
            raise Fork
        return Result(envelope.seq, record.key, record.status, record.code, record.result)

    def perform(self, envelope: Envelope, place: catalogue.Place) -> Result:
        """Runs the service within a savepoint; a refusal is an outcome, a broken service a RETRY or parked."""
        nested = self._session.begin_nested()
        try:
            done = self._serve(envelope, place)
            self._session.flush()
            nested.commit()
            status, code, result = done.status, done.warning, done.result
        except (Refused, NotAllowed) as refusal:
            nested.rollback()
            status, code, result = Status.REJECTED, refusal.code, refusal.facts or None
        except OperationalError:
            raise
        except Exception as error:  # noqa: BLE001 - one broken service must not stop the queue
            nested.rollback()
            return self._broken(envelope, error)
        return self._keep(envelope, status, code, msgspec.msgpack.encode(result))

    def _serve(self, envelope: Envelope, place: catalogue.Place) -> Done:
        command = catalogue.decode(envelope.kind, envelope.version, envelope.body)
        entry = catalogue.CATALOGUE[type(command)]
        if entry.place is not place:
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
            at=datetime.fromtimestamp(envelope.occurred_at / 1000, UTC),
            receipt_no=envelope.receipt_no,
            stage=Stage.AUTHORITY,
            pepper=self._store.vault.pepper,
        )

    def _check_proof(self, chain: DeviceChain, envelope: Envelope) -> None:
        digest = command_hash(envelope.previous, self._device.id, envelope)
        if envelope.previous != chain.last_hash or envelope.hash != digest:
            raise Fork
        if not verify(self._device.public_key, envelope.signature, digest):
            raise NotAllowed("signature_wrong")

    def _keep(self, envelope: Envelope, status: Status, code: str | None, result: bytes) -> Result:
        entry = catalogue.BY_KIND.get(envelope.kind)
        secret = entry is not None and entry.secret
        self._session.add(
            CommandRecord(
                key=envelope.key,
                device_id=self._device.id,
                incarnation=self._incarnation,
                seq=envelope.seq if envelope.previous else -int.from_bytes(envelope.key[-7:], "big"),
                agency_id=self._device.agency_id,
                kind=envelope.kind,
                version=envelope.version,
                body=None if secret else envelope.body,
                hash=envelope.hash,
                actor=envelope.actor,
                occurred_at=datetime.fromtimestamp(envelope.occurred_at / 1000, UTC),
                received_at=self._now,
                receipt_no=envelope.receipt_no,
                status=status,
                code=code,
                result=result,
                ver=self._work.version(self._device.agency_id),
            )
        )
        self._session.flush()
        return Result(envelope.seq, envelope.key, status, code, result)

    def _broken(self, envelope: Envelope, error: Exception) -> Result:
        _log.error(
            "command %s of kind %s broke its service", envelope.key.hex(), envelope.kind, exc_info=error
        )
        failure = self._session.scalar(select(Failure).where(Failure.key == envelope.key))
        if failure is None:
            failure = Failure(key=envelope.key, attempts=0, first_at=self._now, reason="")
            self._session.add(failure)
        failure.attempts += 1
        failure.reason = type(error).__name__
        long_enough = self._now - failure.first_at >= PARK_AFTER
        if failure.attempts >= PARK_AFTER_ATTEMPTS and long_enough:
            self._session.execute(delete(Failure).where(Failure.key == envelope.key))
            return self._keep(envelope, Status.DEFERRED, "parked", msgspec.msgpack.encode(None))
        return Result(envelope.seq, envelope.key, Status.RETRY, None, msgspec.msgpack.encode(None))


def _unchained(device: Device, request: PerformRequest) -> Envelope:
    """A command that no journal holds, as an envelope without proof; its hash tells two bodies apart."""
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
