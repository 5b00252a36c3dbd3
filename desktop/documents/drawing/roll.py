"""The parts of a paper on an 80 mm roll: lines, rules and the code, 72 mm wide."""

from dataclasses import dataclass
from typing import ClassVar, Final

from desktop.documents.drawing import qr
from desktop.documents.drawing.blocks import Paragraph, baseline
from desktop.documents.drawing.faces import Face
from desktop.documents.drawing.ink import BLACK, MM, WHITE, Style
from desktop.documents.drawing.pen import Pen

PAPER_WIDTH: Final = 80 * MM
LEFT: Final = 4 * MM
WIDTH: Final = 72 * MM
"""What the head of an 80 mm thermal printer covers."""

NAME: Final = Style(13, 16, Face.BOLD, BLACK)
TITLE: Final = Style(17, 21, Face.BOLD, BLACK)
HERO: Final = Style(30, 36, Face.BOLD, BLACK)
BODY: Final = Style(10.5, 14, Face.REGULAR, BLACK)
STRONG: Final = Style(10.5, 14, Face.BOLD, BLACK)
SMALL: Final = Style(9, 11.6, Face.REGULAR, BLACK)
_STAMP: Final = Style(12, 15, Face.BOLD, WHITE)
_CODE_SIZE: Final = 38 * MM
_AMOUNT_WIDTH: Final = 24 * MM


def written(text: str, style: Style = BODY, *, after: float = 0.0, centred: bool = False) -> Paragraph:
    """A text over the width of the roll."""
    return Paragraph(text, style, LEFT, WIDTH, after, centred)


@dataclass(frozen=True, slots=True)
class RollRule:
    """A line across, with white around it."""

    height: float = 13.0
    keep: ClassVar[bool] = False
    blank: ClassVar[bool] = False
    heading: ClassVar[None] = None

    def draw(self, pen: Pen, top: float) -> None:
        """Draw it in the middle of its height."""
        pen.line(LEFT, top + self.height / 2, LEFT + WIDTH, top + self.height / 2, BLACK, 0.9)


@dataclass(frozen=True, slots=True)
class RollStamp:
    """A word in white on black, for what must be seen first."""

    word: str
    height: float = 26.0
    keep: ClassVar[bool] = False
    blank: ClassVar[bool] = False
    heading: ClassVar[None] = None

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the band and the word."""
        pen.box(LEFT, top + 2, WIDTH, self.height - 6, BLACK)
        pen.centred(LEFT + WIDTH / 2, baseline(top + 4.5, _STAMP), self.word, _STAMP)


@dataclass(frozen=True, slots=True)
class RollAmount:
    """Words at the left, an amount at the right, a note in small under the amount."""

    words: str
    amount: str
    note: str = ""
    style: Style = BODY
    keep: ClassVar[bool] = False
    blank: ClassVar[bool] = False
    heading: ClassVar[None] = None

    @property
    def height(self) -> float:
        """The wrapped words, the note and a little white."""
        beside = self.style.leading + SMALL.leading if self.note else 0.0
        return max(self._words.height, beside) + 2.5

    def draw(self, pen: Pen, top: float) -> None:
        """Write both sides on a common first baseline."""
        self._words.draw(pen, top)
        pen.figures(LEFT + WIDTH, baseline(top, self.style), self.amount, self.style)
        if self.note:
            pen.right(LEFT + WIDTH, baseline(top + self.style.leading, SMALL), self.note, SMALL)

    @property
    def _words(self) -> Paragraph:
        return Paragraph(self.words, self.style, LEFT, WIDTH - _AMOUNT_WIDTH)


@dataclass(frozen=True, slots=True)
class RollCode:
    """A code in the middle of the roll, coarse enough for a thermal head of 8 dots a millimetre."""

    payload: str
    height: float = _CODE_SIZE + 6 * MM
    keep: ClassVar[bool] = False
    blank: ClassVar[bool] = False
    heading: ClassVar[None] = None

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the code."""
        rows = qr.matrix(self.payload)
        left = LEFT + (WIDTH - _CODE_SIZE) / 2
        pen.drawing(left, top + 3 * MM, _CODE_SIZE / len(rows), qr.operators(rows))
