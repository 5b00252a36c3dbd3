"""Amounts as people type and read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Invalid
from desktop.rules.money import MAX_CENTS, format_cents, parse_cents

TYPED = [
    ("12", 1200),
    ("12,5", 1250),
    ("12.5", 1250),
    ("12,50", 1250),
    ("0,01", 1),
    (",5", 50),
    ("12,", 1200),
    ("1 234,56", 123456),
    ("1 234,56 €", 123456),
    ("1\u202f234,56\u00a0€", 123456),
    ("1\u00a0234", 123400),
    ("1 234 567,89", 123456789),
    ("1,234.56", 123456),
    ("€1,234.56", 123456),
    ("1.234,56", 123456),
    ("1,234,567", 123456700),
    ("12€50", 1250),
    ("12 € 50", 1250),
    ("12 EUR", 1200),
    ("12 euros", 1200),
    ("  515,04  ", 51504),
    ("0", 0),
    ("000000000000012,00", 1200),
    ("-5", -500),
    ("\u22125,00", -500),
    ("661,37", 66137),
    ("\u0661\u0662\u066b\u0665", 1250),
    ("\u200e\u22121,234.56\u00a0€", -123456),
    ("999 999 999,99", MAX_CENTS),
]


@pytest.mark.parametrize(("text", "cents"), TYPED)
def test_an_amount_is_read_as_it_was_meant(text: str, cents: int) -> None:
    assert parse_cents(text) == cents


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "amount_missing"),
        ("   ", "amount_missing"),
        ("€", "amount_missing"),
        ("abc", "amount_malformed"),
        ("12a", "amount_malformed"),
        ("1,2,3", "amount_malformed"),
        ("12 50", "amount_malformed"),
        ("1 23,00", "amount_malformed"),
        ("1.234.56", "amount_malformed"),
        ("1,234,56", "amount_malformed"),
        ("--5", "amount_malformed"),
        (",", "amount_malformed"),
        ("1e3", "amount_malformed"),
        ("½", "amount_malformed"),
        ("12\x00", "amount_malformed"),
        ("12,505", "amount_too_precise"),
        ("12,5055", "amount_too_precise"),
        ("1 234,567", "amount_too_precise"),
        ("1,234", "amount_too_precise"),
        ("1.234", "amount_too_precise"),
        ("1000000000", "amount_too_big"),
        ("9" * 9000, "amount_too_big"),
    ],
)
def test_an_amount_that_could_mean_something_else_is_refused(text: str, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        parse_cents(text)
    assert (refusal.value.field, refusal.value.code) == ("amount", code)


def test_the_refusal_names_the_field_it_was_read_from() -> None:
    with pytest.raises(Invalid) as refusal:
        parse_cents("x", field="tendered")
    assert refusal.value.field == "tendered"


@pytest.mark.parametrize(
    ("cents", "language", "text"),
    [
        (123456, "fr", "1\u202f234,56\u00a0€"),
        (5, "fr", "0,05\u00a0€"),
        (-50000, "fr", "\u2212500,00\u00a0€"),
        (100000000, "fr", "1\u202f000\u202f000,00\u00a0€"),
        (123456, "fr_FR", "1\u202f234,56\u00a0€"),
        (123456, "en", "€1,234.56"),
        (123456, "en-GB", "€1,234.56"),
        (-123456, "en", "\u2212€1,234.56"),
        (123456, "ar", "1,234.56\u00a0€"),
        (-50, "ar", "\u200e\u22120.50\u00a0€"),
        (0, "fr", "0,00\u00a0€"),
    ],
)
def test_an_amount_is_written_as_the_language_does(cents: int, language: str, text: str) -> None:
    assert format_cents(cents, language) == text


@given(cents=st.integers(-MAX_CENTS, MAX_CENTS), language=st.sampled_from(["fr", "en", "ar"]))
def test_what_is_written_can_be_typed_back(cents: int, language: str) -> None:
    assert parse_cents(format_cents(cents, language)) == cents
