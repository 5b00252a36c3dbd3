"""Nothing copied, marked or searched for outlives a visit, on whatever system."""

import pytest
from PySide6.QtGui import QClipboard

from desktop.views.kiosk.kit.clipboards import empty

Mode = QClipboard.Mode


class Kept:
    """A system that keeps what it is given in each of its places, and complains of others."""

    def __init__(self, modes: set[QClipboard.Mode]) -> None:
        self.words = dict.fromkeys(modes, "Le voisin du dessous fume")

    def supportsSelection(self) -> bool:
        return Mode.Selection in self.words

    def supportsFindBuffer(self) -> bool:
        return Mode.FindBuffer in self.words

    def clear(self, mode: QClipboard.Mode = Mode.Clipboard) -> None:
        assert mode in self.words
        self.words[mode] = ""


@pytest.mark.parametrize(
    "modes",
    [{Mode.Clipboard}, {Mode.Clipboard, Mode.Selection}, {Mode.Clipboard, Mode.FindBuffer}, set(Mode)],
)
def test_every_place_is_emptied(modes: set[QClipboard.Mode]) -> None:
    system = Kept(modes)
    empty(system)
    assert set(system.words.values()) == {""}
