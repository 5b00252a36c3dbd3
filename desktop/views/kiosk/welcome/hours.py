"""Reads opening hours as the ERP writes them: `Lun-Jeu 08:30-12:00 13:30-17:30|Ven 08:30-12:00`."""

import re
from dataclasses import dataclass
from typing import Final

DAYS: Final = ("lun", "mar", "mer", "jeu", "ven", "sam", "dim")
_LINE: Final = re.compile(r"(?P<first>[a-z]{3})(?:-(?P<last>[a-z]{3}))?(?P<spans>(?: \d\d:\d\d-\d\d:\d\d)+)")


@dataclass(frozen=True, slots=True)
class Hours:
    """Days from `first` to `last` (0 is Monday) with the same opening times, each `HH:MM`."""

    first: int
    last: int
    spans: tuple[tuple[str, str], ...]


def parse_hours(written: str) -> tuple[Hours, ...]:
    """The hours line by line; empty when any part of them cannot be read: none is better than wrong ones."""
    found = [_line(part.strip()) for part in written.split("|")]
    if None in found:
        return ()
    return tuple(hours for hours in found if hours is not None)


def _line(written: str) -> Hours | None:
    match = _LINE.fullmatch(written.lower())
    if match is None:
        return None
    first, last = match["first"], match["last"] or match["first"]
    if first not in DAYS or last not in DAYS or DAYS.index(last) < DAYS.index(first):
        return None
    spans = tuple(_span(each) for each in match["spans"].split())
    return Hours(DAYS.index(first), DAYS.index(last), spans)


def _span(written: str) -> tuple[str, str]:
    opens, _, closes = written.partition("-")
    return opens, closes
