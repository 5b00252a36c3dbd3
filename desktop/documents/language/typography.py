"""The spaces, apostrophes and quotation marks of each language, put right in one place."""

import re

NBSP = "\u00a0"
NARROW = "\u202f"
BOLD = "\u0001"
"""Toggles bold inside a text; written ** in the text files, so that no name from outside can toggle it."""

_FRENCH = (
    (re.compile(r" ([;!?])"), NARROW + r"\1"),
    (re.compile(r" ([:»€%])"), NBSP + r"\1"),
    (re.compile(r"« "), "«" + NBSP),
    (re.compile(r"\b(n°|N°|art\.|bât\.|page|M\.|Mme) "), r"\1" + NBSP),
    (re.compile(r"(\d) (?=\d{3}\b|mm\b|jours?\b|mois\b)"), r"\1" + NBSP),
)


def typeset(text: str, language: str) -> str:
    """Return a text of our own as it is to be printed in `language`."""
    text = text.replace("'", "’").replace("**", BOLD)
    if language == "fr":
        for pattern, replacement in _FRENCH:
            text = pattern.sub(replacement, text)
    return text


def unbroken(text: str) -> str:
    """A number, a telephone or a name that must stay on one line."""
    return text.replace(" ", NBSP)


def one_line(address: tuple[str, ...]) -> str:
    """An address in one line, its postcode never parted from its commune."""
    return ", ".join(re.sub(r"^(\d{5}) ", r"\1" + NBSP, line) for line in address if line)
