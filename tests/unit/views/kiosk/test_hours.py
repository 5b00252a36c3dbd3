"""Opening hours as the ERP writes them, and what is no such thing."""

import pytest

from desktop.views.kiosk.welcome.hours import Hours, parse_hours


def test_days_and_spans_are_read() -> None:
    assert parse_hours("Lun-Jeu 08:30-12:00 13:30-17:30|Ven 08:30-12:00") == (
        Hours(0, 3, (("08:30", "12:00"), ("13:30", "17:30"))),
        Hours(4, 4, (("08:30", "12:00"),)),
    )


@pytest.mark.parametrize(
    "written", ["", "toujours ouvert", "Lun-Jeu", "Xyz 08:30-12:00", "Jeu-Lun 08:30-12:00", "Lun 8h-12h"]
)
def test_none_are_better_than_wrong_ones(written: str) -> None:
    assert parse_hours(written) == ()


def test_one_line_that_cannot_be_read_spoils_the_whole() -> None:
    assert parse_hours("Lun-Jeu 08:30-12:00|Ven bientôt") == ()
