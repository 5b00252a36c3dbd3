"""How long someone who failed must wait, where, and that nobody waits for ever."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.rules.patience import FailedTry, Patience, TryState, delay_seconds

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
RULE = Patience(free=2, lock_after=10, closed=HOUR, most_a_day=25)


def failures(count: int, station: str = "kiosk-1", at: datetime = NOW) -> list[FailedTry]:
    return [FailedTry(station, at)] * count


@pytest.mark.parametrize(
    ("count", "seconds"),
    [(0, 0), (1, 0), (2, 0), (3, 20), (4, 30), (5, 60), (6, 120), (7, 300), (8, 600), (9, 900), (50, 900)],
)
def test_two_slips_are_free_then_each_wait_is_longer(count: int, seconds: int) -> None:
    assert delay_seconds(count) == seconds


@pytest.mark.parametrize("free", [0, 1, 2, 4, 9])
def test_waits_never_shrink_and_the_fifth_failure_costs_a_minute_whatever_is_free(free: int) -> None:
    waits = [delay_seconds(failures, free) for failures in range(15)]
    assert waits == sorted(waits)
    assert min(waits[5:]) >= 60
    assert all(wait > 0 for wait in waits[min(free, 4) + 1 :])


@pytest.mark.parametrize(
    ("count", "state"),
    [
        (0, TryState("open")),
        (2, TryState("open")),
        (3, TryState("wait", 20)),
        (9, TryState("wait", 900)),
        (10, TryState("locked", 3600)),
        (24, TryState("locked", 3600)),
        (25, TryState("locked", 24 * 3600)),
    ],
)
def test_ten_in_a_row_close_a_station_for_an_hour_and_twenty_five_all_for_a_day(
    count: int, state: TryState
) -> None:
    assert RULE.standing(failures(count), "kiosk-1", NOW) == state


def test_what_happened_at_another_station_closes_this_one_only_by_the_number_of_a_day() -> None:
    elsewhere = failures(24, "kiosk-2")
    assert RULE.standing(elsewhere, "kiosk-1", NOW).state == "open"
    assert RULE.standing(elsewhere, None, NOW).state == "locked"
    assert RULE.standing([*elsewhere, *failures(1)], "kiosk-1", NOW).state == "locked"


@pytest.mark.parametrize(("count", "heals"), [(9, timedelta(minutes=15)), (10, HOUR), (24, HOUR), (25, DAY)])
def test_whatever_it_was_it_is_over_by_itself(count: int, heals: timedelta) -> None:
    tried = failures(count)
    assert RULE.standing(tried, "kiosk-1", NOW + heals - timedelta(seconds=1)).state != "open"
    assert RULE.standing(tried, "kiosk-1", NOW + heals) == TryState("open")


def test_no_more_than_twenty_five_attempts_fit_in_a_day_however_patient_one_is() -> None:
    now, tried = NOW, []
    while now < NOW + DAY:
        tried.append(FailedTry("kiosk-1", now))
        now += timedelta(seconds=RULE.standing(tried, "kiosk-1", now).wait_seconds)
    assert len(tried) == 25


def test_twenty_five_in_a_day_are_counted_over_any_day_not_from_midnight_on() -> None:
    tried = [FailedTry(f"kiosk-{hour}", NOW + hour * HOUR) for hour in range(25)]
    assert RULE.standing(tried, None, NOW + 24 * HOUR).state == "open"
    dense = [FailedTry(f"kiosk-{each}", NOW + each * HOUR / 2) for each in range(25)]
    assert RULE.standing(dense, None, NOW + 13 * HOUR) == TryState("locked", 11 * 3600)


@pytest.mark.parametrize("ahead", [timedelta(minutes=16), DAY, 72 * 365 * DAY])
@pytest.mark.parametrize("count", [3, 10, 25])
def test_a_clock_that_ran_ahead_makes_nobody_wait_once_it_is_right(count: int, ahead: timedelta) -> None:
    assert RULE.standing(failures(count, at=NOW + ahead), "kiosk-1", NOW) == TryState("open")


def test_nobody_waits_longer_for_a_clock_that_is_a_little_ahead() -> None:
    assert RULE.standing(failures(3, at=NOW + timedelta(minutes=10)), "kiosk-1", NOW) == TryState("wait", 20)


def test_who_proved_it_at_a_station_begins_anew_there_and_there_alone() -> None:
    tried = [each.behind() for each in failures(9)] + failures(9, "kiosk-2")
    assert RULE.after(tried, "kiosk-1", NOW) == TryState("open")
    assert RULE.after(tried, "kiosk-2", NOW) == TryState("locked", 3600)
