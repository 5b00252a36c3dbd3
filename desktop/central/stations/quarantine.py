"""Commands of stations that may not speak any more: kept as they came, done only if somebody decides so."""

from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.central import quotas
from desktop.central.administration import write_down
from desktop.central.commands.chains import moment, proven
from desktop.central.commands.perform import perform_alone
from desktop.central.database.agency_write import Work, agency_write
from desktop.central.database.tables import CommandRecord, Quarantined, Scope
from desktop.central.stations import register
from desktop.central.stations.readmission import shut_out
from desktop.central.store import Store
from desktop.config import Quotas
from desktop.errors import NotAllowed, Refused
from desktop.models.device import Device
from desktop.models.entity import GLOBAL_SCOPE
from desktop.models.storable import MOST_BODY_BYTES
from desktop.protocol.messages import Envelope, QuarantineAnswer, Result
from desktop.services import catalogue
from desktop.services.command import Status

WAITING, ACCEPTED, REJECTED = "waiting", "accepted", "rejected"


@dataclass(frozen=True, slots=True)
class Held:
    """One command in quarantine, as a person must see it to decide."""

    key: str
    occurred_at: datetime
    station: str
    actor: str
    kind: str
    amount_cents: int | None
    lease: str
    state: str


def keep(
    store: Store, device: Device, incarnation: str, envelopes: list[Envelope], now: datetime
) -> QuarantineAnswer:
    """Keeps what this very device signed; tells what is here, kept or performed before, and how safely.

    What was not performed must bring its body: without it nobody could decide anything. What is kept moves
    the agency's version, so that a backup tells by that whether it holds it.
    Raises OverQuota for more than any station can hold.
    """
    signed = proven(device, envelopes)
    mine = [one for one in envelopes if one in signed and len(one.body) <= MOST_BODY_BYTES]
    with quotas.telling(store, device, now), agency_write(store.database, {device.agency_id}) as work:
        session = work.session
        _require_room(session, store.settings.quotas, device, mine)
        kept = [one.key for one in mine if _is_kept(work, device, incarnation, one, now)]
        scope = session.get_one(Scope, device.agency_id)
    ver = work.versions.get(scope.id, scope.ver)
    return QuarantineAnswer(kept, scope.epoch, ver, scope.durable_ver)


def _require_room(session: Session, most: Quotas, device: Device, more: list[Envelope]) -> None:
    size = func.coalesce(func.sum(func.length(Quarantined.envelope)), 0)
    held, held_bytes = session.execute(
        select(func.count(), size).where(Quarantined.device_id == device.id)
    ).one()
    more_bytes = sum(len(envelope.body) for envelope in more)
    if held + len(more) > most.quarantine_commands or held_bytes + more_bytes > most.quarantine_bytes:
        raise quotas.OverQuota(quotas.Allowance.QUARANTINE)


def listed(store: Store, *, everything: bool = False) -> list[Held]:
    """What waits for a decision, oldest first; with `everything` also what was decided."""
    query = select(Quarantined, Device.code).outerjoin(Device, Device.id == Quarantined.device_id)
    if not everything:
        query = query.where(Quarantined.state == WAITING)
    with store.database.read() as session:
        rows = session.execute(query.order_by(Quarantined.device_id, Quarantined.seq)).all()
        return [_shown(session, held, code) for held, code in rows]


def accept(store: Store, keys: list[str], by: str, now: datetime) -> list[Result]:
    """Performs these commands with authority, in the order of their station, each once whatever came before.

    Stops at one whose service is broken: the last result is then a RETRY, and it waits on.
    Raises Refused: quarantine_unknown; device_code_unknown for a station that central does not know;
    quarantine_decided for one about which somebody else decided meanwhile: then it and what follows is left.
    """
    results = []
    for held in _waiting(store, keys):
        envelope = msgspec.msgpack.decode(held.envelope, type=Envelope)
        with store.database.read() as session:
            device = session.get(Device, held.device_id)
        if device is None:
            raise Refused("device_code_unknown", station=held.device_id)
        with agency_write(store.database, {device.agency_id}) as work:
            waiting = _undecided(work.session, held.key)
            result = perform_alone(work, store, device, held.incarnation, envelope, now)
            if result.status != Status.RETRY:
                _decide(waiting, ACCEPTED, "", by, now)
                write_down(work, device.agency_id, "quarantine_accepted", held.key.hex(), by=by)
        results.append(result)
        if result.status == Status.RETRY:
            break
    return results


