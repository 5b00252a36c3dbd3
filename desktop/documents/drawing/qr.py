"""A text as a vector QR code."""

from functools import lru_cache
from typing import Final

import segno

QUIET_ZONE: Final = 4
"""White modules that ISO/IEC 18004 asks for around a code."""

_MASK: Final = 2
"""Any mask of the standard decodes; trying all eight costs more time than the rest of the paper."""


@lru_cache(maxsize=8)
def matrix(payload: str) -> tuple[bytearray, ...]:
    """The modules of the code at level M, row by row, 1 is dark, without the quiet zone."""
    code = segno.make_qr(payload, error="m", boost_error=False, mask=_MASK)
    rows: tuple[bytearray, ...] = code.matrix
    return rows


def operators(rows: tuple[bytearray, ...]) -> str:
    """One filled path, a rectangle for each dark stretch of a row, one unit a module."""
    path: list[str] = []
    for y, row in enumerate(rows):
        start = row.find(1)
        while start >= 0:
            end = row.find(0, start)
            end = len(row) if end < 0 else end
            path.append(f"{start} {y} {end - start} 1 re")
            start = row.find(1, end)
    return "0 g " + " ".join(path) + " f"
