"""The colours, sizes and measures of every paper."""

from dataclasses import dataclass
from typing import Final

from desktop.documents.drawing.faces import Face

MM: Final = 72 / 25.4
"""Points in a millimetre."""

A4_WIDTH: Final = 210 * MM
A4_HEIGHT: Final = 297 * MM
MARGIN: Final = 20 * MM
TEXT_WIDTH: Final = A4_WIDTH - 2 * MARGIN


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour as the operators that fill and stroke with it."""

    fill: str
    stroke: str


def _ink(code: str) -> Ink:
    parts = " ".join(f"{int(code[at : at + 2], 16) / 255:.3f}" for at in (0, 2, 4))
    return Ink(f"{parts} rg", f"{parts} RG")


NAVY: Final = _ink("17263C")
SLATE: Final = _ink("4A5A70")
TEAL: Final = _ink("0B6468")
TEAL_MIST: Final = _ink("EAF3F2")
OCHRE: Final = _ink("8A5200")
OCHRE_MIST: Final = _ink("FBF3E4")
PALE_OCHRE: Final = _ink("EBD9BC")
HAIR: Final = _ink("CFD6DE")
BLACK: Final = _ink("000000")
WHITE: Final = _ink("FFFFFF")


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks; `size` and `leading` (from line to line) in points."""

    size: float
    leading: float
    face: Face = Face.REGULAR
    ink: Ink = NAVY

    @property
    def figures(self) -> Face:
        """The face of a column of amounts in this style."""
        return Face.FIGURES_BOLD if self.face is Face.BOLD else Face.FIGURES


TITLE: Final = Style(24, 27, Face.BOLD)
HERO: Final = Style(31, 35, Face.BOLD, TEAL)
LEAD: Final = Style(12, 16.5)
BODY: Final = Style(10.5, 14.5)
STRONG: Final = Style(10.5, 14.5, Face.BOLD)
LABEL: Final = Style(9, 12, Face.REGULAR, SLATE)
FACT_LABEL: Final = Style(9.5, 14.5, Face.REGULAR, SLATE)
SECTION: Final = Style(12, 16, Face.BOLD, TEAL)
SMALL: Final = Style(8, 10.4, Face.REGULAR, SLATE)
