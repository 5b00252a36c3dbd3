"""Places the landlord's logo; a paper the law asks for is never held up by a logo that cannot be read."""

from desktop.documents.drawing.pen import Pen
from desktop.documents.drawing.svg import read_svg
from desktop.errors import Invalid

_WIDEST = 3.2
"""A logo is drawn at most this many times wider than high: the name beside it needs its place."""


def check_logo(svg: str) -> None:
    """Say at once, when a landlord chooses a logo, why it cannot be drawn. Raises Invalid on "logo"."""
    read_svg(svg)


def draw_logo(pen: Pen, svg: str, x: float, top: float, height: float) -> float:
    """Draw the logo `height` points high at most; return the width it took, 0 if it cannot be read."""
    try:
        drawing = read_svg(svg)
    except Invalid:
        return 0.0
    scale = min(height / drawing.height, _WIDEST * height / drawing.width)
    pen.drawing(x, top, scale, drawing.operators)
    return drawing.width * scale
