"""When something happened, of all that a station's clock may say."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.rules.believed_time import believed

ENROLLED, NOW = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 12, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("claimed", "believed_at"),
    [
        (NOW, NOW),
        (NOW - timedelta(weeks=6), NOW - timedelta(weeks=6)),
        (NOW + timedelta(milliseconds=1), NOW),
        (datetime(2099, 1, 1, tzinfo=UTC), NOW),
        (datetime(1970, 1, 1, tzinfo=UTC), ENROLLED),
        (ENROLLED - timedelta(seconds=1), ENROLLED),
    ],
)
def test_a_time_lies_between_enrolment_and_now(claimed: datetime, believed_at: datetime) -> None:
    assert believed(claimed, ENROLLED, NOW) == believed_at
