"""What a tenant types from the welcome letter: contract number, activation code, birth date."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Final

from desktop.errors import Invalid
from desktop.rules.typed_day import typed_day

ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0 and O, no 1 and I: nobody has to guess which one the letter shows."""

LENGTH: Final = 10
"""Signs of a code, as the landlord's ERP prints them: 50 bits."""

LEASE_NUMBER_LENGTH: Final = 11
_OLDEST = 120
_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u2212._/]+")


def normalise(text: str) -> str:
    """The code in capitals, without spaces and dashes.

    Raises Invalid on "activation_code": code_missing; code_impossible_character (facts: character, which no
    code holds, as O, 0, I and 1); code_wrong_length (facts: length, expected).
    """
    code = _plain(text).upper()
    if not code:
        raise Invalid("activation_code", "code_missing")
    for character in code:
        if character not in ALPHABET:
            raise Invalid("activation_code", "code_impossible_character", character=character)
    if len(code) != LENGTH:
        raise Invalid("activation_code", "code_wrong_length", length=len(code), expected=LENGTH)
    return code


def new_code(choose: Callable[[str], str]) -> str:
    """A fresh code; `choose` picks one sign of a text, as `secrets.choice` does."""
    return "".join(choose(ALPHABET) for _ in range(LENGTH))


def in_two(code: str) -> str:
    """The code as it is printed and read aloud, in two halves."""
    return f"{code[: LENGTH // 2]} {code[LENGTH // 2 :]}"


def normalise_lease_number(text: str) -> str:
    """The contract number, eleven digits, without spaces and dashes.

    Raises Invalid on "lease_number": lease_number_missing, lease_number_malformed (facts: length, expected).
    """
    number = _plain(text)
    if not number:
        raise Invalid("lease_number", "lease_number_missing")
    if not (number.isascii() and number.isdigit() and len(number) == LEASE_NUMBER_LENGTH):
        raise Invalid(
            "lease_number", "lease_number_malformed", length=len(number), expected=LEASE_NUMBER_LENGTH
        )
    return number


def parse_birth_date(text: str, today: date) -> date:
    """The day, as people type it: 15/06/1979, 15.6.1979, 15 06 1979, 15061979 or 1979-06-15.

    Raises Invalid on "birth_date": birth_date_missing, birth_date_malformed, birth_date_short_year (79 may be
    1879 or 1979), birth_date_impossible (31/02), birth_date_future, birth_date_too_old (over 120 years).
    """
    birth = typed_day("birth_date", text)
    if birth > today:
        raise Invalid("birth_date", "birth_date_future")
    if birth.year < today.year - _OLDEST:
        raise Invalid("birth_date", "birth_date_too_old")
    return birth


def _plain(text: str) -> str:
    """Western digits and no separators; full-width signs become plain ones."""
    digits = "".join(str(unicodedata.decimal(sign, sign)) for sign in unicodedata.normalize("NFKC", text))
    return _SEPARATORS.sub("", digits)
