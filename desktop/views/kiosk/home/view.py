"""Six large tiles under the name of who signed in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from desktop.views.common.banner import Banner, Tone
from desktop.views.common.buttons import BigButton, SecondaryButton
from desktop.views.common.card import Card
from desktop.views.common.labels import text
from desktop.views.common.money import MoneyLabel
from desktop.views.common.page import KioskPage
from desktop.views.common.theme import current
from desktop.views.common.words import moment
from desktop.views.kiosk.home.presenter import Glance, HomeState
from desktop.views.kiosk.kit.names import greeting
from desktop.views.kiosk.kit.tiles import TileGrid
from desktop.views.kiosk.screens import tiles


class HomeView(KioskPage):
    """Amounts stay hidden until they are asked for: others may look on."""

    figures_pressed = Signal()
    place_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("", self.tr("What would you like to do?"))
        self.banner = Banner()
        self.owed: QLabel = text("", "strong")
        self.amount = MoneyLabel(masked=True)
        self.fresh: QLabel = text("", "caption")
        self.figures = SecondaryButton(self.tr("Show"), "eye")
        self.figures.clicked.connect(self.figures_pressed)
        self.tiles: dict[str, BigButton] = {}
        self.body.setSpacing(current().scale.gap)
        self.body.addWidget(self.banner)
        self.body.addWidget(self._balance())
        self.body.addWidget(self._grid())
        self.body.addStretch(1)

    def show_state(self, state: HomeState) -> None:
        """Greet, and show the balance as far as it is known and wanted."""
        self.set_heading(greeting(state.account), self.tr("What would you like to do?"))
        self.figures.setText(self.tr("Hide") if state.figures_shown else self.tr("Show"))
        self.figures.set_icon("eye-off" if state.figures_shown else "eye")
        self.figures.setEnabled(state.overview is not None)
        self.amount.hide_figures(not state.figures_shown or state.overview is None)
        if not state.takes_cards:
            self.tiles["pay"].show_hint(self.tr("At the desk only"))
        if not state.takes_photos:
            self.tiles["new_request"].show_hint(self.tr("In a few words"))
        if state.overview is not None:
            self._show_overview(state.overview, shown=state.figures_shown)

    def _show_overview(self, overview: Glance, *, shown: bool) -> None:
        self.amount.show_cents(abs(overview.balance_cents))
        self.amount.hide_figures(not shown)
        self.owed.setText(self._owed(overview.balance_cents, shown=shown))
        if overview.as_of is not None:
            when = moment(overview.as_of, overview.now)
            self.fresh.setText(self.tr("As known to the agency: {when}").format(when=when))
        answers = self.tr("%n answer(s) to read", "", overview.answered) if overview.answered else ""
        self.tiles["requests"].show_hint(
            answers or tiles()["requests"].hint.said, "action" if answers else ""
        )
        if overview.in_doubt:
            self.banner.say(
                Tone.ATTENTION,
                self.tr("One of your card payments is being checked."),
                self.tr("Do not pay a second time. The desk can tell you more."),
            )
        else:
            self.banner.hush()

    def _owed(self, cents: int, *, shown: bool) -> str:
        """While hidden, not even the side of the balance can be read over a shoulder."""
        if not shown:
            return self.tr("My rent account")
        if cents > 0:
            return self.tr("You owe")
        return self.tr("You have paid in advance") if cents < 0 else self.tr("You owe nothing")

    def _balance(self) -> Card:
        card = Card(pad=2.5)
        row = QHBoxLayout()
        row.setSpacing(current().scale.space(3))
        words = QVBoxLayout()
        words.setSpacing(current().scale.space(0.5))
        words.addWidget(self.owed)
        words.addWidget(self.amount)
        words.addWidget(self.fresh)
        row.addLayout(words, 1)
        row.addWidget(self.figures)
        card.body.addLayout(row)
        return card

    def _grid(self) -> TileGrid:
        grid = TileGrid()
        for place, tile in tiles().items():
            button = BigButton(tile.words.said, tile.icon, tile.hint.said)
            button.clicked.connect(lambda _on=False, to=place: self.place_chosen.emit(to))
            self.tiles[place] = button
            grid.put(button)
        return grid
