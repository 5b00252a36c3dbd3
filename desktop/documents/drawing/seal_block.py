"""A panel that says what the paper is worth, with the signed code that proves it at its right."""

from dataclasses import dataclass
from typing import ClassVar, Final

from desktop.documents.drawing import qr
from desktop.documents.drawing.blocks import Panel
from desktop.documents.drawing.ink import MARGIN, MM, OCHRE, OCHRE_MIST, TEAL, TEAL_MIST, TEXT_WIDTH, WHITE
from desktop.documents.drawing.pen import Pen
from desktop.documents.language.wording import Wording
from desktop.documents.seal import Seal

_SMALLEST_CODE: Final = 25 * MM
_MODULE: Final = 0.42 * MM
"""Five dots of a printer of 300 dots an inch: a telephone of some years still reads it."""

_PADDING: Final = 3.2 * MM


@dataclass(frozen=True, slots=True)
class SealedPanel:
    """The texts, then how to check the paper; without a seal only the texts. `attention` turns it ochre."""

    texts: tuple[str, ...]
    seal: Seal | None
    wording: Wording
    attention: bool = False
    keep: bool = False
    blank: ClassVar[bool] = False
    heading: ClassVar[None] = None

    @property
    def height(self) -> float:
        """The taller of texts and code."""
        return self._panel.height

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the panel, and the code on white with its quiet zone."""
        self._panel.draw(pen, top)
        if self.seal is None:
            return
        rows = qr.matrix(self.seal.payload)
        module = self._code_size / len(rows)
        square = self._code_size + 2 * qr.QUIET_ZONE * module
        x = MARGIN + TEXT_WIDTH - _PADDING - square
        top += (self._panel.height - square) / 2
        pen.box(x, top, square, square, WHITE)
        pen.drawing(x + qr.QUIET_ZONE * module, top + qr.QUIET_ZONE * module, module, qr.operators(rows))

    @property
    def _code_size(self) -> float:
        if self.seal is None:
            return 0.0
        return max(_SMALLEST_CODE, len(qr.matrix(self.seal.payload)) * _MODULE)

    @property
    def _panel(self) -> Panel:
        ground, bar = (OCHRE_MIST, OCHRE) if self.attention else (TEAL_MIST, TEAL)
        if self.seal is None:
            return Panel(self.texts, ground, bar, padding=_PADDING)
        rows = len(qr.matrix(self.seal.payload))
        square = self._code_size * (rows + 2 * qr.QUIET_ZONE) / rows
        notes = (self.wording.translate("common.verify_how", code=self.seal.check_code),)
        return Panel(self.texts, ground, bar, notes, padding=_PADDING, aside=square + 5 * MM, at_least=square)
