"""Commands that broke their service and were put aside: an administrator has them done, or refuses them."""

import logging
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

import msgspec
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desktop.central.commands import starts
from desktop.central.commands.authority import UPDATE_CENTRAL
from desktop.central.commands.perform import Performed, perform_again
from desktop.central.database.agency_write import Work, agency_write
from desktop.central.database.tables import CommandRecord, Failure
from desktop.central.store import Store
from desktop.errors import Refused
from desktop.models.audit_entry import AuditEntry
from desktop.models.device import Device
from desktop.services import catalogue
from desktop.services.command import Status

REJECTED = "rejected_by_administrator"
CLOCK = "central:clock"
"""What central does by itself."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ParkedCommand:
    """One command as a person must see it to decide; `amount_cents` and `lease` where it names them."""

    key: str
    occurred_at: datetime
    station: str
    actor: str
    kind: str
    amount_cents: int | None
    lease: str
    reason: str
    attempts: int


def listed(store: Store) -> list[ParkedCommand]:
    """All parked commands, oldest first."""
    query = (
        select(CommandRecord, Device.code, Failure)
        .outerjoin(Device, Device.id == CommandRecord.device_id)
        .outerjoin(Failure, Failure.key == CommandRecord.key)
        .where(CommandRecord.status == Status.DEFERRED)
        .order_by(CommandRecord.occurred_at)
    )
    with store.database.read() as session:
        return [_shown(session, *row) for row in session.execute(query)]


def replay(store: Store, key: str, by: str, now: datetime) -> Performed:
    """Performs a parked command by its own key, once: a person decided. Raises Refused: command_unknown,
    command_not_parked, command_still_unknown, command_still_broken with nothing changed.
    """
    return _again(store, find(store, key), f"administrator:{by}", now, decided=True)


def catch_up(store: Store, now: datetime) -> int:
    """Performs what waited for a newer central and is known to this one, in its order; how many.

    What breaks, or has to wait for a person, stays parked and stops none after it. So does what a station
    said that was revoked since: somebody has to look at it.
    """
    query = (
        select(CommandRecord)
        .join(Device, Device.id == CommandRecord.device_id)
        .where(CommandRecord.status == Status.DEFERRED, CommandRecord.code == UPDATE_CENTRAL)
        .where(Device.revoked.is_(False))
    )
    ordered = query.order_by(CommandRecord.device_id, CommandRecord.received_at, CommandRecord.seq)
    with store.database.read() as session:
        waiting = [each for each in session.scalars(ordered) if catalogue.knows(each.kind, each.version)]
    performed = 0
    for record in waiting:
        try:
            _again(store, record, CLOCK, now, decided=False)
            performed += 1
        except Refused as refusal:
            _log.warning("command %s waits on: %s", record.key.hex(), refusal.code)
        except Exception:  # noqa: BLE001 - central must serve, whatever one command does to it
            _log.exception("command %s waits on", record.key.hex())
    return performed


def reject(store: Store, key: str, reason: str, by: str, now: datetime) -> None:
    """Ends a parked command without doing it; the station shows `reason`. Raises as `replay` does."""
    record = find(store, key)
    with agency_write(store.database, {record.agency_id}) as work:
        held = work.session.get(CommandRecord, record.key)
        if held is None or held.status != Status.DEFERRED:
            raise Refused("command_not_parked", key=key)
        held.status, held.code = Status.REJECTED, REJECTED
        held.result = msgspec.msgpack.encode({"reason": reason, "by": by})
        held.ver = work.version(record.agency_id)
        work.session.execute(delete(Failure).where(Failure.key == record.key))
        note(work, record, "command_rejected", reason, f"administrator:{by}", now)


def find(store: Store, key: str) -> CommandRecord:
    """The parked command whose key begins so. Raises Refused: command_unknown, command_ambiguous."""
    with store.database.read() as session:
        keys = session.scalars(select(CommandRecord.key).where(CommandRecord.status == Status.DEFERRED))
        found = [each for each in keys if each.hex().startswith(key.lower().replace("-", ""))]
        if len(found) > 1:
            raise Refused("command_ambiguous", key=key)
        record = session.get(CommandRecord, found[0]) if found and key else None
        if record is None:
            raise Refused("command_unknown", key=key)
        return record


def _again(store: Store, record: CommandRecord, actor: str, now: datetime, *, decided: bool) -> Performed:
    with store.database.read() as session:
        device = session.get(Device, record.device_id)
    if device is None:
        raise Refused("device_code_unknown", station=record.device_id)
    with agency_write(store.database, {device.agency_id, record.agency_id}) as work:
        result = perform_again(work, store, device, record, now, decided=decided)
        note(work, record, "command_replayed", "", actor, now)
    return Performed([result], work.versions)


def note(work: Work, record: CommandRecord, action: str, reason: str, actor: str, now: datetime) -> None:
    """Who decided what about a command, for ever."""
    tries = select(func.count()).where(AuditEntry.subject == record.key.hex(), AuditEntry.action == action)
    nth = work.session.scalar(tries) or 0
    work.session.add(
        AuditEntry(
            id=str(uuid5(UUID(bytes=record.key), f"audit {action} {nth}")),
            scope=record.agency_id,
            actor=actor,
            action=action,
            subject=record.key.hex(),
            reason=reason,
            at=now,
            device_id=record.device_id,
        )
    )


def _shown(
    session: Session, record: CommandRecord, station: str | None, failure: Failure | None
) -> ParkedCommand:
    about = starts.subject_of(session, record)
    return ParkedCommand(
        record.key.hex(),
        record.occurred_at,
        station or record.device_id,
        record.actor,
        record.kind,
        about.amount_cents,
        about.lease_id,
        failure.reason if failure else record.code or "",
        failure.attempts if failure else 0,
    )
