"""Amounts in words: receipts have carried them for as long as figures could be forged."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.language import words_en, words_fr

UNITS = {word: number for number, word in enumerate(words_fr._UNITS)}
TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}


def french_to_number(words: str) -> int:
    """Read French number words back by the grammar, not by the tables of the speller."""
    total = group = 0
    plain = words.replace("quatre-vingts", "huitante").replace("quatre-vingt", "huitante").replace("-", " ")
    for word in re.sub(r"(cent|million|milliard)s", r"\1", plain).split():
        if word == "et":
            continue
        if word == "cent":
            group = max(group, 1) * 100
        elif word == "mille":
            total, group = total + max(group, 1) * 1000, 0
        elif word in {"million", "milliard"}:
            total, group = total + group * (10**6 if word == "million" else 10**9), 0
        elif word == "huitante":
            group += 80
        else:
            group += TENS.get(word, 0) or UNITS[word]
    return total + group


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zéro"),
        (16, "seize"),
        (21, "vingt et un"),
        (22, "vingt-deux"),
        (61, "soixante et un"),
        (70, "soixante-dix"),
        (71, "soixante et onze"),
        (77, "soixante-dix-sept"),
        (80, "quatre-vingts"),
        (81, "quatre-vingt-un"),
        (91, "quatre-vingt-onze"),
        (99, "quatre-vingt-dix-neuf"),
        (100, "cent"),
        (101, "cent un"),
        (200, "deux cents"),
        (201, "deux cent un"),
        (280, "deux cent quatre-vingts"),
        (1000, "mille"),
        (1001, "mille un"),
        (80_000, "quatre-vingt mille"),
        (200_000, "deux cent mille"),
        (1_000_000, "un million"),
        (80_000_000, "quatre-vingts millions"),
        (200_000_000, "deux cents millions"),
        (2_000_000_001, "deux milliards un"),
    ],
)
def test_french_numbers_are_spelt_as_grammar_asks(number: int, words: str) -> None:
    assert words_fr.number_in_words(number) == words


@given(st.integers(0, 999_999_999_999))
def test_any_french_number_can_be_read_back(number: int) -> None:
    assert french_to_number(words_fr.number_in_words(number)) == number


@pytest.mark.parametrize(
    ("cents", "words"),
    [
        (66137, "six cent soixante et un euros et trente-sept centimes"),
        (100, "un euro"),
        (101, "un euro et un centime"),
        (50, "cinquante centimes"),
        (0, "zéro euro"),
        (8000, "quatre-vingts euros"),
        (100_000_000, "un million d’euros"),
        (100_000_100, "un million un euros"),
        (-4628, "moins quarante-six euros et vingt-huit centimes"),
    ],
)
def test_french_amounts_agree_in_number(cents: int, words: str) -> None:
    assert words_fr.amount_in_words(cents) == words


@pytest.mark.parametrize(
    ("cents", "words"),
    [
        (66137, "six hundred and sixty-one euros and thirty-seven cents"),
        (100, "one euro"),
        (1, "one cent"),
        (0, "zero euros"),
        (100_500, "one thousand and five euros"),
        (123_456, "one thousand two hundred and thirty-four euros and fifty-six cents"),
        (200_000_000, "two million euros"),
        (-2000, "minus twenty euros"),
    ],
)
def test_english_amounts_are_spelt_as_in_britain(cents: int, words: str) -> None:
    assert words_en.amount_in_words(cents) == words
