"""Choosing: one of several tiles, or a tick that means « I agree »."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QWidget,
)

from desktop.views.common.buttons import BigButton
from desktop.views.common.content_button import ContentButton
from desktop.views.common.icons import icon, square
from desktop.views.common.labels import text
from desktop.views.common.theme import current


class ChoiceTiles(QWidget):
    """Tiles of which one is chosen. `chosen` carries the key given with `add`."""

    chosen = Signal(object)

    def __init__(self, columns: int = 2, *, across: bool = True) -> None:
        super().__init__()
        self._columns = columns
        self._across = across
        self._keys: dict[QAbstractButton, object] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(current().scale.gap)
        self._group.buttonClicked.connect(self._on_clicked)

    def add(self, key: object, words: str, icon_name: str, hint: str = "") -> BigButton:
        tile = BigButton(words, icon_name, hint, across=self._across)
        tile.setCheckable(True)
        place = len(self._keys)
        self._keys[tile] = key
        self._group.addButton(tile)
        self._grid.addWidget(tile, place // self._columns, place % self._columns)
        self._grid.setColumnStretch(place % self._columns, 1)
        return tile

    def choose(self, key: object) -> None:
        """Mark the tile of `key`, without `chosen`."""
        for tile, own in self._keys.items():
            if own == key:
                tile.setChecked(True)

    def choice(self) -> object | None:
        """The key chosen, or None."""
        button = self._group.checkedButton()
        return self._keys[button] if button is not None else None

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(self._keys[button])


class Tick(ContentButton):
    """A large tick box with a sentence that wraps; the whole line can be touched."""

    def __init__(self, words: str) -> None:
        super().__init__("tick", words)
        self.setCheckable(True)
        self._box = QLabel()
        self._words: QLabel = text(words, "body")
        row = QHBoxLayout(self)
        pad = current().scale.space(1)
        row.setContentsMargins(pad, pad, pad, pad)
        row.setSpacing(current().scale.space(2))
        row.addWidget(self._box)
        row.addWidget(self._words, 1)
        self.let_touches_through()
        self.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def _on_toggled(self, on: bool) -> None:
        theme = current()
        side = round(theme.scale.font("body") * 1.5)
        name = "tick-on" if on else "tick-off"
        colour = theme.tokens.action if on else theme.tokens.edge
        self._box.setPixmap(icon(name, colour, side).pixmap(square(side)))
        self._box.setFixedSize(side, side)
