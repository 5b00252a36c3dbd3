"""Where receipts bear one number, the first keeps it and each other gets the next of its agency and year."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session
from uuid_utils import uuid7

from desktop.central.database.agency_write import Work, agency_write
from desktop.central.database.receipt_index import doubled
from desktop.central.store import Store, create_tables
from desktop.models.audit_entry import AuditEntry
from desktop.models.receipt import Receipt
from desktop.services.payments.receipt_numbers import last_number, numbered


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A receipt that bears another number now; `printed` is the one its station gave, which stays."""

    printed: str
    was: str
    now: str


def renumber(store: Store, by: str, now: datetime) -> list[Renumbered]:
    """Leaves no number on two receipts, and has the database see to it from then on.

    Stations get the new numbers like any other change; who decided it is kept with each.
    """
    with store.database.read() as session:
        scopes = {scope for row in _to_change(session) for scope in (row.scope, _agency_of(row))}
    with agency_write(store.database, scopes) as work:
        last: dict[str, int] = {}
        done = [_change(work, row, last, by, now) for row in _to_change(work.session)]
    create_tables(store.database)
    return done


def _to_change(session: Session) -> list[Receipt]:
    """All but the first that was issued under each doubled number."""
    found: list[Receipt] = []
    for one in doubled(session):
        bearing = select(Receipt).where(Receipt.canonical == one.canonical)
        found += session.scalars(bearing.order_by(Receipt.issued_at, Receipt.id)).all()[1:]
    return found


def _change(work: Work, row: Receipt, last: dict[str, int], by: str, now: datetime) -> Renumbered:
    was = str(row.canonical)
    prefix = was.rpartition("-")[0] + "-"
    if prefix not in last:
        last[prefix] = last_number(work.session, prefix)
    last[prefix] += 1
    row.canonical = numbered(prefix, last[prefix])
    work.session.add(
        AuditEntry(
            id=str(uuid7()),
            scope=row.scope,
            actor=f"administrator:{by}",
            action="receipt_renumbered",
            subject=row.id,
            reason=f"{was} > {row.canonical}",
            at=now,
            device_id="",
        )
    )
    return Renumbered(row.number, was, row.canonical)


def _agency_of(row: Receipt) -> str:
    """The agency whose number it is: the lease may be another's by now."""
    return str(row.canonical).rsplit("-", 2)[0]
