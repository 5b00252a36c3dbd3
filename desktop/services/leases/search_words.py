"""How names and numbers become words that can be found, folded alike when stored and when typed.

What a person types finds what a person reads: however it is accented, joined, split or dialled. Whoever
changes what is stored here gives `FOLDING` its next number: each counter then fills its index anew.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Final

FOLDING: Final = 2
MAX_WORDS: Final = 8

_PLAIN: Final = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "\u0131": "i",  # without its dot
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
    }
)
"""Letters that no normal form of Unicode takes apart; ß and İ are taken apart by casefold and NFKD."""

_WORD: Final = re.compile(r"[^\W_]+")
_TYPED: Final = re.compile(r"\S*@\S*|\+?[^\W_]+")
_NOISE: Final = re.compile(r"\(0\)|\bn[°º]")
_REFERENCE: Final = re.compile(r"^\s*rf\s?\d\d(?=[\s\d])")
"""How the creditor reference printed on receipts begins; a contract's number follows."""

_PARTS: Final = re.compile(r"\d+|\D+")
_PARTICLE: Final = 3
"""Letters of `le`, `d`, `van`, `mac`: so short a word may be written as one with the next."""

_SAINTS: Final = {"saint": "st", "sainte": "ste", "st": "saint", "ste": "sainte"}
_ABROAD: Final = ("+", "00")
_FRANCE: Final = "33"


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """`text` in small plain letters, its invisible signs gone."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return "".join(
        sign for sign in apart if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf"
    )


# What is stored


def name_words(*names: str | None) -> str:
    """The words of names, and each two neighbours as one: `le goff legoff`."""
    return " ".join(word for name in names if name for word in _with_joined(name))


def address_words(*parts: str | None) -> str:
    """The words of an address; `12 bis` is also found as `12bis`, and the reverse."""
    return " ".join(word for part in parts if part for word in _with_joined(part))


def number_words(number: str) -> str:
    """A contract number, also without the zeros in front that a spreadsheet loses."""
    bare = number.lstrip("0")
    return number if bare == number else f"{number} {bare}"


def phone_words(*phones: str | None) -> str:
    """Phone numbers as they are dialled here, from abroad, and without the zero in front."""
    return " ".join(word for phone in phones if phone for word in _dialled(fold(phone)))


def mail_words(*addresses: str | None) -> str:
    """Each e-mail address as one word."""
    return " ".join("".join(_WORD.findall(fold(each))) for each in addresses if each)


def _with_joined(text: str) -> Iterator[str]:
    words = _WORD.findall(fold(text))
    yield from words
    yield from (first + second for first, second in pairwise(words))
    if len(words) > 2:
        yield "".join(words)
    for word in words:
        parts = _PARTS.findall(word)
        if len(parts) > 1:
            yield from parts


def _dialled(phone: str) -> Iterator[str]:
    plain = phone.replace("(0)", "")
    digits = "".join(sign for sign in plain if sign.isdecimal())
    country = _country_and_number(plain.strip(), digits)
    if country is None:
        home = digits.removeprefix("0")
        if home != digits:
            yield _FRANCE + home
    else:
        home = country.removeprefix(_FRANCE)
        yield country
        yield "0" + home
    yield from dict.fromkeys((digits, home))


def _country_and_number(said: str, digits: str) -> str | None:
    """The digits from the country's on, if that is how it is written."""
    if said.startswith("+"):
        return digits
    return digits[2:] if digits.startswith("00") else None


# What is typed


def match_expression(typed: str) -> str | None:
    """The FTS5 expression for what somebody typed, or None when it holds no word.

    Every word must begin a word of the lease. Digits in groups (`06 98 88`) may also be one number.
    """
    plain = _NOISE.sub(" ", _REFERENCE.sub("", fold(typed)))
    words = [_as_one(word) if "@" in word else word for word in _TYPED.findall(plain)][:MAX_WORDS]
    words = [word for word in words if word]
    if not words:
        return None
    parts = []
    for numeric, run in groupby(words, key=_is_number):
        group = list(run)
        parts.append(_number(group) if numeric else _names(group))
    return " AND ".join(parts)


def _as_one(word: str) -> str:
    return "".join(_WORD.findall(word))


def _is_number(word: str) -> bool:
    return word.removeprefix("+").isdecimal()


def _names(group: Sequence[str]) -> str:
    """Word by word, or with a short one and its next as one."""
    ways = [[_word(word) for word in group]]
    for at, word in enumerate(group[:-1]):
        if len(word) <= _PARTICLE:
            ways.append([_word(each) for each in (*group[:at], word + group[at + 1], *group[at + 2 :])])
    said = [" AND ".join(way) for way in ways]
    return said[0] if len(said) == 1 else "(" + " OR ".join(f"({each})" for each in said) + ")"


def _word(word: str) -> str:
    other = _SAINTS.get(word)
    return _prefix(word) if other is None else f'({_prefix(word)} OR "{other}")'


def _number(group: Sequence[str]) -> str:
    """The groups one by one, or all of them as one number, dialled here or from abroad."""
    joined = "".join(group)
    digits = joined.removeprefix("+")
    ways = [_prefix(each) for each in _ways_to_dial(joined, digits)]
    if len(group) > 1:
        ways.append(f"({' AND '.join(_prefix(word) for word in group)})")
    return f"({' OR '.join(dict.fromkeys(ways))})"


def _ways_to_dial(joined: str, digits: str) -> Iterable[str]:
    yield digits
    for sign in _ABROAD:
        abroad = joined.removeprefix(sign)
        if abroad != joined and abroad:
            yield abroad
            if abroad.startswith(_FRANCE + "0"):
                yield _FRANCE + abroad[3:]


def _prefix(word: str) -> str:
    return f'"{word.removeprefix("+")}" *'
