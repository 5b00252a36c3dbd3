"""Members of staff: signing in with password and one-time code, and the trace of whose file they open."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.services.accounts import Outcome
from desktop.services.command import Command, Context, Done


class NoteStaffSignIn(Command, frozen=True, kw_only=True):
    """Somebody tried to sign in as `login`; `totp_step` is the time step of the code that was accepted."""

    login: str
    succeeded: bool
    totp_step: int | None = None


class RecordView(Command, frozen=True, kw_only=True):
    """A member of staff opened the file of a lease."""

    lease_id: str


@dataclass(frozen=True, slots=True)
class StaffCard:
    """Who is at the counter. `role`: front_desk_agent, agency_manager or administrator."""

    login: str
    name: str
    role: str
    agency_id: str


@dataclass(frozen=True, slots=True)
class StaffSignIn:
    """`staff` and `totp_step` only when `outcome` is ok."""

    outcome: Outcome
    wait_seconds: int = 0
    staff: StaffCard | None = None
    totp_step: int | None = None


def check_staff_sign_in(
    session: Session, login: str, password: str, totp_code: str, at: datetime
) -> StaffSignIn:
    """Whether password and one-time code both open `login` at `at`; one answer for either being wrong.

    The caller performs NoteStaffSignIn after ok (with `totp_step`) and after mismatch.
    """
    raise NotImplementedError


def note_staff_sign_in(session: Session, command: NoteStaffSignIn, context: Context) -> Done:
    raise NotImplementedError


def record_view(session: Session, command: RecordView, context: Context) -> Done:
    raise NotImplementedError
