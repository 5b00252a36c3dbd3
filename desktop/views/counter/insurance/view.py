"""A certificate of insurance: four entries, what was written down, and the acknowledgement."""

from PySide6.QtCore import Qt, Signal

from desktop.views.common.banner import Tone
from desktop.views.common.card import Card
from desktop.views.common.field import Field
from desktop.views.common.labels import text
from desktop.views.common.theme import current
from desktop.views.counter.insurance.state import CertificateEntry, CertificateStep, InsuranceState
from desktop.views.counter.insurance.words import entry_words, known_words
from desktop.views.counter.kit.beside import Beside
from desktop.views.counter.kit.keyed import CONFIRM, PRIMARY, KeyedButton
from desktop.views.counter.kit.names import civil_name, grouped
from desktop.views.counter.kit.page import CounterView
from desktop.views.counter.kit.paper_words import paper_sentence
from desktop.views.counter.kit.sentences import sentence


class InsuranceView(CounterView):
    """The form, then what to do with the paper."""

    typed = Signal(object, str)
    save_pressed = Signal()
    print_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Insurance certificate"))
        self.print_it = KeyedButton(self.tr("Print the acknowledgement"), "F9", icon_name="printer")
        self.save = KeyedButton(
            self.tr("Write the certificate down"), CONFIRM, role=PRIMARY, icon_name="check"
        )
        self.done = KeyedButton(self.tr("Back to the file"), CONFIRM, role=PRIMARY, icon_name="check")
        self.print_it.clicked.connect(self.print_pressed)
        self.save.clicked.connect(self.save_pressed)
        self.done.clicked.connect(self.back_pressed)
        for button in (self.print_it, self.save, self.done):
            self.add_action(button)
        self.fields = self._make_fields()
        self.first = self.fields[CertificateEntry.INSURER]
        self._at_fault: CertificateEntry | None = None
        self._form, self._saved = self._form_card(), self._saved_card()
        self.body.addWidget(self._form)
        self.body.addWidget(self._saved)
        self.body.addStretch(1)

    def show_state(self, state: InsuranceState) -> None:
        """Show the form, or what was written down."""
        saved = state.step is CertificateStep.SAVED
        names = " · ".join(civil_name(*each) for each in state.names)
        contract = self.tr("Contract {number}").format(number=grouped(state.lease_id))
        known = known_words(state.insured) if state.insured is not None and not saved else ""
        self.set_heading(self.tr("Insurance certificate"), " · ".join(filter(None, (names, contract, known))))
        self._form.setVisible(not saved)
        self._form.setEnabled(state.step is CertificateStep.FORM)
        self._saved.setVisible(saved)
        self.save.setVisible(not saved)
        self.save.setEnabled(state.step is CertificateStep.FORM)
        self.back.setVisible(not saved)
        self.done.setVisible(saved)
        self.print_it.setVisible(saved and state.paper.offered)
        self.print_it.setEnabled(not state.paper.under_way)
        self._show_entries(state)
        self._say(state)
        if saved and not self.print_it.hasFocus():
            self.done.setFocus()

    def _show_entries(self, state: InsuranceState) -> None:
        trouble = state.trouble
        wrong = entry_words(trouble) if trouble is not None else ""
        at_fault = None
        for entry, field in self.fields.items():
            if field.text() != getattr(state, entry):
                field.set_text(getattr(state, entry))
            here = bool(wrong) and trouble is not None and trouble.entry == entry
            field.show_error(wrong if here else "")
            at_fault = entry if here else at_fault
        if at_fault is not None and at_fault is not self._at_fault:
            self.fields[at_fault].setFocus(Qt.FocusReason.OtherFocusReason)
        self._at_fault = at_fault
        if state.step is CertificateStep.SAVED:
            self._read.setText(f"{state.insurer.strip()} · {state.policy.strip()}")
            covered = self.tr("From {first} to {last}")
            self._covered.setText(covered.format(first=state.valid_from, last=state.valid_to))

    def _say(self, state: InsuranceState) -> None:
        said = paper_sentence(state.paper)
        if state.trouble is not None:
            said = None if entry_words(state.trouble) else sentence(state.trouble)
        elif said is None and state.step is CertificateStep.SAVED:
            said = (
                Tone.SUCCESS,
                self.tr("The certificate is written down."),
                self.tr("Give it back to the tenant: they keep it."),
            )
        if said is None:
            self.banner.hush()
        else:
            self.banner.say(*said)

    def _make_fields(self) -> dict[CertificateEntry, Field]:
        day = self.tr("As it stands there: 31/08/2027")
        made = {
            CertificateEntry.INSURER: Field(self.tr("Insurer"), max_length=80),
            CertificateEntry.POLICY: Field(self.tr("Policy number"), max_length=80),
            CertificateEntry.FROM: Field(self.tr("First day covered"), help_text=day, max_length=12),
            CertificateEntry.TO: Field(self.tr("Last day covered"), help_text=day, max_length=12),
        }
        for entry, field in made.items():
            field.edited.connect(lambda words, entry=entry: self.typed.emit(entry, words))
        return made

    def _form_card(self) -> Card:
        card = Card(self.tr("What the certificate says"), pad=2)
        entries = list(self.fields.values())
        for pair in (entries[:2], entries[2:]):
            both = Beside(gap=2)
            for field in pair:
                both.put(field, 1, letters=16, side=Qt.AlignmentFlag.AlignTop)
            card.body.addWidget(both)
        note = self.tr("Check that it covers the risks of renting, at the address of this lease.")
        card.body.addWidget(text(note, "caption"))
        card.setMaximumWidth(current().scale.font("body") * 52)
        return card

    def _saved_card(self) -> Card:
        card = Card(self.tr("Written down"), pad=3)
        self._read = text("", "strong")
        self._covered = text("", "body")
        for part in (self._read, self._covered):
            card.body.addWidget(part)
        card.setMaximumWidth(current().scale.font("body") * 52)
        return card
