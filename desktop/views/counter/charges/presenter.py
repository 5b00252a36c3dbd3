"""Settles card payments in doubt: staff find out what became of the money and say how they know."""

from dataclasses import dataclass, field

from desktop.services.command import Done
from desktop.services.papers.payment_papers import ReceiptOf
from desktop.services.payments.card_charges import ChargeView, ResolveCharge, charges_in_doubt
from desktop.services.people import names_of
from desktop.views.common.trouble import Trouble
from desktop.views.counter.paper import Paper, What
from desktop.views.counter.parts import CounterGuide, CounterParts
from desktop.views.counter.printing import Printing
from desktop.views.counter.scene import CounterScene


@dataclass(frozen=True, slots=True)
class Doubt:
    """A charge and whose it is."""

    charge: ChargeView
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChargesState:
    """`paid`: what staff found out, None before they say; `settled`: how the last one was resolved."""

    doubts: tuple[Doubt, ...] | None = None
    chosen: str = ""
    paid: bool | None = None
    reason: str = ""
    evidence: str = ""
    resolving: bool = False
    settled: bool | None = None
    paper: Paper = field(default_factory=Paper)
    trouble: Trouble | None = None

    @property
    def doubt(self) -> Doubt | None:
        """The charge that is chosen."""
        return next((each for each in self.doubts or () if each.charge.id == self.chosen), None)


class ChargesPresenter(CounterScene[ChargesState]):
    """The oldest first."""

    def __init__(self, parts: CounterParts, guide: CounterGuide) -> None:
        super().__init__(parts, guide, ChargesState())
        self._actor = guide.shift.actor
        self._printing = Printing(parts, guide, lambda paper: self.show(paper=paper))

    @property
    def busy(self) -> bool:
        """While the answer is being recorded."""
        return self.state.resolving

    def open(self) -> None:
        self.run(self._parts.cache_lane, self._read, self._on_read, self.fail)

    def refresh(self) -> None:
        """A terminal may have answered meanwhile."""
        self.open()

    def close(self) -> None:
        """A paper still under way reports to the shell."""
        self._printing.leave()
        super().close()

    def broke(self) -> None:
        """Let them look again."""
        self.show(resolving=False)

    def chosen(self, doubt: Doubt) -> None:
        if doubt.charge.id != self.state.chosen and not self.state.resolving:
            self.show(chosen=doubt.charge.id, paid=None, reason="", evidence="", trouble=None)

    def paid_chosen(self, paid: bool) -> None:
        """What staff found out."""
        self.show(paid=paid, trouble=None)

    def reason_edited(self, text: str) -> None:
        self.show(reason=text)

    def evidence_edited(self, text: str) -> None:
        self.show(evidence=text)

    def lease_pressed(self) -> None:
        """See the tenant's file."""
        if self.state.doubt is not None:
            self._guide.go("lease", self.state.doubt.charge.lease_id)

    def resolve_pressed(self) -> None:
        """Record it: paid makes a payment with its receipt, not paid frees the account for another try."""
        state = self.state
        if state.resolving or state.doubt is None:
            return
        if state.paid is None:
            self.show(trouble=Trouble("paid_missing", entry="paid"))
            return
        command = ResolveCharge(
            charge_id=state.chosen,
            paid=state.paid,
            reason=state.reason,
            evidence=state.evidence,
            seen=state.doubt.charge.seen(),
        )
        self.show(resolving=True, trouble=None, settled=None)
        self.run(
            self._parts.cache_lane,
            lambda: self._parts.station.perform(command, self._actor),
            self._on_resolved,
            self._on_refused,
        )

    def _read(self) -> tuple[Doubt, ...]:
        station = self._parts.station
        charges = station.ask(charges_in_doubt)
        names = station.ask(names_of, [each.lease_id for each in charges])
        return tuple(Doubt(each, names.get(each.lease_id, ())) for each in charges)

    def _on_read(self, doubts: tuple[Doubt, ...]) -> None:
        self.show(doubts=doubts)
        if self.state.doubt is None:
            self.show(chosen="", paid=None, reason="", evidence="")
            if doubts:
                self.chosen(doubts[0])

    def _on_resolved(self, done: Done) -> None:
        self.show(resolving=False, settled=self.state.paid)
        result = done.result or {}
        if "receipt_id" in result:
            self._printing.start(ReceiptOf(result["receipt_id"]), What.RECEIPT, result["number"])
        self.open()

    def _on_refused(self, trouble: Trouble) -> None:
        self.show(resolving=False, trouble=trouble)
        if trouble.code == "charge_settled":
            self.open()
