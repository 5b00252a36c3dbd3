"""Settling one payment in doubt: look first, then say what you saw."""

from PySide6.QtCore import Signal

from desktop.services.payments.card_charges import ChargeView
from desktop.views.common.card import Card
from desktop.views.common.choice import ChoiceTiles
from desktop.views.common.field import Field
from desktop.views.common.labels import text
from desktop.views.common.words import money, period
from desktop.views.counter.charges.presenter import ChargesState
from desktop.views.counter.kit.pile import Pile


class ChargePanel(Card):
    """The right side of the list."""

    paid_chosen = Signal(object)
    reason_edited = Signal(str)
    evidence_edited = Signal(str)

    def __init__(self) -> None:
        super().__init__(pad=2)
        self._chosen = ""
        self._title = text("", "subtitle")
        self._about = text("", "muted")
        look = text(
            self.tr(
                "Look at the terminal's list of payments, or at the tenant's ticket. Then say what you saw."
            ),
            "body",
        )
        self._missing = text(self.tr("Say first whether the card paid."), "body", state="danger")
        self.reason = Field(
            self.tr("How do you know?"),
            help_text=self.tr("For instance: it is in the list of the day"),
            max_length=200,
        )
        self.evidence = Field(
            self.tr("What proves it?"),
            help_text=self.tr("For instance: ticket or authorisation number"),
            max_length=200,
        )
        self.reason.edited.connect(self.reason_edited)
        self.evidence.edited.connect(self.evidence_edited)
        self._tiles_place = Pile()
        self._renew_tiles()
        for part in (
            self._title,
            self._about,
            look,
            self._tiles_place,
            self._missing,
            self.reason,
            self.evidence,
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_state(self, state: ChargesState) -> None:
        """Show the chosen charge and what was found out so far."""
        doubt = state.doubt
        if doubt is None:
            return
        names = " · ".join(doubt.names)
        self._title.setText(
            self.tr("{amount} by card, {names}").format(amount=money(doubt.charge.amount_cents), names=names)
        )
        self._about.setText(self._said(doubt.charge))
        if doubt.charge.id != self._chosen or (state.paid is None and self.paid.choice() is not None):
            self._chosen = doubt.charge.id
            self._renew_tiles()
        if state.paid is not None:
            self.paid.choose(state.paid)
        for field, words in ((self.reason, state.reason), (self.evidence, state.evidence)):
            if field.text() != words:
                field.set_text(words)
        self._say_errors(state)

    def _said(self, charge: ChargeView) -> str:
        waiting = charge.state == "sent"
        words = [
            self.tr("The terminal has not answered yet.")
            if waiting
            else self.tr("The terminal's answer was lost.")
        ]
        if charge.periods:
            words.append(self.tr("For {months}.").format(months=", ".join(map(period, charge.periods))))
        return " ".join(words)

    def _say_errors(self, state: ChargesState) -> None:
        entry = state.trouble.entry if state.trouble is not None else ""
        self._missing.setVisible(entry == "paid")
        self.reason.show_error(
            self.tr("Write how you know: it stays with the payment.") if entry == "reason" else ""
        )
        self.evidence.show_error(
            self.tr("Write what proves it: a ticket or a line number.") if entry == "evidence" else ""
        )

    def _renew_tiles(self) -> None:
        """Tiles of which one was chosen cannot be unchosen: new ones take their place."""
        self.paid = self._tiles()
        self._tiles_place.refill(self.paid)

    def _tiles(self) -> ChoiceTiles:
        tiles = ChoiceTiles(2)
        tiles.add(True, self.tr("The card paid"), "check-circle")
        tiles.add(False, self.tr("The card did not pay"), "close")
        tiles.chosen.connect(self.paid_chosen)
        return tiles
