"""Pieces of a password that anyone would try first: common words, keyboard walks, repeats, personal words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_COMMON = """
motdepasse password passe secret bonjour bonsoir salut soleil doudou loulou chouchou cheval chocolat
marseille jetaime amour princesse coucou france paris lille calais lens arras racing nicolas camille
thomas julien marine caroline isabelle nathalie sandrine football welcome bienvenue letmein iloveyou
dragon monkey master admin root login user test guichet agence locataire loyer logement bailleur habitat
maison famille enfant janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre
vendredi samedi dimanche printemps automne hiver superman batman pokemon naruto starwars
"""
COMMON_WORDS: Final = frozenset(_COMMON.split())
"""Words found again and again in leaked French and English passwords, and those of this very desk."""

_SHORTEST_WALK = 4
_PART = re.compile(r"\w{3,}")
_ROWS = (
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "&e\"'(-e_ca",
)
_WALKS = (*_ROWS, *(row[::-1] for row in _ROWS))
_REPEATS = re.compile(r"(.{1,20}?)\1{2,}|(.{4,20}?)\2", re.DOTALL)
_LOOKALIKES = (str.maketrans("@01345$7!", "aoieassti"), str.maketrans("@01345$7!", "aoleassti"))


@dataclass(frozen=True, slots=True)
class Piece:
    """Where it stands, and why it is weak: common_word, keyboard_walk, repetition or personal_word."""

    start: int
    end: int
    code: str


def pieces(password: str, personal_words: Iterable[str] = ()) -> tuple[Piece, ...]:
    """All guessable pieces, from left to right; they may overlap.

    Case, accents and the usual lookalikes (`@` for a, `0` for o) make no difference. Of personal words,
    each part of three characters or more counts.
    """
    plain = _folded(password)
    readings = {plain, *(plain.translate(lookalikes) for lookalikes in _LOOKALIKES)}
    known = {part for word in personal_words for part in _PART.findall(_folded(word))}
    found = {
        *_words(readings, known, "personal_word"),
        *_words(readings, COMMON_WORDS, "common_word"),
        *_walks(plain),
        *(Piece(*repeat.span(), "repetition") for repeat in _REPEATS.finditer(plain)),
    }
    return tuple(sorted(found, key=lambda piece: (piece.start, -piece.end, piece.code)))


def counted_length(password: str, found: Iterable[Piece]) -> int:
    """How many characters a guesser must find: a guessable piece counts as one."""
    inside: set[int] = set()
    for piece in found:
        inside.update(range(piece.start + 1, piece.end))
    return len(password) - len(inside)


def _folded(text: str) -> str:
    """Lower case without accents, character for character, so that places stay the same."""
    return "".join(unicodedata.normalize("NFD", sign.lower())[0] for sign in text)


def _words(readings: Iterable[str], words: Iterable[str], code: str) -> Iterator[Piece]:
    for word in words:
        for text in readings:
            start = text.find(word)
            while start >= 0:
                yield Piece(start, start + len(word), code)
                start = text.find(word, start + 1)


def _walks(plain: str) -> Iterator[Piece]:
    for start in range(len(plain) - _SHORTEST_WALK + 1):
        length = _SHORTEST_WALK
        while start + length <= len(plain) and any(plain[start : start + length] in row for row in _WALKS):
            length += 1
        if length > _SHORTEST_WALK:
            yield Piece(start, start + length - 1, "keyboard_walk")
