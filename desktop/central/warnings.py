"""Warnings as an administrator sees and settles them, of every agency."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.central.database.agency_write import agency_write
from desktop.central.store import Store
from desktop.errors import Refused
from desktop.models.audit_entry import AuditEntry
from desktop.models.device import Device
from desktop.models.payment import Payment
from desktop.models.warning import WarningRow
from desktop.services import warnings


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A warning as a person sees it; `occurred_at` as the station said, `reason`: what stands against it."""

    key: str
    raised_at: datetime
    occurred_at: datetime
    agency: str
    station: str
    actor: str
    kind: str
    amount_cents: int | None
    lease: str
    reason: str


def listed(store: Store) -> list[Unsettled]:
    """All that nobody has settled, oldest first."""
    query = (
        select(WarningRow, Device.code)
        .outerjoin(Device, Device.id == WarningRow.device_id)
        .where(WarningRow.state == warnings.OPEN)
        .order_by(WarningRow.raised_at, WarningRow.id)
    )
    with store.database.read() as session:
        return [_shown(*row) for row in session.execute(query)]


def settle(store: Store, key: str, word: str, by: str, now: datetime) -> str:
    """Confirms what the warning is about; its id. `key`: how its id begins; `word`: what was done about it.

    Raises Refused: warning_unknown, warning_ambiguous, warning_settled; Invalid("word", "word_missing").
    """
    with store.database.read() as session:
        found = _begins_with(session, key)
        paid = session.get(Payment, found.payment_id) if found.payment_id else None
    scopes = {found.scope} | ({paid.scope} if paid is not None else set())
    with agency_write(store.database, scopes) as work:
        warning = work.session.get_one(WarningRow, found.id)
        if warning.state != warnings.OPEN:
            raise Refused("warning_settled", key=key)
        administrator = f"administrator:{by}"
        warnings.settle(work.session, warning, warnings.CONFIRMED, word, administrator, now)
        work.session.add(
            AuditEntry(
                id=str(uuid5(UUID(warning.id), "settled")),
                scope=warning.scope,
                actor=administrator,
                action="warning_settled",
                subject=warning.id,
                reason=warning.word,
                at=now,
                device_id=warning.device_id,
            )
        )
    return found.id


def _begins_with(session: Session, key: str) -> WarningRow:
    open_ones = select(WarningRow).where(WarningRow.state == warnings.OPEN)
    found = session.scalars(open_ones.where(WarningRow.id.startswith(key.lower(), autoescape=True))).all()
    if not key or not found:
        raise Refused("warning_unknown", key=key)
    if len(found) > 1:
        raise Refused("warning_ambiguous", key=key)
    return found[0]


def _shown(warning: WarningRow, station: str | None) -> Unsettled:
    return Unsettled(
        warning.id,
        warning.raised_at,
        warning.done_at,
        warning.scope,
        station or warning.device_id,
        warning.actor,
        warning.kind,
        warning.amount_cents,
        warning.about_lease,
        warning.code,
    )
