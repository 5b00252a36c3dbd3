"""Whole numbers and amounts in French words, as written on receipts (traditional spelling)."""

# fmt: off
_UNITS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)
# fmt: on
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt"}
_NOUNS = ((1_000_000_000, "milliard"), (1_000_000, "million"))


def number_in_words(number: int) -> str:
    """Spell 0 to 999 999 999 999: « quatre-vingts », « soixante et onze », « deux cent mille »."""
    if number < 20:
        return _UNITS[number]
    for value, noun in _NOUNS:
        if number >= value:
            count, rest = divmod(number, value)
            head = f"{number_in_words(count)} {noun}{'s' if count > 1 else ''}"
            return f"{head} {number_in_words(rest)}" if rest else head
    thousands, rest = divmod(number, 1000)
    words = [] if thousands == 0 else ["mille"] if thousands == 1 else [_hundreds(thousands, False), "mille"]
    if rest:
        words.append(_hundreds(rest, True))
    return " ".join(words)


def amount_in_words(cents: int) -> str:
    """Spell an amount in cents: « six cent soixante et un euros et trente-sept centimes »."""
    euros, rest = divmod(abs(cents), 100)
    parts = []
    if euros or not rest:
        of = " d’" if euros and euros % 1_000_000 == 0 else " "
        parts.append(f"{number_in_words(euros)}{of}euro{'s' if euros > 1 else ''}")
    if rest:
        parts.append(f"{number_in_words(rest)} centime{'s' if rest > 1 else ''}")
    return ("moins " if cents < 0 else "") + " et ".join(parts)


def _hundreds(number: int, last: bool) -> str:
    """Spell 1 to 999; `last` is false before « mille », where cents and quatre-vingts lose their s."""
    count, rest = divmod(number, 100)
    words = [] if count == 0 else ["cent"] if count == 1 else [_UNITS[count], "cent"]
    if rest:
        words.append(_tens(rest, last))
    elif count > 1 and last:
        words[-1] = "cents"
    return " ".join(words)


def _tens(number: int, last: bool) -> str:
    if number < 20:
        return _UNITS[number]
    if number == 80:
        return "quatre-vingts" if last else "quatre-vingt"
    tens, unit = divmod(number, 10)
    if tens in {7, 9}:
        tens, unit = tens - 1, unit + 10
    if unit == 0:
        return _TENS[tens]
    joint = " et " if unit in {1, 11} and tens != 8 else "-"
    return f"{_TENS[tens]}{joint}{_UNITS[unit]}"
