"""One month's rent as a bill that explains itself: each part with its amount and what it is."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.ledger.statement import TermView
from desktop.views.common.card import Card, rule
from desktop.views.common.labels import text
from desktop.views.common.theme import current
from desktop.views.common.words import money, period
from desktop.views.kiosk.account.operations import Operations


class ExplainedTerm(Card):
    """At most nine lines: a bill, not a list."""

    def __init__(self, term: TermView, *, future: bool) -> None:
        super().__init__(pad=3)
        words = Operations()
        parts = [
            (part, getattr(term, f"{part}_cents"))
            for part in ("rent", "charges", "supplement", "reduction", "benefit", "adjustment", "returned")
        ]
        for part, cents in parts:
            if cents:
                name, meaning = words.part(part, cents)
                self.body.addWidget(self._line(name, meaning, cents))
        self.body.addWidget(rule())
        asked = self.tr("Asked for {month}").format(month=period(term.period))
        self.body.addWidget(self._line(asked, "", term.due_cents, strong=True))
        if term.paid_cents:
            self.body.addWidget(self._line(self.tr("Already paid"), "", -term.paid_cents))
        left = self.tr("Left to pay") if term.open_cents else self.tr("Nothing left to pay")
        state = "" if not term.open_cents else "muted" if future else "attention"
        self.body.addWidget(self._line(left, "", term.open_cents, strong=True, state=state or "success"))

    def _line(self, name: str, meaning: str, cents: int, *, strong: bool = False, state: str = "") -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().scale.space(4))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text(name, "strong"))
        if meaning:
            words.addWidget(text(meaning, "caption"))
        row.addLayout(words, 1)
        row.addWidget(text(money(cents), "subtitle" if strong else "body", state=state, wrap=False))
        return line
