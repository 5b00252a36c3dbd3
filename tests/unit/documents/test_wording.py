"""The words of papers: complete in every language, typeset as each language asks."""

import re
from datetime import UTC, date, datetime
from string import Formatter

import pytest

from desktop.documents.language.opening import opening_words
from desktop.documents.language.typography import NARROW, NBSP, one_line
from desktop.documents.language.wording import LANGUAGES, Wording, local_day, texts
from desktop.documents.parties import Person
from desktop.errors import Invalid
from tests.unit.documents import samples

FR, EN = Wording("fr"), Wording("en")


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_french_says(language: str) -> None:
    french, other = texts("fr"), texts(language)
    assert french.keys() == other.keys()
    assert {key: fields(french[key]) for key in french} == {key: fields(other[key]) for key in french}


def test_french_never_breaks_a_line_before_its_signs() -> None:
    loose = {key: text for key, text in texts("fr").items() if re.search(r" [;:!?»€%]|« ", text)}
    assert loose == {}
    assert NARROW + "?" in texts("fr")["visit_summary.wrong"]
    assert NBSP + ":" in texts("fr")["visit_summary.wrong"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_apostrophes_are_typographic(language: str) -> None:
    assert [key for key, text in texts(language).items() if "'" in text] == []


def test_amounts_read_as_each_language_writes_them() -> None:
    assert FR.money(123_456) == f"1{NARROW}234,56{NBSP}€"
    assert FR.money(-5) == f"−0,05{NBSP}€"
    assert EN.money(123_456) == "€1,234.56"


def test_the_first_of_a_month_is_premier() -> None:
    assert FR.day(date(2026, 11, 1)) == f"1er{NBSP}novembre{NBSP}2026"
    assert FR.day(date(2026, 11, 2)) == f"2{NBSP}novembre{NBSP}2026"


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2026-10", "d’octobre 2026"),
        ("2026-04", "d’avril 2026"),
        ("2026-08", "d’août 2026"),
        ("2026-11", "de novembre 2026"),
    ],
)
def test_months_are_elided_where_french_elides_them(period: str, words: str) -> None:
    assert FR.of_period(period).replace(NBSP, " ") == words


@pytest.mark.parametrize("period", ["2026-13", "2026-00", "26-11", "novembre", "2026/11", ""])
def test_what_is_no_month_is_refused(period: str) -> None:
    with pytest.raises(Invalid, match="not_a_month"):
        FR.period(period)


def test_late_evening_in_utc_is_already_tomorrow_in_paris() -> None:
    moment = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    assert local_day(moment) == date(2026, 7, 2)
    assert FR.moment(moment).replace(NBSP, " ") == "2 juillet 2026 à 0 h 30"
    assert EN.time(moment) == "00:30"


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(Invalid, match="time_without_zone"):
        FR.moment(datetime(2026, 7, 1, 22, 30))  # noqa: DTZ001 (what is refused)


def test_a_language_nobody_wrote_is_refused() -> None:
    with pytest.raises(Invalid, match="unknown_language"):
        Wording("nl")


def test_people_are_joined_as_one_speaks() -> None:
    people = (samples.DIANE, samples.PAUL, Person(civility="", first="Inès", last="FRANÇOIS"))
    assert FR.people(people).replace(NBSP, " ") == "Mme Diane EL AMRANI, M. Paul D'HALLUIN et Inès FRANÇOIS"
    assert EN.people(people[:1]).replace(NBSP, " ") == "Ms Diane EL AMRANI"


def test_a_postcode_stays_with_its_commune() -> None:
    assert one_line(("12 rue Neuve", "", "62000 Arras")) == f"12 rue Neuve, 62000{NBSP}Arras"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Lun-Jeu 08:30-12:00 13:30-17:30", "lundi à jeudi 8 h 30–12 h et 13 h 30–17 h 30"),
        ("Ven 08:30-12:00", "vendredi 8 h 30–12 h"),
        ("sur rendez-vous", "sur rendez-vous"),
        ("Xyz 08:30-12:00", "Xyz 08:30-12:00"),
    ],
)
def test_opening_hours_of_the_erp_become_words(line: str, words: str) -> None:
    assert opening_words(line, FR).replace(NBSP, " ") == words
