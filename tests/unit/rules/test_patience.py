"""How long someone who failed must wait."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.rules.patience import after_failure, delay_seconds

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 0), (1, 0), (2, 0), (3, 20), (4, 30), (5, 60), (6, 120), (7, 300), (8, 600), (9, 900), (50, 900)],
)
def test_two_slips_are_free_then_each_wait_is_longer(failures: int, seconds: int) -> None:
    assert delay_seconds(failures) == seconds


@pytest.mark.parametrize("free", [0, 1, 2, 4, 9])
def test_waits_never_shrink_and_the_fifth_failure_costs_a_minute_whatever_is_free(free: int) -> None:
    waits = [delay_seconds(failures, free) for failures in range(15)]
    assert waits == sorted(waits)
    assert min(waits[5:]) >= 60
    assert all(wait > 0 for wait in waits[min(free, 4) + 1 :])


def test_no_more_than_twenty_five_attempts_fit_in_a_day() -> None:
    now, failures, locked = NOW, 0, False
    while not locked and now < NOW + timedelta(days=1):
        state = after_failure(failures, now, lock_after=10)
        failures, locked, now = state.failures, state.locked, state.blocked_until or now
    assert failures == 10


@pytest.mark.parametrize(
    ("before", "wait", "locked"),
    [(0, None, False), (2, 20, False), (8, 900, False), (9, 900, True), (30, 900, True)],
)
def test_the_tenth_failure_locks(before: int, wait: int | None, locked: bool) -> None:
    state = after_failure(before, NOW, lock_after=10)
    assert state.failures == before + 1
    assert state.blocked_until == (NOW + timedelta(seconds=wait) if wait else None)
    assert state.locked is locked
