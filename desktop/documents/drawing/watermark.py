"""What stands across every page of the demonstration: that it is worth nothing."""

from math import atan2, cos, hypot, sin
from typing import Final

from desktop.documents.drawing import faces
from desktop.documents.drawing.faces import Face
from desktop.documents.drawing.ink import A4_WIDTH, BLACK, MM, PALE_OCHRE, Style
from desktop.documents.drawing.pen import Pen
from desktop.rules.demonstration import MARK

BLEND: Final = "Mark"
"""The graphics state in which ink of the mark only darkens: what is under it stays as readable as it was."""

_ACROSS: Final = Style(1, 1, Face.BOLD, PALE_OCHRE)
_SHARE: Final = 0.8
"""Of the page's diagonal."""

_ON_A_ROLL: Final = Style(10, 12, Face.BOLD, BLACK)
_EDGE: Final = 4 * MM
"""Rolls leave 5 mm free above the first line and under the last."""


def mark(pen: Pen, width: float) -> None:
    """Across a page; on a roll, which prints in black alone, in its upper and its lower edge."""
    if width < A4_WIDTH:
        pen.centred(width / 2, _EDGE, MARK, _ON_A_ROLL)
        pen.centred(width / 2, pen.height - 1.5 * MM, MARK, _ON_A_ROLL)
        return
    size = _SHARE * hypot(width, pen.height) / faces.width(MARK, _ACROSS.face, 1)
    angle = atan2(pen.height, width)
    along, up = cos(angle), sin(angle)
    pen.draw(
        f"q /{BLEND} gs {along:.4f} {up:.4f} {-up:.4f} {along:.4f} {width / 2:.2f} {pen.height / 2:.2f} cm"
    )
    pen.centred(0, pen.height + size / 3, MARK, Style(size, size, _ACROSS.face, _ACROSS.ink))
    pen.draw("Q")
