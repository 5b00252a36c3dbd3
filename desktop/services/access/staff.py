"""Members of staff: signing in with password and one-time code, and the trace of whose file they open."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import Invalid
from desktop.models.staff import Staff
from desktop.rules.login import fold_login
from desktop.rules.parameters import STAFF_OFFLINE_HOURS
from desktop.rules.role import Role
from desktop.rules.station_kind import StationKind
from desktop.security.passwords import check_password
from desktop.security.totp import believed_step, matching_step, step_at
from desktop.services.about import its_lease, no_lease
from desktop.services.access import attempts
from desktop.services.access.accounts import Outcome, failure_noted
from desktop.services.audit import note
from desktop.services.bounds import Name, TimeStep, Words
from desktop.services.command import Command, Context, Done
from desktop.services.days import local_day
from desktop.services.entry import Entry, Money, Who
from desktop.services.parameters import in_force

OpenSeed = Callable[[str, str], str]
NEARBY_STEPS: Final = 10
"""Five minutes: clocks differ by less. A step of the future would lock its owner out until it has come."""


class NoteStaffSignIn(Command, frozen=True, kw_only=True):
    """Somebody tried to sign in as `login`; `totp_step` is the time step of the code that was accepted."""

    login: Words
    succeeded: bool
    totp_step: TimeStep | None = None


class RecordView(Command, frozen=True, kw_only=True):
    """A member of staff opened the file of a lease."""

    lease_id: Name


@dataclass(frozen=True, slots=True)
class StaffCard:
    """Who is at the counter. `role`: one of `Role`."""

    login: str
    name: str
    role: str
    agency_id: str


@dataclass(frozen=True, slots=True)
class StaffSignIn:
    """`staff` and `totp_step` only when `outcome` is ok."""

    outcome: Outcome | Literal["offline_too_long"]
    wait_seconds: int = 0
    staff: StaffCard | None = None
    totp_step: int | None = None


def check_staff_sign_in(
    session: Session,
    login: str,
    password: str,
    totp_code: str,
    at: datetime,
    offline_since: datetime | None = None,
    *,
    station: str | None = None,
    open_seed: OpenSeed = lambda kept, _login: kept,
) -> StaffSignIn:
    """Whether password and one-time code both open `login` at `at`; one answer for either being wrong.

    `offline_since`: when this station last heard of who still works here, None while it hears it: without
    that, for the hours that are in force, nobody is let in. The caller performs NoteStaffSignIn after ok
    (with `totp_step`) and after mismatch. `station`: the id of where somebody tries, as for check_sign_in.
    `open_seed`: the seed of a login, of what its row keeps.
    """
    if offline_since is not None:
        hours = in_force(session, STAFF_OFFLINE_HOURS, local_day(at))
        if at - offline_since > timedelta(hours=hours):
            return StaffSignIn("offline_too_long")
    standing = attempts.standing(session, "staff", login, at, station)
    if standing.state != "open":
        return StaffSignIn(standing.state, standing.wait_seconds)
    member = staff_called(session, login)
    if member is not None and not (member.active and member.totp_secret):
        member = None
    opens = check_password(member.password_hash if member else None, password)
    seed = open_seed(member.totp_secret, member.id) if member else ""
    step = matching_step(seed, totp_code, at, member.totp_step) if member else None
    if member is None or not opens or step is None:
        return StaffSignIn("mismatch", attempts.next_delay(session, "staff", login, at, station))
    card = StaffCard(member.id, member.name, member.role, member.agency_id)
    return StaffSignIn("ok", staff=card, totp_step=step)


def staff_called(session: Session, typed: str) -> Staff | None:
    """Who signs in with what was typed: capitals, accents and spaces tell nobody from anybody.

    Two logins of before that only these tell apart are each found as they are written.
    """
    exact = session.get(Staff, "".join(typed.split()).lower())
    if exact is not None:
        return exact
    wanted = fold_login(typed)
    alike = [login for login in session.scalars(select(Staff.id)) if fold_login(login) == wanted]
    return session.get(Staff, alike[0]) if len(alike) == 1 else None


def note_staff_sign_in(session: Session, command: NoteStaffSignIn, context: Context) -> Done:
    """result after a failure: wait_seconds and locked. Refuses totp_step_wrong, for a step that is still
    to come; code_already_used and staff_unknown at first.
    """
    if not command.succeeded:
        tried = staff_called(session, command.login)
        note(session, context, "staff_sign_in_failed", tried.id if tried else "unknown")
        return failure_noted(session, "staff", command.login, context)
    if command.totp_step is None:
        raise Invalid("totp_step", "totp_step_missing")
    if command.totp_step > step_at(context.at) + NEARBY_STEPS:
        raise Invalid("totp_step", "totp_step_wrong")
    attempts.forget_failures(
        session, "staff", command.login, context.agency_id, context.at, context.device_id
    )
    member = staff_called(session, command.login)
    if member is None:
        return Done(warning=context.objection("staff_unknown"))
    if command.totp_step <= believed_step(member.totp_step, context.at):
        return Done(warning=context.objection("code_already_used"))
    member.totp_step = command.totp_step
    member.last_sign_in_at = context.at
    note(session, context, "staff_signed_in", member.id)
    return Done()


def record_view(session: Session, command: RecordView, context: Context) -> Done:
    """Leaves a trace that this member of staff saw the file."""
    note(session, context, "lease_viewed", command.lease_id)
    return Done()


COMMANDS = (
    Entry(
        kind="staff.note_sign_in",
        version=1,
        command=NoteStaffSignIn,
        service=note_staff_sign_in,
        by=frozenset({Who.DEVICE, *Role}),
        stations=frozenset({StationKind.COUNTER}),
        about=no_lease,
        follows_its_lease=False,
        money=Money.NONE,
        last_bytes=False,
        after=(),
    ),
    Entry(
        kind="lease.view",
        version=1,
        command=RecordView,
        service=record_view,
        by=frozenset(Role),
        stations=frozenset({StationKind.COUNTER}),
        about=its_lease,
        follows_its_lease=True,
        money=Money.NONE,
        last_bytes=False,
        after=(),
    ),
)
