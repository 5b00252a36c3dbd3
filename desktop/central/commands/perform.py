"""Commands performed with authority: each one exactly once, in order, whatever is sent again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import delete

from desktop.central import quotas
from desktop.central.commands.authority import UPDATE_CENTRAL
from desktop.central.commands.hearing import Hearing
from desktop.central.commands.judging import judge
from desktop.central.commands.records import as_sent
from desktop.central.database.agency_write import Work, agency_write
from desktop.central.database.tables import CommandRecord, Failure
from desktop.central.store import Store
from desktop.errors import Refused
from desktop.models.device import Device
from desktop.protocol.chain import command_hash
from desktop.protocol.messages import Envelope, PerformRequest, Result
from desktop.services.command import Status
from desktop.services.entry import Where


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

    A command already known answers what it answered before. Raises Fork, with nothing done, when this
    incarnation of the device contradicts what it said earlier, and Forgotten when what came before them is
    not here.
    """
    said = list(envelopes)
    with quotas.telling(store, device, now), agency_write(store.database, {device.agency_id}) as work:
        quotas.spend(work.session, store.settings.quotas, device, quotas.Allowance.COMMANDS, len(said), now)
        hearing = Hearing(store, work, device, incarnation, now)
        results = hearing.run(sorted(said, key=lambda envelope: envelope.seq), told)
    return Performed(results, work.versions)


def perform_now(store: Store, device: Device, request: PerformRequest, now: datetime) -> Performed:
    """Performs a command that only central can carry out; known by its key: asking twice does it once."""
    envelope = _unchained(device, request)
    with quotas.telling(store, device, now), store.database.write() as session:
        quotas.spend(session, store.settings.quotas, device, quotas.Allowance.COMMANDS, 1, now)
    judged = judge(store, envelope)
    with agency_write(store.database, {device.agency_id}) as work:
        hearing = Hearing(store, work, device, "central", now)
        hearing.recall([envelope])
        result = hearing.known(envelope) or hearing.perform(envelope, Where.CENTRAL, judged=judged)
    return Performed([result], work.versions)


def perform_again(
    work: Work, store: Store, device: Device, parked: CommandRecord, now: datetime, *, decided: bool
) -> Result:
    """Performs a parked command anew, by the same key; its outcome takes the place of the old one.

    `decided`: a person looked at it, so that nothing is left to wait for. Raises Refused:
    command_not_parked, command_still_unknown and command_still_broken; then `work` must be undone.
    """
    gone = delete(CommandRecord).where(
        CommandRecord.key == parked.key, CommandRecord.status == Status.DEFERRED
    )
    if work.session.execute(gone.returning(CommandRecord.key)).scalar() is None:
        raise Refused("command_not_parked", key=parked.key.hex())
    hearing = Hearing(store, work, device, parked.incarnation, now)
    result = hearing.perform(as_sent(parked), Where.ANYWHERE, decided=decided)
    if result.code == UPDATE_CENTRAL:
        raise Refused("command_still_unknown", key=parked.key.hex(), kind=parked.kind)
    if result.status == Status.RETRY or (decided and result.status == Status.DEFERRED):
        raise Refused("command_still_broken", key=parked.key.hex())
    hearing.count_receipts()
    work.session.execute(delete(Failure).where(Failure.key == parked.key))
    return result


def perform_alone(
    work: Work, store: Store, device: Device, incarnation: str, envelope: Envelope, now: datetime
) -> Result:
    """Performs one command of a station that speaks no more; one that is known answers what it answered."""
    hearing = Hearing(store, work, device, incarnation, now)
    hearing.recall([envelope])
    result = hearing.known(envelope) or hearing.perform(envelope, Where.ANYWHERE)
    hearing.count_receipts()
    return result


def _unchained(device: Device, request: PerformRequest) -> Envelope:
    """A command of no journal, without proof; its hash, of version 1 for ever, tells two bodies apart."""
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
