"""Failures to prove who one is: counted by what was typed and where, slowed down, then closed for a while."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Literal

import msgspec
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.models.attempt import Attempt
from desktop.rules import parameters
from desktop.rules.login import fold_login
from desktop.rules.patience import (
    CLOCK_TOLERANCE,
    CLOSED_MINUTES,
    DAY,
    MOST_A_DAY,
    FailedTry,
    Patience,
    TryState,
)
from desktop.services.days import local_day
from desktop.services.parameters import in_force, known_parameters

Kind = Literal["sign_in", "activation", "staff"]

LONGEST_LOGIN = 40
LONGEST_COUNTED = 32
"""Signs of a login in the id of its count, which also names the kind and may name the agency."""

MOST_KEPT = 25
"""Failures of one day that a count remembers, before and after any moment: no landlord may allow more."""


def typed_login(login: str) -> str:
    """What was typed, folded: the same login, and the same count, however it is written."""
    return fold_login(login)[:LONGEST_LOGIN]


def standing(session: Session, kind: Kind, login: str, at: datetime, station: str | None = None) -> TryState:
    """Where the failures so far leave who tries at `station` (None: at whichever is the strictest).

    The same whether the login exists or not. Central sees the failures at every agency's stations, a station
    those at its own agency's.
    """
    failures = _failures(_rows(session, kind, login), at)
    return _patience(session, at).standing(failures, station, at)


def is_locked(session: Session, kind: Kind, login: str, day: date) -> bool:
    """Whether some station was still closed to this login on that day, so that staff may be asked to help."""
    locks = [row for row in _rows(session, kind, login) if row.locked and not _is_later(row, day)]
    return any(row.blocked_until is None or local_day(row.blocked_until) >= day for row in locks)


def next_delay(session: Session, kind: Kind, login: str, at: datetime, station: str | None = None) -> int:
    """The seconds one more failure at `at` would cost."""
    failures = _failures(_rows(session, kind, login), at)
    return _patience(session, at).after(failures, station, at).wait_seconds


def count_failure(
    session: Session, kind: Kind, login: str, scope: str, at: datetime, station: str = ""
) -> TryState:
    """Adds a failure and tells what follows from it."""
    row = _own(session, kind, login, scope)
    row.last_failure_at = at
    _write(row, _with(_read(row), FailedTry(station, at)))
    _sum_up(session, kind, login, row, at)
    return standing(session, kind, login, at, station)


def forget_failures(
    session: Session, kind: Kind, login: str, scope: str, at: datetime, station: str = ""
) -> None:
    """Who proved it at a station begins anew there; in the day's number the failures stay."""
    rows = _rows(session, kind, login)
    row = next((each for each in rows if each.scope == scope), None)
    if row is not None:
        _write(row, [each.behind() if each.station == station else each for each in _read(row)])
        _sum_up(session, kind, login, row, at)


def unlock(session: Session, kind: Kind, login: str, scope: str, reason: str, at: datetime) -> None:
    """Staff vouch for the person: all that was counted so far is forgiven, in whatever agency it was."""
    if _rows(session, kind, login):
        row = _own(session, kind, login, scope)
        row.forgiven_at = at
        row.unlock_reason = reason
        _write(row, [])
        _sum_up(session, kind, login, row, at)


def count_id(kind: Kind, login: str) -> str:
    """How the ids of all counts of this login begin; one of another agency goes on with @."""
    return f"{kind}:{typed_login(login)[:LONGEST_COUNTED]}"


def _rows(session: Session, kind: Kind, login: str) -> Sequence[Attempt]:
    plain = count_id(kind, login)
    found = select(Attempt).where(
        or_(Attempt.id == plain, Attempt.id.startswith(f"{plain}@", autoescape=True))
    )
    return session.scalars(found).all()


def _own(session: Session, kind: Kind, login: str, scope: str) -> Attempt:
    """The count that this agency keeps, begun if need be: under the plain id, unless another has it."""
    found = next((row for row in _rows(session, kind, login) if row.scope == scope), None)
    if found is not None:
        return found
    plain = count_id(kind, login)
    row = Attempt(
        id=plain if session.get(Attempt, plain) is None else f"{plain}@{scope}",
        scope=scope,
        failures=0,
        last_failure_at=None,
        blocked_until=None,
        locked=False,
        unlock_reason="",
        tries="",
        forgiven_at=None,
    )
    session.add(row)
    return row


def _failures(rows: Iterable[Attempt], at: datetime) -> list[FailedTry]:
    """All that were not forgiven. A forgiveness of the future comes of a clock that ran ahead."""
    counts = list(rows)
    said = (row.forgiven_at for row in counts if row.forgiven_at is not None)
    forgiven = max((each for each in said if each <= at + CLOCK_TOLERANCE), default=None)
    failures = (each for row in counts for each in _read(row))
    return [each for each in failures if forgiven is None or each.at > forgiven]


def _is_later(row: Attempt, day: date) -> bool:
    """Whether a clock that ran ahead noted it."""
    return row.last_failure_at is not None and local_day(row.last_failure_at) > day


def _with(failures: list[FailedTry], new: FailedTry) -> list[FailedTry]:
    """In order of time. What is told late, or by a clock that ran ahead, takes no place of what counts."""
    known = sorted((each for each in failures if each.at > new.at - DAY), key=lambda each: each.at)
    before = [each for each in known if each.at <= new.at + CLOCK_TOLERANCE]
    after = known[len(before) :]
    return [*before, new][-MOST_KEPT:] + after[-MOST_KEPT:]


def _read(row: Attempt) -> list[FailedTry]:
    return msgspec.json.decode(row.tries, type=list[FailedTry]) if row.tries else []


def _write(row: Attempt, failures: list[FailedTry]) -> None:
    row.tries = msgspec.json.encode(failures).decode() if failures else ""


def _sum_up(session: Session, kind: Kind, login: str, row: Attempt, at: datetime) -> None:
    """Says in the other columns of the count, for whoever reads no more than these, where it stands."""
    session.flush()
    last = max((each.at for each in _read(row)), default=at)
    state = standing(session, kind, login, max(at, last))
    row.failures = sum(each.in_a_row for each in _read(row))
    row.blocked_until = max(at, last) + timedelta(seconds=state.wait_seconds) if state.wait_seconds else None
    row.locked = state.state == "locked"
    session.flush()


def _patience(session: Session, at: datetime) -> Patience:
    day = local_day(at)
    return Patience(
        free=in_force(session, parameters.SIGN_IN_FREE_ATTEMPTS, day),
        lock_after=in_force(session, parameters.SIGN_IN_LOCK_AFTER, day),
        closed=timedelta(
            minutes=_since_then(session, parameters.SIGN_IN_CLOSED_MINUTES, day, CLOSED_MINUTES)
        ),
        most_a_day=_since_then(session, parameters.SIGN_IN_MOST_A_DAY, day, MOST_A_DAY),
    )


def _since_then(session: Session, key: str, day: date, before: int) -> int:
    """As `in_force`; an updated station serves, until it has fetched all anew, from rows without that key."""
    known = known_parameters(session, key)
    return parameters.in_force(known, key, day) if known else before
