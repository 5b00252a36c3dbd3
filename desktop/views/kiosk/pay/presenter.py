"""Paying by card: choose, see what it pays, present the card, take the paper."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.errors import Invalid
from desktop.hardware.card_terminal import ChargeOutcome, TerminalState
from desktop.rules.means import Means
from desktop.rules.money import parse_cents
from desktop.services.days import local_day
from desktop.services.ledger.statement import Statement, TermView, statement
from desktop.services.papers.doubt_slips import DoubtSlip
from desktop.services.papers.papers import PaperView, asked_for, papers_available
from desktop.services.payments.card_charges import ChargeView, StartCharge, charges_in_doubt
from desktop.services.payments.payments import Quote, quote
from desktop.station.charging import Charged, reference_of
from desktop.station.station import Station
from desktop.views.common.trouble import Trouble
from desktop.views.kiosk.kit.printing import KioskPrinting, PaperProgress
from desktop.views.kiosk.parts import KioskGuide, KioskParts
from desktop.views.kiosk.pay.charging import Charging
from desktop.views.kiosk.pay.state import Choice, PayState, PayStep
from desktop.views.kiosk.scene import KioskScene
from desktop.views.kiosk.visit import Act

_LIFTED: Final = "more_than_owed"
"""The objection that a clear question lifts."""


@dataclass(frozen=True, slots=True)
class Owed:
    """What the first step needs."""

    statement: Statement
    doubt: ChargeView | None
    as_of: datetime | None


class PayPresenter(KioskScene[PayState]):
    """Between the written intention and the settled outcome nothing here can be touched."""

    def __init__(self, parts: KioskParts, guide: KioskGuide) -> None:
        super().__init__(parts, guide, PayState())
        self._printing = KioskPrinting(
            parts,
            guide,
            self.run,
            lambda progress: self.show(printing=progress),
            lambda _trouble: self.show(printing=PaperProgress.FAILED),
        )
        self.show(printing=self._printing.at_rest)
        self._charging = Charging(
            parts, guide, lambda step: self.show(charge_step=step), self._settle, self._on_refused
        )

    def open(self) -> None:
        """Read what is owed, and see whether the terminal is there."""
        station, lease_id = self._parts.station, self._guide.visit.lease_id
        self.run(self._parts.cache_lane, lambda: _owed(station, lease_id), self._on_read)
        self.run(
            self._parts.terminal_lane,
            self._parts.terminal.ready,
            lambda terminal: self.show(terminal=terminal),
            lambda _trouble: self.show(terminal=TerminalState.UNREACHABLE),
        )

    def chosen(self, choice: Choice) -> None:
        """All, the month, or an amount to be typed; nothing where there is no terminal."""
        if self.state.takes_no_card:
            return
        month = self.state.month
        match choice:
            case Choice.OTHER:
                self.show(step=PayStep.AMOUNT, choice=choice, problem="", changed=False)
            case Choice.ALL if self.state.balance_cents > 0:
                self._quote(choice, self.state.balance_cents)
            case Choice.MONTH if month is not None:
                self._quote(choice, month.open_cents)

    def amount_typed(self, typed: str) -> None:
        """The amount, as far as it is typed."""
        self.show(typed=typed, problem="")

    def credit_answered(self, accepted: bool) -> None:
        """The answer to the question whether to pay more than is owed."""
        self.show(accept_credit=accepted)

    def go_on_pressed(self) -> None:
        """The one next step; a second touch while something is under way is ignored."""
        match self.state.step:
            case PayStep.AMOUNT:
                self._take_typed()
            case PayStep.REVIEW if self.state.may_pay:
                self._charge()
            case PayStep.OUTCOME if (
                self.state.charged and self.state.charged.outcome is ChargeOutcome.APPROVED
            ):
                self.paper_pressed(0)
            case PayStep.OUTCOME if (
                self.state.charged and self.state.charged.outcome is not ChargeOutcome.UNKNOWN
            ):
                self._try_again()
            case _:
                pass

    def paper_pressed(self, number: int) -> None:
        """Print one of the papers this payment allows."""
        if number >= len(self.state.papers):
            return
        self._print(asked_for(self._guide.visit.lease_id, self.state.papers[number]))

    def reference_pressed(self, sentence: str) -> None:
        """Print a slip with the reference of the payment in doubt; `sentence` is in the person's language."""
        state = self.state
        if state.charged is not None:
            charge_id, cents = state.charged.charge_id, state.charged.cents
        elif state.doubt is not None:
            charge_id, cents = state.doubt.id, state.doubt.amount_cents
        else:
            return
        self._print(
            DoubtSlip(
                lease_id=self._guide.visit.lease_id,
                charge_id=charge_id,
                number=reference_of(charge_id),
                cents=cents,
                sentence=sentence,
            )
        )

    def back_pressed(self) -> None:
        """One step back; never while the card is asked for."""
        match self.state.step:
            case PayStep.CARD:
                pass
            case PayStep.AMOUNT:
                self.show(step=PayStep.CHOOSE, problem="")
            case PayStep.REVIEW:
                back = PayStep.AMOUNT if self.state.choice is Choice.OTHER else PayStep.CHOOSE
                self.show(step=back, quote=None, accept_credit=False, trouble=None)
            case _:
                self._guide.go("home")

    def finish_pressed(self) -> None:
        """The person is done."""
        if self.state.step is not PayStep.CARD:
            self._guide.finish()

    def _on_read(self, owed: Owed) -> None:
        known = owed.statement
        self.show(
            step=PayStep.IN_DOUBT if owed.doubt else PayStep.CHOOSE,
            doubt=owed.doubt,
            balance_cents=known.balance_cents,
            month=_month(known),
            unread=known.unread,
            as_of=owed.as_of,
            now=self._parts.station.now(),
        )

    def _take_typed(self) -> None:
        try:
            cents = parse_cents(self.state.typed)
        except Invalid as wrong:
            self.show(problem=wrong.code)
            return
        if cents <= 0:
            self.show(problem="amount_not_positive")
            return
        self._quote(Choice.OTHER, cents)

    def _quote(self, choice: Choice, cents: int) -> None:
        station, lease_id = self._parts.station, self._guide.visit.lease_id
        periods = _named(choice, self.state.month)
        self.show(choice=choice, cents=cents, changed=False, trouble=None)
        self.run(
            self._parts.cache_lane,
            lambda: station.ask(quote, lease_id, cents, periods, Means.CARD, station.now()),
            self._on_quoted,
        )

    def _on_quoted(self, found: Quote) -> None:
        barred = [code for code in found.objections if code != _LIFTED]
        if "payment_in_doubt" in barred:
            self._try_again()
        elif barred:
            self.show(step=PayStep.AMOUNT, problem=barred[0])
        else:
            self.show(
                step=PayStep.REVIEW, quote=found, accept_credit=False, balance_cents=found.balance_before
            )

    def _charge(self) -> None:
        state = self.state
        command = StartCharge(
            lease_id=self._guide.visit.lease_id,
            amount_cents=state.cents,
            balance_seen_cents=state.balance_cents,
            periods=_named(state.choice, state.month),
            accept_credit=state.accept_credit,
        )
        self.show(step=PayStep.CARD, charge_step=None, trouble=None)
        self._charging.start(command)

    def _settle(self, charged: Charged) -> None:
        self.show(step=PayStep.OUTCOME, charged=charged)
        visit = self._guide.visit
        match charged.outcome:
            case ChargeOutcome.APPROVED:
                visit.note(Act.PAID, cents=charged.cents)
                self._read_papers(charged)
            case ChargeOutcome.UNKNOWN:
                visit.note(Act.IN_DOUBT, cents=charged.cents, number=reference_of(charged.charge_id))
            case _:
                pass

    def _on_refused(self, trouble: Trouble) -> None:
        """Nothing was sent: the terminal was not asked."""
        if trouble.code in {"payment_in_doubt", "balance_changed"}:
            self.show(step=PayStep.READING, quote=None, changed=trouble.code == "balance_changed")
            self.open()
        else:
            self.show(step=PayStep.REVIEW, trouble=trouble)

    def _try_again(self) -> None:
        self.show(step=PayStep.READING, charged=None, quote=None, accept_credit=False)
        self.open()

    def _read_papers(self, charged: Charged) -> None:
        station, lease_id = self._parts.station, self._guide.visit.lease_id
        paid = {period for period, _ in self.state.quote.parts} if self.state.quote else set()
        self.run(
            self._parts.cache_lane,
            lambda: _of_this_payment(station.ask(papers_available, lease_id, station.now()), charged, paid),
            lambda papers: self.show(papers=papers),
        )

    def _print(self, asked: object) -> None:
        """One paper at a time; a second touch meanwhile is ignored."""
        if self.state.printing not in {PaperProgress.UNDER_WAY, PaperProgress.NO_PRINTER}:
            self._printing.start(asked)


def _named(choice: Choice | None, month: TermView | None) -> tuple[str, ...]:
    """Only who chose the month has named what he pays."""
    return (month.period,) if choice is Choice.MONTH and month else ()


def _owed(station: Station, lease_id: str) -> Owed:
    doubts = station.ask(charges_in_doubt, lease_id)
    known = station.ask(statement, lease_id, local_day(station.now()))
    return Owed(known, doubts[0] if doubts else None, station.status().balances_as_of)


def _month(known: Statement) -> TermView | None:
    """The latest due month, when it leaves something to pay and is not already all that is owed."""
    due = [term for term in known.open_terms if known.latest is None or term.period <= known.latest]
    if not due or due[-1].open_cents >= known.balance_cents:
        return None
    return max(due, key=lambda term: term.period)


def _of_this_payment(
    papers: tuple[PaperView, ...], charged: Charged, paid: set[str]
) -> tuple[PaperView, ...]:
    """Its receipt first, then the rent receipt of each month it closed."""
    own = [paper for paper in papers if paper.receipt_id and paper.receipt_id == charged.receipt_id]
    closed = [
        paper for paper in papers if paper.kind == "rent_receipt" and paper.allowed and paper.period in paid
    ]
    return (*own, *closed)
