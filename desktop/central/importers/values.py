"""What one cell of an ERP file may hold, and the value that is stored for it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

Reader = Callable[[str], Any]
"""Turns a stripped cell into the raw value the database keeps, or raises BadValue."""

MAX_CENTS: Final = 99_999_999_99
EARLIEST_YEAR: Final = 1900
LATEST_YEAR: Final = 2100

_DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})", re.ASCII)
_PERIOD = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)
_AMOUNT = re.compile(
    r"([-+]?)(\d+|\d{1,3}(?:[ \u00a0\u2009\u202f']\d{3})+|\d{1,3}(?:\.\d{3})+(?=,))(?:,(\d{1,2}))?(-?)",
    re.ASCII,
)
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_EURO = re.compile(r"\s*€$")
_NO_NAME = frozenset(
    {"-", "--", "—", "–", ".", "..", "?", "*", "/", "X", "XX", "NC", "N/A", "NEANT", "NÉANT"}
)
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z._/-]*", re.ASCII)


class BadValue(Exception):
    """A cell, or the cells of a line together, cannot be used. `column` is known only to who reads a line."""

    def __init__(self, code: str, column: str | None = None, value: str | None = None, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.column = column
        self.value = value
        self.facts = facts


def text(longest: int, *, required: bool = False) -> Reader:
    """Free text of at most `longest` characters. Raises value_missing, text_too_long."""

    def read(cell: str) -> str:
        if len(cell) > longest:
            raise BadValue("text_too_long", longest=longest)
        if required and not cell:
            raise BadValue("value_missing")
        return cell

    return read


def given(longest: int, *, required: bool = False) -> Reader:
    """A name like `text`. Raises name_is_none too: where there is none, people write a dash."""
    read_text = text(longest, required=required)

    def read(cell: str) -> str:
        if cell.upper() in _NO_NAME:
            raise BadValue("name_is_none")
        return str(read_text(cell))

    return read


def spelt(spellings: Mapping[str, str]) -> Reader:
    """A word by any of its spellings, capitals and a full stop apart. Raises value_unknown."""

    def read(cell: str) -> str:
        try:
            return spellings[cell.rstrip(".").upper()]
        except KeyError:
            raise BadValue("value_unknown") from None

    return read


def code(longest: int, *, required: bool = True, pattern: re.Pattern[str] = _CODE) -> Reader:
    """An identifier, or empty text if optional. Raises value_missing, text_too_long, code_malformed."""

    def read(cell: str) -> str:
        if not cell:
            if required:
                raise BadValue("value_missing")
            return cell
        if len(cell) > longest:
            raise BadValue("text_too_long", longest=longest)
        if pattern.fullmatch(cell) is None:
            raise BadValue("code_malformed")
        return cell

    return read


def one_of(words: frozenset[str]) -> Reader:
    """One of the known words. Raises value_unknown."""

    def read(cell: str) -> str:
        if cell not in words:
            raise BadValue("value_unknown" if cell else "value_missing")
        return cell

    return read


def flag(meanings: dict[str, int]) -> Reader:
    """A yes or no as the ERP writes it. Raises value_unknown."""

    def read(cell: str) -> int:
        if cell not in meanings:
            raise BadValue("value_unknown" if cell else "value_missing")
        return meanings[cell]

    return read


def whole(smallest: int, largest: int, *, required: bool = True) -> Reader:
    """A whole number, or None if optional. Raises value_missing, number_malformed, number_out_of_range."""

    def read(cell: str) -> int | None:
        if not cell:
            if required:
                raise BadValue("value_missing")
            return None
        if _WHOLE.fullmatch(cell) is None:
            raise BadValue("number_malformed")
        if not smallest <= int(cell) <= largest:
            raise BadValue("number_out_of_range", smallest=smallest, largest=largest)
        return int(cell)

    return read


def often(reader: Reader) -> Reader:
    """The same reader for a column whose values repeat: it remembers the good ones it met last."""
    return lru_cache(maxsize=4096)(reader)


@lru_cache(maxsize=4096)
def day(cell: str) -> str:
    """A day written dd/mm/yyyy, as ISO text.

    Raises value_missing, date_malformed, date_impossible, date_out_of_range.
    """
    if not cell:
        raise BadValue("value_missing")
    found = _DAY.fullmatch(cell)
    if found is None:
        raise BadValue("date_malformed")
    try:
        read = date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        raise BadValue("date_impossible") from None
    if not EARLIEST_YEAR <= read.year <= LATEST_YEAR:
        raise BadValue("date_out_of_range")
    return read.isoformat()


def day_or_none(cell: str) -> str | None:
    """Like `day`; an empty cell is None."""
    return day(cell) if cell else None


def period(cell: str) -> str:
    """A month written yyyy-mm. Raises value_missing, period_malformed."""
    if _PERIOD.fullmatch(cell) is None:
        raise BadValue("period_malformed" if cell else "value_missing")
    return cell


def cents(cell: str) -> int:
    """Like `signed_cents`. Raises amount_negative as well."""
    amount = signed_cents(cell)
    if amount < 0:
        raise BadValue("amount_negative")
    return amount


@lru_cache(maxsize=16384)
def signed_cents(cell: str) -> int:
    """An amount in euros with a decimal comma, as cents; empty is 0.

    Below zero where accounting tools say so: a minus before or after, brackets around. Thousands may be
    grouped. Raises amount_malformed, amount_too_big.
    """
    if not cell:
        return 0
    plain = _EURO.sub("", cell).replace("\u2212", "-").replace("- ", "-")
    bracketed = _IN_BRACKETS.fullmatch(plain)
    found = _AMOUNT.fullmatch(bracketed[1].strip() if bracketed else plain.replace(" -", "-"))
    if found is None or (bool(found[1]) + bool(found[4]) + bool(bracketed)) > 1:
        raise BadValue("amount_malformed")
    sign = -1 if bracketed or "-" in (found[1], found[4]) else 1
    euros = re.sub(r"\D", "", found[2])
    if len(euros) > len(str(MAX_CENTS)) or (amount := int(euros) * 100 + _hundredths(found[3])) > MAX_CENTS:
        raise BadValue("amount_too_big")
    return sign * amount


def required_cents(cell: str) -> int:
    """Like `cents`; an empty cell raises value_missing."""
    if not cell:
        raise BadValue("value_missing")
    return cents(cell)


def _hundredths(decimals: str | None) -> int:
    return int((decimals or "0").ljust(2, "0"))
