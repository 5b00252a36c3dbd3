"""A clock that cannot be right, because the program did not exist yet: no certificate is valid then."""

from datetime import UTC, datetime

from desktop.errors import Offline
from desktop.sync.wire.trust import DISTRUST

BUILT_AFTER = datetime(2026, 11, 1, tzinfo=UTC)
"""No build of this version is older; moved forward with each release."""


def milliseconds_behind(now: datetime) -> int:
    """By how much, at least, a clock that shows `now` is slow; 0 when it may be right."""
    return max(round((BUILT_AFTER - now).total_seconds() * 1000), 0)


def explained(failure: Offline, now: datetime) -> Offline:
    """The same failure; an untrusted central is the clock's doing when the clock cannot be right."""
    if failure.code in DISTRUST and milliseconds_behind(now):
        return Offline("clock_before_build", now=now.isoformat())
    return failure
