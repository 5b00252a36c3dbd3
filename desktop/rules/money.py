"""Amounts of money: whole cents inside, and the ways people type and read them."""

import re
import unicodedata
from typing import Final

from desktop.errors import Invalid

Cents = int
"""Whole euro cents; on a rent ledger, above zero means that the tenant owes."""

MAX_CENTS: Final[Cents] = 999_999_999_99
"""The greatest amount of a SEPA transfer (EPC069-12, field `amount`)."""

_NARROW_SPACE = "\u202f"
_NO_BREAK_SPACE = "\u00a0"
_LEFT_TO_RIGHT = "\u200e"
_MINUS = "\u2212"
_ARABIC_SIGNS = str.maketrans({"\u066b": ",", "\u066c": " ", _MINUS: "-", "’": " ", "'": " "})
_EURO = re.compile(r"€|\beuros?\b|\beur\b", re.IGNORECASE)
_EURO_AS_POINT = re.compile(r"(?<=\d) ?€ ?(?=\d{2}$)")
_AMOUNT = re.compile(
    r"(?P<sign>[+-]?) ?"
    r"(?P<whole>[0-9]{1,3}(?P<group>[ .,])[0-9]{3}(?:(?P=group)[0-9]{3})*|[0-9]*)"
    r"(?:(?P<point>[.,])(?P<part>[0-9]*))?"
)


def parse_cents(text: str, field: str = "amount") -> Cents:
    """The amount a person typed, or a French export wrote: `1 234,56`, `1234.5`, `€1,234.56`, `12€50`.

    A lone comma or point before three digits is no thousands sign: `1,234` is refused as too precise,
    because one reader sees a euro where another sees a thousand. Negative amounts are read as such.
    Raises Invalid: amount_missing, amount_malformed, amount_too_precise, amount_too_big.
    """
    plain = _plain(text)
    if not plain:
        raise Invalid(field, "amount_missing")
    found = _AMOUNT.fullmatch(plain)
    if found is None or not (found["whole"] or found["part"]):
        raise Invalid(field, "amount_malformed")
    whole, part = _whole_and_part(found, field)
    if len(part) > 2:
        raise Invalid(field, "amount_too_precise")
    digits = (whole + part.ljust(2, "0")).lstrip("0") or "0"
    if len(digits) > len(str(MAX_CENTS)):
        raise Invalid(field, "amount_too_big", limit_cents=MAX_CENTS)
    return -int(digits) if found["sign"] == "-" else int(digits)


def format_cents(cents: Cents, language: str) -> str:
    """The amount as the language writes it, with spaces that never break a line (CLDR 46 patterns).

    French for every language but English and Arabic; Arabic keeps western digits, as on French papers.
    """
    euros, part = divmod(abs(cents), 100)
    grouped = f"{euros:,}"
    minus = _MINUS if cents < 0 else ""
    match language.partition("_")[0].partition("-")[0]:
        case "en":
            return f"{minus}€{grouped}.{part:02d}"
        case "ar":
            mark = _LEFT_TO_RIGHT if minus else ""  # keeps the sign before its number in a right-to-left line
            return f"{mark}{minus}{grouped}.{part:02d}{_NO_BREAK_SPACE}€"
        case _:
            return f"{minus}{grouped.replace(',', _NARROW_SPACE)},{part:02d}{_NO_BREAK_SPACE}€"


def _plain(text: str) -> str:
    """Western digits, single plain spaces, no currency: what the pattern above expects."""
    digits = "".join(str(unicodedata.decimal(sign, sign)) for sign in text.translate(_ARABIC_SIGNS))
    visible = "".join(sign for sign in digits if unicodedata.category(sign) != "Cf")
    spaced = re.sub(r"\s+", " ", visible).strip()
    return _EURO.sub("", _EURO_AS_POINT.sub(",", spaced)).strip()


def _whole_and_part(found: re.Match[str], field: str) -> tuple[str, str]:
    group, point = found["group"], found["point"]
    if group in (".", ","):
        if group == point:
            raise Invalid(field, "amount_malformed")
        if point is None and found["whole"].count(group) == 1:
            raise Invalid(field, "amount_too_precise")
    return found["whole"].replace(group or " ", ""), found["part"] or ""
