"""What is printed again says so."""

from datetime import UTC, date, datetime

import pytest

from desktop.rules.duplicate import Issue, original_of

MORNING, EVENING = (datetime(2026, 11, 22, hour, tzinfo=UTC) for hour in (9, 17))
TODAY, YESTERDAY = date(2026, 11, 22), date(2026, 11, 21)
HERE_TODAY = Issue(MORNING, TODAY, here=True)


@pytest.mark.parametrize("issue", [None, HERE_TODAY])
def test_what_was_never_printed_is_the_original(issue: Issue | None) -> None:
    assert original_of((), issue, TODAY) is None


def test_a_receipt_printed_before_is_a_duplicate_of_the_day_it_was_issued() -> None:
    assert original_of((EVENING,), HERE_TODAY, TODAY) == MORNING


def test_a_rent_receipt_printed_before_is_a_duplicate_of_its_first_print() -> None:
    assert original_of((EVENING, MORNING), None, TODAY) == MORNING


@pytest.mark.parametrize("issue", [Issue(MORNING, YESTERDAY, here=True), Issue(MORNING, TODAY, here=False)])
def test_without_a_record_a_receipt_of_another_day_or_station_was_handed_over_then(issue: Issue) -> None:
    assert original_of((), issue, TODAY) == MORNING
