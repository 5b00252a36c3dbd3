"""Whole numbers and amounts in English words, as written on receipts (British usage)."""

# fmt: off
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on
_NOUNS = ((1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand"))


def number_in_words(number: int) -> str:
    """Spell 0 to 999 999 999 999: "two hundred and one", "one thousand and five"."""
    for value, noun in _NOUNS:
        if number >= value:
            count, rest = divmod(number, value)
            head = f"{number_in_words(count)} {noun}"
            joint = " and " if rest < 100 else " "
            return f"{head}{joint}{number_in_words(rest)}" if rest else head
    if number >= 100:
        count, rest = divmod(number, 100)
        head = f"{_UNITS[count]} hundred"
        return f"{head} and {number_in_words(rest)}" if rest else head
    if number < 20:
        return _UNITS[number]
    tens, unit = divmod(number, 10)
    return f"{_TENS[tens]}-{_UNITS[unit]}" if unit else _TENS[tens]


def amount_in_words(cents: int) -> str:
    """Spell an amount in cents: "six hundred and sixty-one euros and thirty-seven cents"."""
    euros, rest = divmod(abs(cents), 100)
    parts = []
    if euros or not rest:
        parts.append(f"{number_in_words(euros)} euro{'' if euros == 1 else 's'}")
    if rest:
        parts.append(f"{number_in_words(rest)} cent{'' if rest == 1 else 's'}")
    return ("minus " if cents < 0 else "") + " and ".join(parts)
