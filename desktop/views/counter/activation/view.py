"""A new activation code: who stands here, what was seen, and the code, once."""

from PySide6.QtCore import Signal

from desktop.rules.activation_code import in_two
from desktop.services.leases.leases import Holder
from desktop.views.common.banner import Banner, Tone
from desktop.views.common.card import Card
from desktop.views.common.choice import ChoiceTiles, Tick
from desktop.views.common.labels import text
from desktop.views.common.theme import current
from desktop.views.common.words import day, short_day
from desktop.views.counter.activation.presenter import ActivationState, ActivationStep
from desktop.views.counter.kit.keyed import CONFIRM, PRIMARY, KeyedButton
from desktop.views.counter.kit.names import civil_name, grouped
from desktop.views.counter.kit.page import CounterView
from desktop.views.counter.kit.paper_words import paper_sentence
from desktop.views.counter.kit.pile import Pile
from desktop.views.counter.kit.sentences import sentence


class ActivationView(CounterView):
    """The form, then the slip."""

    holder_chosen = Signal(object)
    identity_ticked = Signal(bool)
    make_pressed = Signal()
    again_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("New activation code"))
        self.again = KeyedButton(self.tr("Print again"), "F9", icon_name="printer")
        self.make = KeyedButton(
            self.tr("Make and print the new code"), CONFIRM, role=PRIMARY, icon_name="key"
        )
        self.done = KeyedButton(self.tr("Done"), CONFIRM, role=PRIMARY, icon_name="check")
        self.again.clicked.connect(self.again_pressed)
        self.make.clicked.connect(self.make_pressed)
        self.done.clicked.connect(self.back_pressed)
        for button in (self.again, self.make, self.done):
            self.add_action(button)
        self._holders: tuple[Holder, ...] = ()
        self.tiles = ChoiceTiles(2)
        self.tiles.chosen.connect(self.holder_chosen)
        self.seen: Tick | None = None
        self._seen_place = Pile()
        self._named: Holder | None = None
        self.warning = Banner()
        self._form = self._form_card()
        self._slip = self._slip_card()
        for part in (self.warning, self._form, self._slip):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_state(self, state: ActivationState) -> None:
        made = state.step is ActivationStep.MADE
        self.set_heading(
            self.tr("New activation code"),
            self.tr("Contract {number}").format(number=grouped(state.lease_id)),
        )
        self._form.setVisible(not made)
        self._slip.setVisible(made)
        self.make.setVisible(not made)
        self.make.setEnabled(state.may_make)
        self.done.setVisible(made)
        self.back.setVisible(not made)
        self.again.setVisible(made and bool(state.code) and state.paper.offered)
        self.again.setEnabled(not state.paper.under_way)
        self._show_holders(state)
        self._show_slip(state)
        self._say(state)

    def _show_holders(self, state: ActivationState) -> None:
        if state.holders != self._holders:
            self._holders = state.holders
            for holder in state.holders:
                born = self.tr("Birth date unknown")
                if holder.birth_date is not None:
                    born = self.tr("Born on {day}").format(day=short_day(holder.birth_date))
                self.tiles.add(holder.tenant_id, _name(holder), "person", born)
        self.tiles.choose(state.holder)
        named = next((each for each in state.holders if each.tenant_id == state.holder), None)
        self._ask.setVisible(named is None)
        if named is not None and named != self._named:
            words = self.tr("I have seen an identity document of {name}").format(name=_name(named))
            self.seen = Tick(words)
            self.seen.clicked.connect(self.identity_ticked)
            self._seen_place.refill(self.seen)
            self.seen.setFocus()
        self._named = named
        if self.seen is not None:
            self.seen.setChecked(state.identity_seen)

    def _show_slip(self, state: ActivationState) -> None:
        if state.step is not ActivationStep.MADE:
            return
        self._code.setText(in_two(state.code) if state.code else self.tr("The code is on the paper only."))
        self._hint.setText(
            self.tr("Give the paper to the tenant: it says how to go on. The code is not shown again.")
            if state.paper.offered
            else self.tr("Write the code down for the tenant: no printer here, and it is not shown again.")
        )
        until = day(state.valid_until) if state.valid_until else ""
        self._until.setText(
            self.tr("Valid until {day}. The code of the letter no longer works.").format(day=until)
        )

    def _say(self, state: ActivationState) -> None:
        said = sentence(state.trouble) if state.trouble is not None else paper_sentence(state.paper)
        if said is not None:
            self.banner.say(*said)
        else:
            self.banner.hush()
        if state.account_active and state.step is ActivationStep.FORM:
            self.warning.say(
                Tone.ATTENTION,
                self.tr("This account is already active."),
                self.tr("With the new code the tenant chooses a new password; the old one stops working."),
            )
        else:
            self.warning.hush()

    def _form_card(self) -> Card:
        card = Card(self.tr("Who is in front of you?"), pad=2)
        card.body.addWidget(self.tiles)
        self._ask = text(self.tr("Choose the person, then look at an identity document."), "muted")
        card.body.addWidget(self._ask)
        card.body.addWidget(self._seen_place)
        note = self.tr("Looking is enough: do not copy it, nothing of it is kept.")
        card.body.addWidget(text(note, "caption"))
        return card

    def _slip_card(self) -> Card:
        card = Card(self.tr("The new code"), pad=3)
        self._code = text("", "headline")
        self._until = text("", "body")
        self._hint = text("", "muted")
        for part in (self._code, self._until, self._hint):
            card.body.addWidget(part)
        card.setMaximumWidth(current().scale.font("body") * 44)
        return card


def _name(holder: Holder) -> str:
    return civil_name(holder.civility, holder.first_name, holder.last_name)
