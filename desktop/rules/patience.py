"""How long someone who failed to prove who they are must wait, and when only staff can help.

Source: CNIL, délibération 2022-100: with a password of this strength, access is slowed down more and more and
blocked after ten failures in a row at most; its earlier recommendation (2017-012) gives the measure, at least
one minute after five failures and no more than 25 attempts a day.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

_DELAYS: Final = (0, 5, 10, 20, 30, 60, 120, 300, 600, 900)
"""Seconds after each failure, from none to the ninth: the fifth costs a minute, all together half an hour."""


@dataclass(frozen=True, slots=True)
class Patience:
    """What follows from the failures so far. `blocked_until`: None when the next attempt may come at once."""

    failures: int
    blocked_until: datetime | None
    locked: bool


def delay_seconds(failures: int, free_attempts: int = 2) -> int:
    """Seconds to wait after this many failures in a row; the first `free_attempts` cost nothing.

    From the fifth on it is never less than a minute, whatever is free. `free_attempts` is the dated parameter
    sign_in_free_attempts.
    """
    if failures <= min(free_attempts, 4):
        return 0
    return _DELAYS[min(failures, len(_DELAYS) - 1)]


def after_failure(failures: int, now: datetime, lock_after: int, free_attempts: int = 2) -> Patience:
    """The state after one more failure than `failures`; `lock_after` is the parameter sign_in_lock_after."""
    count = failures + 1
    delay = delay_seconds(count, free_attempts)
    return Patience(
        failures=count,
        blocked_until=now + timedelta(seconds=delay) if delay else None,
        locked=count >= lock_after,
    )