def reject(store: Store, keys: list[str], reason: str, by: str, now: datetime) -> int:
    """Decides that these commands are not done; they stay on record. How many: what was done already is not.

    Raises Refused: quarantine_unknown, and quarantine_decided as `accept` does.
    """
    rejected = 0
    for held in _waiting(store, keys):
        with agency_write(store.database, {GLOBAL_SCOPE}) as work:
            waiting = _undecided(work.session, held.key)
            done = work.session.get(CommandRecord, held.key) is not None
            _decide(waiting, ACCEPTED if done else REJECTED, "" if done else reason, by, now)
            if not done:
                write_down(work, GLOBAL_SCOPE, "quarantine_rejected", held.key.hex(), reason, by)
        rejected += not done
    return rejected


def revoke(store: Store, code: str) -> Device:
    """From now on this station may not speak: it erases what it holds once it has handed it over.

    Raises Refused("device_code_unknown").
    """
    with store.database.read() as session:
        device = session.scalar(select(Device).where(Device.code == code))
    if device is None:
        return shut_out(store, code)
    with agency_write(store.database, {device.agency_id}) as work:
        register.note(store, work.session, device, register.REVOKED)
        work.session.get_one(Device, device.id).revoked = True
        write_down(work, device.agency_id, "station_revoked", device.id)
    return device


def claimed(session: Session, device_id: str) -> Device:
    """The device of that id, revoked or not. Raises NotAllowed("device_unknown")."""
    device = session.get(Device, device_id)
    if device is None:
        raise NotAllowed("device_unknown")
    return device


def _is_kept(work: Work, device: Device, incarnation: str, envelope: Envelope, now: datetime) -> bool:
    """Whether central has the command, from now on or performed before."""
    if work.session.get(CommandRecord, envelope.key) is not None:
        return True
    if envelope.body and work.session.get(Quarantined, envelope.key) is None:
        work.changed(device.agency_id)
        work.session.add(
            Quarantined(
                key=envelope.key,
                device_id=device.id,
                incarnation=incarnation,
                seq=envelope.seq,
                envelope=msgspec.msgpack.encode(envelope),
                received_at=now,
                state=WAITING,
                decided_by="",
                decided_at=None,
                reason="",
            )
        )
    return bool(envelope.body)


def _waiting(store: Store, keys: list[str]) -> list[Quarantined]:
    query = select(Quarantined).where(Quarantined.state == WAITING)
    with store.database.read() as session:
        waiting = list(session.scalars(query.order_by(Quarantined.device_id, Quarantined.seq)))
    if not keys:
        return waiting
    for key in keys:
        if not key or sum(held.key.hex().startswith(key.lower()) for held in waiting) != 1:
            raise Refused("quarantine_unknown", key=key)
    return [held for held in waiting if held.key.hex().startswith(tuple(key.lower() for key in keys))]


def _undecided(session: Session, key: bytes) -> Quarantined:
    """The command, locked until the transaction ends.

    Whoever decides at the same time waits, and then finds it decided: raises Refused("quarantine_decided").
    """
    held = session.get_one(Quarantined, key, with_for_update=True)
    if held.state != WAITING:
        raise Refused("quarantine_decided", key=key.hex(), state=held.state, by=held.decided_by)
    return held


def _decide(held: Quarantined, state: str, reason: str, by: str, now: datetime) -> None:
    held.state, held.reason, held.decided_by, held.decided_at = state, reason, by, now


def _shown(session: Session, held: Quarantined, code: str | None) -> Held:
    envelope = msgspec.msgpack.decode(held.envelope, type=Envelope)
    about = catalogue.subject_of(session, envelope.kind, envelope.version, envelope.body)
    return Held(
        held.key.hex(),
        moment(envelope.occurred_at),
        code or held.device_id,
        envelope.actor,
        envelope.kind,
        about.amount_cents,
        about.lease_id,
        held.state,
    )
