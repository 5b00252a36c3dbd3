"""The questions of the report: what, where, in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.requests.requests import PROMISED_DAYS
from desktop.views.common.buttons import BigButton
from desktop.views.common.field import LongField
from desktop.views.kiosk.kit.tiles import TileGrid
from desktop.views.kiosk.kit.typed import keep_long
from desktop.views.kiosk.new_request.state import NewRequestState
from desktop.views.kiosk.requests.categories import Categories, icon_of
from desktop.views.kiosk.requests.place_words import PlaceWords
from desktop.views.kiosk.requests.places import ICONS, PLACES

LONGEST = 1_000


class TilesStep(QWidget):
    """One touch answers and leads on."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tiles: dict[str, BigButton] = {}
        self._grid = TileGrid()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._grid)

    def add(self, key: str, words: str, icon: str) -> None:
        tile = BigButton(words, icon, across=True)
        tile.setCheckable(True)
        tile.clicked.connect(lambda _on=False: self.chosen.emit(key))
        self.tiles[key] = tile
        self._grid.put(tile)

    def mark(self, key: str) -> None:
        """Show what was chosen before."""
        for own, tile in self.tiles.items():
            tile.setChecked(own == key)


class CategoryStep(TilesStep):
    """What it is about."""

    def __init__(self) -> None:
        super().__init__()
        words = Categories()
        for category in PROMISED_DAYS:
            self.add(category, words.name(category), icon_of(category))

    def show_state(self, state: NewRequestState) -> None:
        self.mark(state.category)


class PlaceStep(TilesStep):
    """Where it is."""

    def __init__(self) -> None:
        super().__init__()
        words = PlaceWords()
        for place in PLACES:
            self.add(place, words.name(place), ICONS[place])

    def show_state(self, state: NewRequestState) -> None:
        self.mark(state.place)


class DescriptionStep(QWidget):
    """In one's own words, on the kiosk's keyboard."""

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = LongField(
            self.tr("What happens?"),
            help_text=self.tr("A few words are enough. For example: “The kitchen tap drips day and night.”"),
            lines=4,
            max_length=LONGEST,
        )
        self.field.edited.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addStretch(1)

    def show_state(self, state: NewRequestState) -> None:
        """Show what was written and whether it is missing."""
        keep_long(self.field, state.description)
        missing = self.tr("Write a few words, so that the right person can come.")
        self.field.show_error(missing if state.problem else "")
