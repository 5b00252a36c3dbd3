"""Which passwords are good enough, and what the one being typed still lacks.

Source: CNIL, délibération 2022-100 of 21 July 2022 (JO 16 October 2022): a password alone must be worth
80 bits, which the CNIL itself reads as one of three routes: 12 characters of four kinds (capitals, small
letters, digits, signs), 14 characters of three kinds, or a phrase of 7 words. The rule is these routes,
never a computed entropy: 12 × log2(99) is 79.55, so "at least 80.0 bits" would refuse the CNIL's own
first example. No regular renewal. Pieces anyone would guess count as one character (the CNIL recommends
block-lists).
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop.rules.guessable import Piece, counted_length, pieces

LONGEST: Final = 128
"""Characters; long enough for any phrase, short enough to hash at once."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_WORDS_WANTED = 7
_WORD_WORTH = 4
"""How many characters a missing word weighs when the nearest route is looked for."""


class Route(StrEnum):
    """The three ways to a good password."""

    TWELVE_IN_FOUR = "twelve_in_four"
    FOURTEEN_IN_THREE = "fourteen_in_three"
    SEVEN_WORDS = "seven_words"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What to tell the person who is typing.

    `route` is the one that is met, or else the nearest, and the missing amounts are counted on it.
    `length` is in characters as typed; `counted` counts each guessable piece as one. `classes`: which of
    upper, lower, digit, special are there. `problems`, most telling first: too_long, control_character,
    personal_word, common_word, keyboard_walk, repetition, more_characters, more_classes, more_words.
    """

    ok: bool
    route: Route
    length: int
    counted: int
    classes: tuple[str, ...]
    words: int
    characters_missing: int
    classes_missing: int
    words_missing: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Gap:
    """What is missing on one route."""

    route: Route
    characters: int = 0
    classes: int = 0
    words: int = 0

    @property
    def effort(self) -> int:
        return self.characters + self.classes + self.words * _WORD_WORTH


def normalise_password(text: str) -> str:
    """The same password however a keyboard composes it: NFKC, every kind of space a plain one (RFC 8265)."""
    spaced = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in text)
    return unicodedata.normalize("NFKC", spaced)


def judge(password: str, personal_words: Iterable[str] = ()) -> Judgement:
    """Whether the password may be used, and what it lacks on the nearest route.

    `personal_words`: what others know of the person: names, lease number, birth year, login.
    """
    text = normalise_password(password)
    personal = tuple(normalise_password(word) for word in personal_words)
    weak = pieces(text[:LONGEST], personal)
    counted, classes, words = counted_length(text, weak), _classes(text), _word_count(text, personal)
    gap = min(_gaps(counted, len(classes), words), key=lambda each: each.effort)
    forbidden = _forbidden(text)
    return Judgement(
        ok=gap.effort == 0 and not forbidden,
        route=gap.route,
        length=len(text),
        counted=counted,
        classes=classes,
        words=words,
        characters_missing=gap.characters,
        classes_missing=gap.classes,
        words_missing=gap.words,
        problems=(*forbidden, *(_lacks(gap, weak) if gap.effort else ())),
    )


def _gaps(counted: int, classes: int, words: int) -> tuple[_Gap, ...]:
    return (
        _Gap(Route.TWELVE_IN_FOUR, characters=max(0, 12 - counted), classes=max(0, 4 - classes)),
        _Gap(Route.FOURTEEN_IN_THREE, characters=max(0, 14 - counted), classes=max(0, 3 - classes)),
        _Gap(Route.SEVEN_WORDS, words=max(0, _WORDS_WANTED - words)),
    )


def _classes(text: str) -> tuple[str, ...]:
    """Letters of scripts without capitals, such as Arabic, count as small letters."""
    present = {
        "upper": any(sign.isupper() for sign in text),
        "lower": any(sign.isalpha() and not sign.isupper() for sign in text),
        "digit": any(sign.isdigit() for sign in text),
        "special": any(not sign.isalnum() for sign in text),
    }
    return tuple(name for name, there in present.items() if there)


def _word_count(text: str, personal: Iterable[str]) -> int:
    """Different words of three letters or more that are not the person's own."""
    own = {part.casefold() for word in personal for part in _WORD.findall(word)}
    found = {word.casefold() for word in _WORD.findall(text)}
    return sum(1 for word in found - own if len(set(word)) > 1)


def _forbidden(text: str) -> tuple[str, ...]:
    too_long = ("too_long",) if len(text) > LONGEST else ()
    control = ("control_character",) if any(unicodedata.category(sign) == "Cc" for sign in text) else ()
    return too_long + control


def _lacks(gap: _Gap, weak: Iterable[Piece]) -> tuple[str, ...]:
    found = {piece.code for piece in weak} if gap.characters else set()
    ranked = [
        code for code in ("personal_word", "common_word", "keyboard_walk", "repetition") if code in found
    ]
    missing = {"more_characters": gap.characters, "more_classes": gap.classes, "more_words": gap.words}
    return (*ranked, *(code for code, amount in missing.items() if amount))
