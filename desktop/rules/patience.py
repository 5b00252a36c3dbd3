"""How long someone who failed to prove who they are must wait, and when only a person can help.

Source: CNIL, délibération 2022-100: with a password of this strength, access is slowed down more and more and
blocked after ten failures in a row at most; its earlier recommendation (2017-012) gives the measure, at least
one minute after five failures and no more than 25 attempts a day. The numbers are dated parameters.

Nobody is locked out for good, least of all by somebody else: ten failures in a row close one station for a
while, twenty-five in a day every one of them, until that day is over or staff vouch for the person.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Final, Literal, Self

import msgspec

DAY: Final = timedelta(days=1)
"""So long a failure counts."""

CLOCK_TOLERANCE: Final = timedelta(minutes=15)
"""As long as the longest delay: so much two stations' clocks may differ before a failure is of the future."""

CLOSED_MINUTES: Final = 60
MOST_A_DAY: Final = 25
"""What held before these were parameters of the landlord."""

_DELAYS: Final = (0, 5, 10, 20, 30, 60, 120, 300, 600, 900)
"""Seconds after each failure, from none to the ninth: the fifth costs a minute, all together half an hour."""


class FailedTry(msgspec.Struct, frozen=True, array_like=True):
    """One failure to prove who one is. `in_a_row`: nobody proved it at that station since."""

    station: str
    at: datetime
    in_a_row: bool = True

    def behind(self) -> Self:
        """The same once somebody proved it there."""
        return msgspec.structs.replace(self, in_a_row=False)


@dataclass(frozen=True, slots=True)
class TryState:
    """Whether somebody may try now: open, wait, or locked, where only a person can help at once.

    Either opens by itself, after so many seconds.
    """

    state: Literal["open", "wait", "locked"]
    wait_seconds: int = 0


@dataclass(frozen=True, slots=True)
class Patience:
    """What the landlord allows: `free` failures without a wait; after `lock_after` in a row a station is
    closed for `closed`; after `most_a_day`, wherever they were, all are.
    """

    free: int
    lock_after: int
    closed: timedelta
    most_a_day: int

    def standing(self, failures: Collection[FailedTry], station: str | None, at: datetime) -> TryState:
        """Where these failures leave who tries at `station` (None: at whichever is the strictest)."""
        of_the_day = counting(failures, at)
        if len(of_the_day) >= self.most_a_day:
            day_over = sorted(each.at for each in of_the_day)[-self.most_a_day] + DAY
            return TryState("locked", max(1, _seconds(day_over - at)))
        stations = {each.station for each in of_the_day} if station is None else {station}
        states = [self._at_one(of_the_day, each, at) for each in stations]
        return max(states, key=lambda each: each.wait_seconds, default=TryState("open"))

    def after(self, failures: Collection[FailedTry], station: str | None, at: datetime) -> TryState:
        """Where one more failure at `at` would leave who tries at `station`; None as for `standing`."""
        stations = {station} if station is not None else {each.station for each in failures} | {""}
        states = (self.standing([*failures, FailedTry(each, at)], each, at) for each in stations)
        return max(states, key=lambda each: each.wait_seconds)

    def _at_one(self, failures: Collection[FailedTry], station: str, at: datetime) -> TryState:
        times = [each.at for each in failures if each.station == station and each.in_a_row]
        if not times:
            return TryState("open")
        closed = len(times) >= self.lock_after
        cost = self.closed if closed else timedelta(seconds=delay_seconds(len(times), self.free))
        left = _seconds(min(max(times) + cost - at, cost))
        return TryState("locked" if closed else "wait", left) if left > 0 else TryState("open")


def counting(failures: Collection[FailedTry], at: datetime) -> list[FailedTry]:
    """Those of the day before `at`; one of the future was noted by a clock that ran ahead."""
    return [each for each in failures if at - DAY < each.at <= at + CLOCK_TOLERANCE]


def delay_seconds(failures: int, free_attempts: int = 2) -> int:
    """Seconds to wait after this many failures in a row; the first `free_attempts` cost nothing.

    From the fifth on it is never less than a minute, whatever is free. `free_attempts` is the dated parameter
    sign_in_free_attempts.
    """
    if failures <= min(free_attempts, 4):
        return 0
    return _DELAYS[min(failures, len(_DELAYS) - 1)]


def _seconds(length: timedelta) -> int:
    return ceil(length.total_seconds())
