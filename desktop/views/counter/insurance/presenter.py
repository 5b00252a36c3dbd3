"""Writes down what a certificate says, once, and prints the acknowledgement for who wants it."""

from desktop.errors import Invalid
from desktop.rules.typed_day import typed_day
from desktop.services.command import Done
from desktop.services.days import local_day
from desktop.services.insurance.insurance import Insured, SeeCertificate, insured
from desktop.services.leases.leases import LeaseCard, lease_card
from desktop.services.papers.insurance_papers import AcknowledgementOf
from desktop.views.common.trouble import Trouble, trouble_of
from desktop.views.counter.insurance.state import CertificateEntry, CertificateStep, InsuranceState
from desktop.views.counter.parts import CounterGuide, CounterParts
from desktop.views.counter.printing import Printing
from desktop.views.counter.scene import CounterScene

ACKNOWLEDGEMENT = "insurance_acknowledgement"
_CENTURY = 2000


class InsurancePresenter(CounterScene[InsuranceState]):
    """A form with four entries, then a paper if it is wanted."""

    def __init__(self, parts: CounterParts, guide: CounterGuide, lease_id: str) -> None:
        super().__init__(parts, guide, InsuranceState(lease_id))
        self._actor = guide.shift.actor
        self._printing = Printing(parts, guide, lambda paper: self.show(paper=paper))

    @property
    def busy(self) -> bool:
        """While it is being written down."""
        return self.state.step is CertificateStep.SAVING

    def open(self) -> None:
        """See whose home it is and what was known."""
        self.run(self._parts.cache_lane, self._read, self._on_read, self._on_trouble)

    def close(self) -> None:
        """A paper still under way reports to the shell."""
        self._printing.leave()
        super().close()

    def broke(self) -> None:
        """Let them try again."""
        if self.state.step is CertificateStep.SAVING:
            self.show(step=CertificateStep.FORM)

    def typed(self, entry: CertificateEntry, words: str) -> None:
        """An entry, as far as it is typed; what was wrong with it is forgotten."""
        trouble = self.state.trouble
        still = trouble if trouble is not None and trouble.entry != entry else None
        self.show(**{entry.value: words}, trouble=still)

    def save_pressed(self) -> None:
        """Write it down, or say at the entry what is wrong."""
        if self.state.step is not CertificateStep.FORM:
            return
        try:
            command = self._command()
        except Invalid as error:
            self.show(trouble=trouble_of(error))
            return
        self.show(step=CertificateStep.SAVING, trouble=None)
        self.run(
            self._parts.cache_lane,
            lambda: self._parts.station.perform(command, self._actor),
            self._on_saved,
            self._on_refused,
        )

    def print_pressed(self) -> None:
        """The acknowledgement, as often as it is wanted."""
        if self.state.certificate_id:
            self._printing.start(AcknowledgementOf(self.state.certificate_id), ACKNOWLEDGEMENT)

    def _command(self) -> SeeCertificate:
        state = self.state
        for entry in (CertificateEntry.INSURER, CertificateEntry.POLICY):
            if not getattr(state, entry).strip():
                raise Invalid(entry, f"{entry}_missing")
        return SeeCertificate(
            lease_id=state.lease_id,
            insurer=state.insurer,
            policy=state.policy,
            valid_from=typed_day(CertificateEntry.FROM, state.valid_from, century=_CENTURY),
            valid_to=typed_day(CertificateEntry.TO, state.valid_to, century=_CENTURY),
        )

    def _read(self) -> tuple[LeaseCard, Insured]:
        station = self._parts.station
        today = local_day(station.now())
        lease_id = self.state.lease_id
        return station.ask(lease_card, lease_id, today), station.ask(insured, lease_id, today)

    def _on_read(self, read: tuple[LeaseCard, Insured]) -> None:
        card, known = read
        names = tuple((each.civility, each.first_name, each.last_name) for each in card.holders)
        self.show(names=names, insured=known)

    def _on_saved(self, done: Done) -> None:
        certificate_id = str((done.result or {})["certificate_id"])
        self.show(step=CertificateStep.SAVED, certificate_id=certificate_id)

    def _on_refused(self, trouble: Trouble) -> None:
        self.show(step=CertificateStep.FORM, trouble=trouble)

    def _on_trouble(self, trouble: Trouble) -> None:
        self.show(trouble=trouble)
