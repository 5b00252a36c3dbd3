"""Amounts: big, in figures of one width, and hidden from neighbours until asked for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.views.common.theme import restyle
from desktop.views.common.words import MASKED, money


class MoneyLabel(QLabel):
    """An amount of integer cents. `kind`: money, money-small, strong or body."""

    def __init__(self, cents: int = 0, kind: str = "money", *, masked: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._cents = cents
        self._masked = masked
        self._say()

    def show_cents(self, cents: int, state: str = "") -> None:
        """Show this amount; `state` colours it (danger, success …)."""
        self._cents = cents
        restyle(self, state=state)
        self._say()

    def hide_figures(self, hidden: bool) -> None:
        """Hide or show the figures."""
        self._masked = hidden
        self._say()

    @property
    def masked(self) -> bool:
        """Whether the figures are hidden."""
        return self._masked

    def _say(self) -> None:
        words = money(self._cents)
        self.setText(f"{MASKED}\u00a0€" if self._masked else words)
        self.setAccessibleName(self.tr("Hidden amount") if self._masked else words)
