"""Amounts, dates and moments, as French and English people write them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.views.common.language import Language, offered
from desktop.views.common.words import clock, day, moment, money, period, short_day
from tests.views.common.conftest import Dress

NOW = datetime(2026, 11, 22, 13, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cents", "words"),
    [
        (0, "0,00\u00a0€"),
        (5, "0,05\u00a0€"),
        (123_456, "1\u00a0234,56\u00a0€"),
        (-40_000, "−400,00\u00a0€"),
        (100_000_000_00, "100\u00a0000\u00a0000,00\u00a0€"),
    ],
)
def test_french_amounts(cents: int, words: str, dress: Dress) -> None:
    dress()
    assert money(cents) == words


def test_english_amounts_put_the_sign_first(dress: Dress) -> None:
    dress(language=Language.EN)
    assert (money(123_456), money(-5)) == ("€1,234.56", "−€0.05")


def test_arabic_amounts_keep_western_figures(dress: Dress) -> None:
    dress(language=Language.AR)
    assert set("1234,.56").intersection(money(123_456)) >= set("123456")


def test_french_dates(dress: Dress) -> None:
    dress()
    assert day(date(2026, 11, 22)) == "dimanche 22 novembre 2026"
    assert short_day(date(2026, 1, 5)) == "05/01/2026"
    assert period("2026-11") == "novembre 2026"


def test_a_clock_shows_the_time_in_paris_summer_and_winter(dress: Dress) -> None:
    dress()
    assert clock(NOW) == "14:05"
    assert clock(datetime(2026, 7, 14, 13, 5, tzinfo=UTC)) == "15:05"


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=20), "à l’instant"),
        (timedelta(minutes=5), "il y a 5"),
        (timedelta(hours=3), "11:05"),
        (timedelta(days=1), "hier"),
        (timedelta(days=40), "13 octobre 2026"),
    ],
)
def test_how_long_ago_in_french(ago: timedelta, words: str, dress: Dress) -> None:
    dress()
    assert words in moment(NOW - ago, NOW)


def test_midnight_in_paris_parts_today_from_yesterday(dress: Dress) -> None:
    dress(language=Language.EN)
    past_midnight = datetime(2026, 11, 22, 0, 30, tzinfo=UTC)
    assert moment(datetime(2026, 11, 21, 22, 59, tzinfo=UTC), past_midnight).startswith("yesterday")
    assert moment(datetime(2026, 11, 21, 23, 1, tzinfo=UTC), past_midnight).startswith("today")


def test_french_comes_first_among_the_languages() -> None:
    assert offered()[:2] == (Language.FR, Language.EN)


def test_only_arabic_runs_from_right_to_left() -> None:
    assert [language for language in Language if language.rtl] == [Language.AR]
