"""The parts a paper is composed of: paragraphs, facts, panels and white."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from desktop.documents.drawing import lines
from desktop.documents.drawing.ink import BODY, FACT_LABEL, LABEL, MARGIN, MM, TEXT_WIDTH, Ink, Style
from desktop.documents.drawing.pen import Pen

_BAR = 1.1 * MM
_ASCENT = 0.76
"""How far below the top of a line its baseline lies, as a part of the size: a capital and a little air."""


def baseline(top: float, style: Style) -> float:
    """The baseline of a line whose box begins at `top`."""
    return top + (style.leading - style.size) / 2 + style.size * _ASCENT


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What most blocks have in common; they differ in height and drawing."""

    keep: bool = False
    blank: ClassVar[bool] = False
    heading: ClassVar[None] = None


@dataclass(frozen=True, slots=True)
class White:
    """Empty height, dropped at the top of a page."""

    height: float
    keep: bool = False
    blank: ClassVar[bool] = True
    heading: ClassVar[None] = None

    def draw(self, pen: Pen, top: float) -> None:
        """Nothing is drawn."""


@dataclass(frozen=True, slots=True)
class Paragraph(_Part):
    """A wrapped text."""

    text: str
    style: Style = BODY
    x: float = MARGIN
    width: float = TEXT_WIDTH
    after: float = 0.0
    centred: bool = False

    @property
    def height(self) -> float:
        """Its lines and the white after."""
        return len(lines.wrap(self.text, self.style, self.width)) * self.style.leading + self.after

    def draw(self, pen: Pen, top: float) -> None:
        """Write the lines."""
        for line in lines.wrap(self.text, self.style, self.width):
            indent = (self.width - lines.measure(line, self.style)) / 2 if self.centred else 0.0
            lines.write(pen, self.x + indent, baseline(top, self.style), line, self.style)
            top += self.style.leading


@dataclass(frozen=True, slots=True)
class Fact(_Part):
    """A label at the left and what it says beside it."""

    label: str
    value: str
    x: float = MARGIN
    width: float = TEXT_WIDTH
    label_width: float = 46 * MM
    style: Style = BODY
    label_style: Style = FACT_LABEL

    @property
    def height(self) -> float:
        """The taller of the two sides."""
        return max(self._label.height, self._value.height) + 2.0

    def draw(self, pen: Pen, top: float) -> None:
        """Write both sides on a common first baseline."""
        self._label.draw(pen, top)
        self._value.draw(pen, top)

    @property
    def _label(self) -> Paragraph:
        size, ink = self.label_style.size, self.label_style.ink
        style = Style(size, self.style.leading, self.label_style.face, ink)
        return Paragraph(self.label, style, self.x, self.label_width - 2 * MM)

    @property
    def _value(self) -> Paragraph:
        return Paragraph(self.value, self.style, self.x + self.label_width, self.width - self.label_width)


@dataclass(frozen=True, slots=True)
class Panel(_Part):
    """Texts on a tinted ground with a bar at the left, for what must not be overlooked.

    `notes` follow in small; `aside` is the width left free at the right for something else.
    """

    texts: Sequence[str]
    ground: Ink
    bar: Ink
    notes: Sequence[str] = ()
    padding: float = 3.2 * MM
    aside: float = 0.0
    at_least: float = 0.0

    @property
    def height(self) -> float:
        """The ground; the white after it is the composer's."""
        return max(sum(part.height for part in self._parts), self.at_least) + 2 * self.padding

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the ground, the bar and the texts."""
        pen.box(MARGIN, top, TEXT_WIDTH, self.height, self.ground)
        pen.box(MARGIN, top, _BAR, self.height, self.bar)
        top += self.padding
        for part in self._parts:
            part.draw(pen, top)
            top += part.height

    @property
    def _parts(self) -> list[Paragraph]:
        x = MARGIN + _BAR + self.padding
        width = TEXT_WIDTH - _BAR - 2 * self.padding - self.aside
        styled = [*((text, BODY) for text in self.texts), *((note, LABEL) for note in self.notes)]
        last = len(styled) - 1
        return [
            Paragraph(text, style, x, width, after=0.0 if index == last else 3.5)
            for index, (text, style) in enumerate(styled)
        ]
