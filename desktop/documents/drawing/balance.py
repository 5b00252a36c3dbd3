"""Three amounts side by side: the account before, the payment, the account after."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.documents.drawing.blocks import Paragraph, baseline
from desktop.documents.drawing.faces import Face
from desktop.documents.drawing.ink import HAIR, LABEL, MARGIN, MM, NAVY, TEAL, TEXT_WIDTH, Style
from desktop.documents.drawing.pen import Pen
from desktop.documents.language.wording import Wording

_AMOUNT = Style(13, 17)
_LAST_AMOUNT = Style(15, 17, Face.BOLD, TEAL)
_WIDTH = TEXT_WIDTH / 3


@dataclass(frozen=True, slots=True)
class BalanceStrip:
    """Words over cents, three times; the last is what the reader came for."""

    balances: tuple[tuple[str, int], ...]
    wording: Wording
    keep: bool = False
    blank: ClassVar[bool] = False
    heading: ClassVar[None] = None

    @property
    def height(self) -> float:
        """The tallest label and one amount."""
        return self._labels_height + _AMOUNT.leading + 1 * MM

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the three, thin lines between."""
        for number, (label, cents) in enumerate(self.balances):
            x = MARGIN + number * _WIDTH + (4 * MM if number else 0)
            if number:
                pen.line(x - 4 * MM, top + 1, x - 4 * MM, top + self.height - 1, HAIR, 0.8)
            last = number == len(self.balances) - 1
            self._label(label, last).draw(pen, top)
            style = _LAST_AMOUNT if last else _AMOUNT
            pen.text(x, baseline(top + self._labels_height, style), self.wording.money(cents), style)

    @property
    def _labels_height(self) -> float:
        return max(self._label(label, False).height for label, _ in self.balances)

    def _label(self, label: str, last: bool) -> Paragraph:
        number = [text for text, _ in self.balances].index(label)
        x = MARGIN + number * _WIDTH + (4 * MM if number else 0)
        style = Style(LABEL.size, LABEL.leading, Face.BOLD, NAVY) if last else LABEL
        return Paragraph(label, style, x, _WIDTH - 6 * MM)
