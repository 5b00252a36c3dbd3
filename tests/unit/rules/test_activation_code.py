"""What a tenant types from the welcome letter."""

from collections.abc import Callable
from datetime import date

import pytest

from desktop.errors import Invalid
from desktop.rules.activation_code import (
    ALPHABET,
    LENGTH,
    in_two,
    new_code,
    normalise,
    normalise_lease_number,
    parse_birth_date,
)

TODAY = date(2026, 11, 22)


def refusal(reading: Callable[[], object]) -> tuple[str, str, dict[str, object]]:
    with pytest.raises(Invalid) as refused:
        reading()
    return refused.value.field, refused.value.code, refused.value.facts


@pytest.mark.parametrize(
    "text",
    [
        "2X38AZEGB7",
        "2x38azegb7",
        " 2X38A ZEGB7 ",
        "2X38-AZEGB-7",
        "2X38\u2013AZEGB7",
        "2x38a\u00a0zegb7",
        "\uff12X38AZEGB7",
    ],
)
def test_a_code_is_read_however_it_is_typed(text: str) -> None:
    assert normalise(text) == "2X38AZEGB7"


@pytest.mark.parametrize("character", ["O", "0", "I", "1", "É", "?", "\u0410"])
def test_a_character_no_code_holds_is_named(character: str) -> None:
    assert refusal(lambda: normalise(f"2X38AZEGB{character.lower()}")) == (
        "activation_code",
        "code_impossible_character",
        {"character": character},
    )


@pytest.mark.parametrize(
    ("text", "code", "facts"),
    [
        ("", "code_missing", {}),
        (" - ", "code_missing", {}),
        ("2X38AZEGB", "code_wrong_length", {"length": 9, "expected": 10}),
        ("2X38AZEGB77", "code_wrong_length", {"length": 11, "expected": 10}),
        ("2X38AZEGB\x00", "code_impossible_character", {"character": "\x00"}),
    ],
)
def test_what_is_no_code_is_refused(text: str, code: str, facts: dict[str, object]) -> None:
    assert refusal(lambda: normalise(text)) == ("activation_code", code, facts)


def test_a_new_code_uses_the_whole_alphabet_and_reads_back() -> None:
    signs = iter(ALPHABET)
    codes = [new_code(lambda alphabet: next(signs) if alphabet == ALPHABET else "?") for _ in range(3)]
    assert "".join(codes) == ALPHABET[: 3 * LENGTH]
    assert [normalise(in_two(code)) for code in codes] == codes
    assert in_two("2X38AZEGB7") == "2X38A ZEGB7"


@pytest.mark.parametrize("text", ["17580000012", " 1758 0000 012 ", "1758-0000-012", "1758.0000.012"])
def test_a_contract_number_is_read_with_or_without_spaces(text: str) -> None:
    assert normalise_lease_number(text) == "17580000012"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "lease_number_missing"),
        ("  ", "lease_number_missing"),
        ("1758000001", "lease_number_malformed"),
        ("175800000122", "lease_number_malformed"),
        ("1758000001O", "lease_number_malformed"),
        ("1758000001\u00bd", "lease_number_malformed"),
    ],
)
def test_what_is_no_contract_number_is_refused(text: str, code: str) -> None:
    assert refusal(lambda: normalise_lease_number(text))[:2] == ("lease_number", code)


@pytest.mark.parametrize(
    "text",
    [
        "15/06/1979",
        "15/6/1979",
        "15-06-1979",
        "15.06.1979",
        "15 06 1979",
        "15 / 06 / 1979",
        "15061979",
        "1979-06-15",
        " 15/06/1979 ",
        "\u0661\u0665/\u0660\u0666/\u0661\u0669\u0667\u0669",
    ],
)
def test_a_birth_date_is_read_however_it_is_typed(text: str) -> None:
    assert parse_birth_date(text, TODAY) == date(1979, 6, 15)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "birth_date_missing"),
        ("juin 1979", "birth_date_malformed"),
        ("1506197", "birth_date_malformed"),
        ("15/06", "birth_date_malformed"),
        ("15/06/979", "birth_date_malformed"),
        ("15/06/19791", "birth_date_malformed"),
        ("15/06/" + "9" * 5000, "birth_date_malformed"),
        ("15/06/79", "birth_date_short_year"),
        ("31/02/1979", "birth_date_impossible"),
        ("29/02/1979", "birth_date_impossible"),
        ("00/06/1979", "birth_date_impossible"),
        ("06/15/1979", "birth_date_impossible"),
        ("15/06/0000", "birth_date_impossible"),
        ("23/11/2026", "birth_date_future"),
        ("31/12/1905", "birth_date_too_old"),
    ],
)
def test_a_birth_date_nobody_has_is_refused(text: str, code: str) -> None:
    assert refusal(lambda: parse_birth_date(text, TODAY))[:2] == ("birth_date", code)


@pytest.mark.parametrize(("text", "day"), [("22/11/2026", TODAY), ("01/01/1906", date(1906, 1, 1))])
def test_the_youngest_and_the_oldest_are_welcome(text: str, day: date) -> None:
    assert parse_birth_date(text, TODAY) == day


def test_a_leap_day_is_a_birthday() -> None:
    assert parse_birth_date("29/02/2024", TODAY) == date(2024, 2, 29)
