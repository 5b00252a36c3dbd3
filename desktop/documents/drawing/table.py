"""Tables whose figures line up at the right, row by row, so that they can run over pages."""

from dataclasses import dataclass, field
from typing import ClassVar

from desktop.documents.drawing import lines
from desktop.documents.drawing.blocks import baseline
from desktop.documents.drawing.ink import BODY, HAIR, LABEL, MARGIN, NAVY, STRONG, TEXT_WIDTH, Ink, Style
from desktop.documents.drawing.pen import Pen

_PADDING = 2.9


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """A column between `left` and `right`, in points from the left margin."""

    left: float
    right: float
    figures: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: texts wrap in their column, figures end at its right."""

    cells: tuple[str, ...]
    columns: tuple[PaperColumn, ...]
    style: Style = BODY
    rule: Ink = HAIR
    rule_width: float = 0.5
    padding: float = _PADDING
    heading: "Row | None" = None
    keep: bool = False
    inks: dict[int, Ink] = field(default_factory=dict)
    blank: ClassVar[bool] = False

    @property
    def height(self) -> float:
        """The tallest cell, with white above and below its words."""
        tallest = max(len(self._lines(index)) for index in range(len(self.cells)))
        return tallest * self.style.leading + 2 * self.padding

    def draw(self, pen: Pen, top: float) -> None:
        """Write the cells and the line under them."""
        for index, column in enumerate(self.columns):
            style = self._style(index)
            first = baseline(top + self.padding, style)
            if column.figures:
                pen.figures(MARGIN + column.right, first, self.cells[index], style)
                continue
            for number, line in enumerate(self._lines(index)):
                lines.write(pen, MARGIN + column.left, first + number * style.leading, line, style)
        bottom = top + self.height
        pen.line(MARGIN, bottom, MARGIN + TEXT_WIDTH, bottom, self.rule, self.rule_width)

    def _lines(self, index: int) -> tuple[lines.Line, ...]:
        column = self.columns[index]
        if column.figures:
            return (((self.cells[index], False),),)
        return lines.wrap(self.cells[index], self.style, column.right - column.left)

    def _style(self, index: int) -> Style:
        ink = self.inks.get(index)
        return self.style if ink is None else Style(self.style.size, self.style.leading, self.style.face, ink)


def head(cells: tuple[str, ...], columns: tuple[PaperColumn, ...]) -> Row:
    """The head of a table, never left alone at the foot of a page."""
    return Row(cells=cells, columns=columns, style=LABEL, rule=NAVY, rule_width=0.8, keep=True)


def total(cells: tuple[str, ...], columns: tuple[PaperColumn, ...], heading: Row | None = None) -> Row:
    """The last row, in bold over a dark line."""
    return Row(cells=cells, columns=columns, style=STRONG, rule=NAVY, rule_width=0.8, heading=heading)
