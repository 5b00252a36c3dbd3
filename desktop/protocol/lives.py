"""The lives of a station: a disk that was copied, or put back, goes on as another one of the same station.

Each life numbers its receipts in a series of its own, so that a paper says of which it is: the first prints
AG01-C01-000001, another AG01-C01-417000001.
"""

from typing import Final

SERIES: Final = 1_000_000
"""So many receipts no station prints in its life."""

_FIRST, _LAST = 100, 999


def series_of(number: int) -> int:
    """Which life printed a receipt of that number; 0 is the first."""
    return number // SERIES


def begun_by(incarnation: str) -> int:
    """The number before the first receipt of a life with that name. (Two of one station share a series once
    in 900 times.)
    """
    digits = sum(incarnation.encode()) + int(incarnation.replace("-", "")[-8:] or "0", 16)
    return (_FIRST + digits % (_LAST - _FIRST + 1)) * SERIES
