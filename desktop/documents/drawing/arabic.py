"""Arabic letters joined and put in the order they are drawn: the one place that knows how."""

from arabic_reshaper import reshape
from bidi import get_display


def has_arabic(text: str) -> bool:
    """Whether the text holds a letter of the Arabic blocks."""
    return any("\u0600" <= letter <= "\u06ff" or "\u0750" <= letter <= "\u077f" for letter in text)


def visual_order(line: str) -> str:
    """One line, letters in their joined forms, from left to right as drawn. Wrap before, never after.

    The line as a whole runs from left to right, as on a French paper that holds an Arabic name.
    """
    return str(get_display(reshape(line), base_dir="L"))
