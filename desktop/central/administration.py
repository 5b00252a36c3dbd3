"""What is done on the server itself, written down: by whom, from which account of the machine, when, why."""

import getpass
import os
from datetime import UTC, datetime

from sqlalchemy import select
from uuid_utils import uuid7

from desktop.central.database.agency_write import Work
from desktop.central.store import Store
from desktop.models.audit_entry import AuditEntry


def account() -> str:
    """Whose account of this machine types: behind sudo, whose it was before."""
    return os.environ.get("SUDO_USER") or _own()


def write_down(work: Work, scope: str, action: str, subject: str, reason: str = "", by: str = "") -> None:
    """One entry of the audit, in the unit that does what it says; `subject` is an id, never a name.

    `by`: who said that it was they. Its time is this machine's, since what is done here is done now.
    """
    here = account()
    work.session.add(
        AuditEntry(
            id=str(uuid7()),
            scope=scope,
            actor=f"administrator:{by or here}",
            action=action,
            subject=subject,
            reason=reason,
            at=datetime.now(UTC),
            device_id=f"account:{here}",
        )
    )


def entries(store: Store, since: datetime | None = None) -> list[AuditEntry]:
    """The audit from `since` on, oldest first."""
    query = select(AuditEntry).order_by(AuditEntry.at, AuditEntry.id)
    with store.database.read() as session:
        found = session.scalars(query if since is None else query.where(AuditEntry.at >= since)).all()
        session.expunge_all()
        return list(found)


def forget_before(work: Work, scope: str, day: datetime, rule: str) -> int:
    """The only way in which entries go: those of `scope` before `day`, by the `rule` that wants it.

    How many is itself an entry, which stays as long as any other. The triggers let nothing else through.
    """
    work.let_go_by_rule()
    old = select(AuditEntry).where(AuditEntry.scope == scope, AuditEntry.at < day)
    gone = work.session.scalars(old).all()
    for entry in gone:
        work.session.delete(entry)
    if gone:
        write_down(work, scope, "audit_forgotten", scope, f"{len(gone)} before {day:%Y-%m-%d}: {rule}")
    return len(gone)


def _own() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
