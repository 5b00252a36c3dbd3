"""How names and numbers become words that can be found, folded alike when stored and when typed."""

import re
import unicodedata
from itertools import groupby

LIGATURES = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"}
"""What the index's own folding of accents leaves alone."""

PHONE_SIGNS = (" ", "\u00a0", "\u202f", ".", "-", "/", "(0)", "(", ")")
MAX_WORDS = 8

_WORD = re.compile(r"\+?\w+")
_NOISE = re.compile(r"\(0\)|\b[nN][°º]")


def folded(expression: str) -> str:
    """SQL that writes ligatures of `expression` as two letters."""
    for sign, letters in LIGATURES.items():
        expression = f"replace({expression}, '{sign}', '{letters}')"
    return expression


def digits_of(expression: str) -> str:
    """SQL for the digits of a phone number as one dials it in France: `+33 (0)6 98…` is `0698…`."""
    for sign in PHONE_SIGNS:
        expression = f"replace({expression}, '{sign}', '')"
    return (
        f"CASE WHEN {expression} LIKE '+33%' THEN '0' || substr({expression}, 4)"
        f" WHEN {expression} LIKE '0033%' THEN '0' || substr({expression}, 5) ELSE {expression} END"
    )


def match_expression(typed: str) -> str | None:
    """The FTS5 expression for what somebody typed, or None when it holds no word.

    Every word must begin a word of the lease. Digits in groups (`06 98 88`) may also be one number.
    """
    plain = _NOISE.sub(" ", unicodedata.normalize("NFC", typed))
    for sign, letters in LIGATURES.items():
        plain = plain.replace(sign, letters)
    words = _WORD.findall(plain)[:MAX_WORDS]
    if not words:
        return None
    parts = []
    for numeric, run in groupby(words, key=_is_number):
        group = list(run)
        parts.append(_number(group) if numeric else " AND ".join(_prefix(word) for word in group))
    return " AND ".join(parts)


def _is_number(word: str) -> bool:
    return word.removeprefix("+").isdecimal()


def _number(group: list[str]) -> str:
    """The groups one by one, or all of them as one number, or as one that was dialled from abroad."""
    joined = "".join(group)
    ways = [_prefix(_as_dialled(joined))]
    if len(group) > 1:
        ways.append(f"({' AND '.join(_prefix(word) for word in group)})")
    if joined.startswith("33"):
        ways.append(_prefix("0" + joined[2:]))
        ways.append(_prefix(joined))
    return f"({' OR '.join(dict.fromkeys(ways))})"


def _as_dialled(digits: str) -> str:
    for abroad in ("+33", "0033"):
        if digits.startswith(abroad):
            return "0" + digits[len(abroad) :].removeprefix("0")
    return digits


def _prefix(word: str) -> str:
    return f'"{word.removeprefix("+")}" *'
