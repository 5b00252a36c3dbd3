"""Reads the names of a TrueType font's glyphs, which reportlab leaves unread."""

import struct

_STANDARD_NAMES = 258
"""Indices below this stand for Apple's standard glyph order (OpenType specification, table post)."""


def glyph_names(post: bytes) -> list[str]:
    """Return the name of each glyph of a version 2 `post` table; a standard name is given as ''."""
    (count,) = struct.unpack(">H", post[32:34])
    indices = struct.unpack(f">{count}H", post[34 : 34 + 2 * count])
    names = []
    at = 34 + 2 * count
    while at < len(post):
        end = at + 1 + post[at]
        names.append(post[at + 1 : end].decode("ascii"))
        at = end
    return ["" if index < _STANDARD_NAMES else names[index - _STANDARD_NAMES] for index in indices]
