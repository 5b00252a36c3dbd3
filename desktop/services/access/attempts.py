"""Failures to prove who one is: counted by what was typed, slowed down more and more, then locked."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Literal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.models.attempt import Attempt
from desktop.rules.login import fold_login
from desktop.rules.parameters import SIGN_IN_FREE_ATTEMPTS, SIGN_IN_LOCK_AFTER
from desktop.rules.patience import Patience, after_failure
from desktop.services.days import local_day
from desktop.services.parameters import in_force

Kind = Literal["sign_in", "activation", "staff"]

CLOCK_TOLERANCE = timedelta(minutes=15)
"""As long as the longest delay: so much two stations' clocks may differ before a failure is of the future."""

LONGEST_LOGIN = 40
LONGEST_COUNTED = 32
"""Signs of a login in the id of its count, which also names the kind and may name the agency."""


@dataclass(frozen=True, slots=True)
class TryState:
    """Whether somebody may try now: open, wait (for so many seconds) or locked (only staff can help)."""

    state: Literal["open", "wait", "locked"]
    wait_seconds: int = 0


def typed_login(login: str) -> str:
    """What was typed, folded: the same login, and the same count, however it is written."""
    return fold_login(login)[:LONGEST_LOGIN]


def standing(session: Session, kind: Kind, login: str, at: datetime, scope: str | None = None) -> TryState:
    """Where the failures so far leave who tries at `at`, whether the login exists or not.

    Each agency counts for itself: at central `scope` says for which; a station holds its own only.
    """
    row = _row(session, kind, login, scope)
    if row is None:
        return TryState("open")
    if row.locked:
        return TryState("locked")
    if row.blocked_until is not None and row.blocked_until > at and not _in_the_future(row, at):
        return TryState("wait", ceil((row.blocked_until - at).total_seconds()))
    return TryState("open")


def _in_the_future(row: Attempt, at: datetime) -> bool:
    """Whether the failure was noted by a clock that ran ahead and is right again: its delay means nothing."""
    return row.last_failure_at is not None and row.last_failure_at > at + CLOCK_TOLERANCE


def is_locked(session: Session, kind: Kind, login: str) -> bool:
    """Whether only staff can help, whatever the time."""
    row = _row(session, kind, login)
    return row is not None and row.locked


def next_delay(session: Session, kind: Kind, login: str, at: datetime) -> int:
    """The seconds one more failure at `at` would cost."""
    row = _row(session, kind, login)
    return _seconds(_patience(session, row.failures if row else 0, at), at)


def count_failure(session: Session, kind: Kind, login: str, scope: str, at: datetime) -> TryState:
    """Adds a failure and tells what follows from it."""
    row = _row(session, kind, login, scope)
    if row is None:
        row = Attempt(
            id=_free_id(session, kind, login, scope),
            scope=scope,
            failures=0,
            last_failure_at=None,
            blocked_until=None,
            locked=False,
            unlock_reason="",
        )
        session.add(row)
    patience = _patience(session, row.failures, at)
    row.failures = patience.failures
    row.last_failure_at = at
    row.blocked_until = patience.blocked_until
    row.locked = row.locked or patience.locked
    session.flush()
    return TryState("locked") if row.locked else TryState("wait", _seconds(patience, at))


def forget_failures(session: Session, kind: Kind, login: str, scope: str) -> None:
    """A success forgets what came before, but never opens what staff must unlock."""
    row = _row(session, kind, login, scope)
    if row is not None and not row.locked:
        row.failures = 0
        row.blocked_until = None


def unlock(session: Session, kind: Kind, login: str, scope: str, reason: str) -> None:
    """Staff vouch for the person: everything counted so far is forgiven."""
    row = _row(session, kind, login, scope)
    if row is not None:
        row.failures = 0
        row.blocked_until = None
        row.locked = False
        row.unlock_reason = reason


def _id(kind: Kind, login: str) -> str:
    return f"{kind}:{typed_login(login)[:LONGEST_COUNTED]}"


def _row(session: Session, kind: Kind, login: str, scope: str | None = None) -> Attempt | None:
    """The count that one agency keeps; without `scope`, the only one that a station holds."""
    plain = _id(kind, login)
    found = select(Attempt).where(
        or_(Attempt.id == plain, Attempt.id.startswith(f"{plain}@", autoescape=True))
    )
    return session.scalar(found if scope is None else found.where(Attempt.scope == scope))


def _free_id(session: Session, kind: Kind, login: str, scope: str) -> str:
    """The plain id, unless another agency already counts under it."""
    plain = _id(kind, login)
    return plain if session.get(Attempt, plain) is None else f"{plain}@{scope}"


def _patience(session: Session, failures: int, at: datetime) -> Patience:
    day = local_day(at)
    return after_failure(
        failures,
        at,
        in_force(session, SIGN_IN_LOCK_AFTER, day),
        in_force(session, SIGN_IN_FREE_ATTEMPTS, day),
    )


def _seconds(patience: Patience, at: datetime) -> int:
    return ceil((patience.blocked_until - at).total_seconds()) if patience.blocked_until else 0
