"""Members of staff who locked themselves out, and whoever lets them in again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import Invalid, Refused
from desktop.models.attempt import Attempt
from desktop.models.staff import Staff
from desktop.rules.patience import CLOCK_TOLERANCE
from desktop.rules.role import Role
from desktop.rules.station_kind import StationKind
from desktop.services.about import no_lease
from desktop.services.access import attempts
from desktop.services.access.staff import staff_called
from desktop.services.audit import note
from desktop.services.bounds import Words
from desktop.services.command import Command, Context, Done
from desktop.services.entry import Entry, Money

LIFT_LOCKS: Final = frozenset({Role.AGENCY_MANAGER, Role.ADMINISTRATOR})
"""The roles of those who vouch for a colleague."""


class UnlockStaff(Command, frozen=True, kw_only=True):
    """Somebody vouches that it is this member of staff who could not sign in. `reason`: how they know."""

    login: Words
    reason: Words


@dataclass(frozen=True, slots=True)
class LockedStaff:
    """A member of staff who cannot try any more for now. `locked_at`: when the last try failed."""

    login: str
    name: str
    locked_at: datetime


def locked_staff(session: Session, at: datetime) -> tuple[LockedStaff, ...]:
    """Those who work here and are locked out of some station; a login that nobody has concerns nobody."""
    of_now = Attempt.last_failure_at <= at + CLOCK_TOLERANCE, Attempt.blocked_until > at
    locked = select(Attempt).where(Attempt.locked, *of_now, Attempt.id.startswith("staff:"))
    counts = {row.id.partition("@")[0]: row for row in session.scalars(locked)}
    if not counts:
        return ()
    found = []
    for member in session.scalars(select(Staff).where(Staff.active).order_by(Staff.id)):
        count = counts.get(attempts.count_id("staff", member.id))
        if count is not None and count.last_failure_at is not None:
            found.append(LockedStaff(member.id, member.name, count.last_failure_at))
    return tuple(found)


def unlock_staff(session: Session, command: UnlockStaff, context: Context) -> Done:
    """Their failures are forgiven; password and second factor stay. Refuses reason_missing, staff_unknown."""
    reason = command.reason.strip()
    if not reason:
        raise Invalid("reason", "reason_missing")
    member = staff_called(session, command.login)
    if member is None or member.agency_id != context.agency_id:
        raise Refused("staff_unknown")
    attempts.unlock(session, "staff", member.id, context.agency_id, reason, context.at)
    note(session, context, "staff_unlocked", member.id, reason)
    return Done()


COMMANDS = (
    Entry(
        kind="staff.unlock",
        version=1,
        command=UnlockStaff,
        service=unlock_staff,
        by=LIFT_LOCKS,
        stations=frozenset({StationKind.COUNTER}),
        about=no_lease,
        follows_its_lease=False,
        money=Money.NONE,
        last_bytes=False,
        after=(),
    ),
)
