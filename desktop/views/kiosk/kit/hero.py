"""How something ended, large: a sign, the amount or the number, and one sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from desktop.views.common.banner import Tone
from desktop.views.common.card import Card
from desktop.views.common.icons import picture, set_icon
from desktop.views.common.labels import text
from desktop.views.common.theme import current


class Hero(Card):
    """Sign, colour and words say the same."""

    def __init__(self) -> None:
        super().__init__(pad=4)
        self._side = current().scale.icon * 3
        self._sign = picture("info", size=self._side)
        self._big: QLabel = text("", "money")
        self._words: QLabel = text("", "subtitle")
        self._detail: QLabel = text("", "body")
        row = QHBoxLayout()
        row.setSpacing(current().scale.space(4))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self.words = QVBoxLayout()
        self.words.setSpacing(current().scale.space(1))
        for label in (self._big, self._words, self._detail):
            self.words.addWidget(label)
        row.addLayout(self.words, 1)
        self.body.addLayout(row)

    def say(self, tone: Tone, words: str, detail: str = "", *, big: str = "", sign: str = "") -> None:
        """Show how it ended; `big` is the amount or number, `sign` another icon than the tone's."""
        set_icon(self._sign, sign or tone.icon, tone.colour, self._side)
        for label, said in ((self._big, big), (self._words, words), (self._detail, detail)):
            label.setText(said)
            label.setVisible(bool(said))
        self.setAccessibleName(" ".join(filter(None, (words, detail))))

    @property
    def said(self) -> tuple[str, str]:
        """The sentence and its detail."""
        return self._words.text(), self._detail.text()
