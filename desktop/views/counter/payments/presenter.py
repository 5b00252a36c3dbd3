"""Takes cash or a cheque: says live what it would pay, records it once, and prints the receipt."""

from dataclasses import replace

from desktop.errors import Invalid
from desktop.rules.means import Means
from desktop.rules.money import parse_cents
from desktop.services.command import Done
from desktop.services.days import local_day
from desktop.services.leases.leases import LeaseCard, lease_card
from desktop.services.papers.papers import papers_available
from desktop.services.papers.payment_papers import ReceiptOf
from desktop.services.papers.rent_papers import RentReceiptOf, number_of
from desktop.services.payments.payments import Quote, TakePayment, quote
from desktop.station.station import Station
from desktop.sync.standing import SyncStatus
from desktop.views.common.trouble import Trouble
from desktop.views.counter.paper import What
from desktop.views.counter.parts import CounterGuide, CounterParts
from desktop.views.counter.payments.state import Payer, PaymentsState, PaymentStep, Taken, Typed
from desktop.views.counter.printing import Printing
from desktop.views.counter.scene import CounterScene


class PaymentsPresenter(CounterScene[PaymentsState]):
    """One payment of one lease, from the amount to the paper."""

    def __init__(self, parts: CounterParts, guide: CounterGuide, lease_id: str) -> None:
        super().__init__(parts, guide, PaymentsState(lease_id))
        self._actor = guide.shift.actor
        self._printing = Printing(parts, guide, lambda paper: self.show(paper=paper))
        self._quoting = 0

    @property
    def busy(self) -> bool:
        """While it is being recorded nobody walks away from the answer."""
        return self.state.step is PaymentStep.TAKING

    def open(self) -> None:
        station, lease_id = self._parts.station, self.state.lease_id
        self.run(self._parts.cache_lane, lambda: _read(station, lease_id), self._on_read, self.fail)

    def refresh(self) -> None:
        """The account may have moved: what was quoted may no longer hold."""
        if self.state.step is PaymentStep.FORM:
            self.open()

    def close(self) -> None:
        """A paper still under way reports to the shell."""
        self._printing.leave()
        super().close()

    def broke(self) -> None:
        """Whether the money is in the books must be looked up, not guessed."""
        if self.state.step is PaymentStep.TAKING:
            self.show(step=PaymentStep.FORM, trouble=Trouble("outcome_unknown"))

    # What is typed and chosen

    def means_chosen(self, means: Means) -> None:
        """Cash or cheque; what was typed stays."""
        if self.state.step is PaymentStep.FORM:
            self._change(means=means)

    def typed(self, entry: Typed, text: str) -> None:
        if self.state.step is not PaymentStep.FORM:
            return
        match entry:
            case Typed.AMOUNT:
                self._change(amount=text, accept_credit=False)
            case Typed.TENDERED:
                cents, error = _read_amount(text, "tendered")
                self.show(tendered=text, tendered_cents=cents, tendered_error=error)
            case Typed.CHEQUE_NUMBER:
                self.show(cheque_number=text, cheque_error="")
            case Typed.CHEQUE_BANK:
                self.show(cheque_bank=text)

    def term_ticked(self, period: str, ticked: bool) -> None:
        """The tenant says which terms this pays; without any, the law decides (Code civil, 1342-10)."""
        others = [each for each in self.state.periods if each != period]
        chosen = tuple(sorted([*others, period])) if ticked else tuple(others)
        self._change(periods=chosen)

    def fill_pressed(self) -> None:
        """The whole of what is owed, or of the ticked terms."""
        payer = self.state.payer
        if payer is None:
            return
        ticked = [term.open_cents for term in payer.terms if term.period in self.state.periods]
        cents = sum(ticked) if ticked else max(0, payer.balance_cents)
        if cents:
            self._change(amount=f"{cents // 100},{cents % 100:02d}", accept_credit=False)

    def credit_agreed(self, agreed: bool) -> None:
        """The tenant said whether the rest may stay on the account."""
        self.show(accept_credit=agreed)

    # What is done

    def take_pressed(self) -> None:
        """Record the payment; from here on it is in the books or it never was."""
        state = self.state
        if not state.may_take or state.quote is None or state.amount_cents is None:
            return
        if state.means is Means.CHEQUE and not state.cheque_number.strip():
            self.show(cheque_error="cheque_number_missing")
            return
        cash = state.means is Means.CASH
        command = TakePayment(
            lease_id=state.lease_id,
            means=state.means.value,
            amount_cents=state.amount_cents,
            balance_seen_cents=state.quote.balance_before,
            tendered_cents=state.tendered_cents if cash else None,
            periods=state.periods,
            accept_credit=state.accept_credit,
            cheque_number="" if cash else state.cheque_number.strip(),
            cheque_bank="" if cash else state.cheque_bank.strip(),
        )
        self.show(step=PaymentStep.TAKING, trouble=None)
        station = self._parts.station
        self.run(
            self._parts.cache_lane,
            lambda: station.perform(command, self._actor),
            self._on_taken,
            self._on_refused,
        )

    def again_pressed(self) -> None:
        """Print the receipt once more."""
        taken = self.state.taken
        if taken is not None:
            self._print_receipt(taken)

    def rent_receipt_pressed(self) -> None:
        """Print the rent receipt of the first term that is now wholly paid; free of charge to who asks."""
        taken = self.state.taken
        if taken is None or not taken.rent_receipts:
            return
        period, lease_id = taken.rent_receipts[0], self.state.lease_id
        number = number_of(lease_id, period)
        if self._printing.start(RentReceiptOf(lease_id, period), What.RENT_RECEIPT, number):
            self.show(taken=replace(taken, rent_receipts=taken.rent_receipts[1:]))

    # What comes back

    def _on_read(self, read: tuple[LeaseCard, SyncStatus]) -> None:
        card, status = read
        payer = Payer(
            lease_id=card.lease_id,
            names=tuple((each.civility, each.first_name, each.last_name) for each in card.holders),
            terms=card.open_terms,
            balance_cents=card.balance_cents,
            in_doubt=bool(card.doubts),
        )
        now = self._parts.station.now()
        if payer == self.state.payer:
            self.show(now=now, as_of=status.as_of, online=status.online)
            return
        still = {term.period for term in card.open_terms}
        self._change(
            payer=payer,
            now=now,
            today=local_day(now),
            as_of=status.as_of,
            online=status.online,
            periods=tuple(each for each in self.state.periods if each in still),
        )

    def _change(self, **changes: object) -> None:
        """What the quote depends on has changed: work it out again."""
        amount = str(changes.get("amount", self.state.amount))
        cents, error = _read_amount(amount, "amount")
        if cents is not None and cents <= 0:
            cents, error = None, "amount_not_positive"
        self.show(**changes, amount_cents=cents, amount_error=error, quote=None)
        self._quoting += 1
        state, ask = self.state, self._quoting
        if cents is None or state.payer is None:
            return
        station = self._parts.station

        def on_quote(found: Quote) -> None:
            if ask == self._quoting:
                error = next((code for code in found.objections if code == "amount_too_big"), "")
                self.show(quote=found, amount_error=self.state.amount_error or error)

        self.run(
            self._parts.cache_lane,
            lambda: station.ask(quote, state.lease_id, cents, state.periods, state.means, station.now()),
            on_quote,
            self.fail,
        )

    def _on_taken(self, done: Done) -> None:
        result = done.result or {}
        taken = Taken(
            receipt_id=result["receipt_id"],
            number=result["number"],
            means=self.state.means,
            amount_cents=self.state.amount_cents or 0,
            change_cents=result["change_cents"],
            balance_cents=result["balance_cents"],
            credit_cents=result["credit_cents"],
            parts=self.state.quote.parts if self.state.quote else (),
        )
        self.show(step=PaymentStep.TAKEN, taken=taken)
        self._print_receipt(taken)
        station = self._parts.station
        self.run(
            self._parts.cache_lane,
            lambda: station.ask(papers_available, self.state.lease_id, station.now()),
            lambda papers: self._on_papers(
                tuple(each.period for each in papers if each.allowed and each.period)
            ),
            lambda _trouble: None,
        )

    def _on_papers(self, allowed: tuple[str, ...]) -> None:
        taken = self.state.taken
        if taken is not None:
            paid = tuple(period for period, _cents in taken.parts if period in allowed)
            self.show(taken=replace(taken, rent_receipts=paid))

    def _on_refused(self, trouble: Trouble) -> None:
        self.show(step=PaymentStep.FORM, trouble=trouble)
        if trouble.code == "balance_changed":
            self.open()

    def _print_receipt(self, taken: Taken) -> None:
        self._printing.start(ReceiptOf(taken.receipt_id), What.RECEIPT, taken.number)


def _read(station: Station, lease_id: str) -> tuple[LeaseCard, SyncStatus]:
    return station.ask(lease_card, lease_id, local_day(station.now())), station.status()


def _read_amount(text: str, entry: str) -> tuple[int | None, str]:
    """The cents, or the code of what is wrong; nothing typed is not wrong yet."""
    if not text.strip():
        return None, ""
    try:
        return parse_cents(text, entry), ""
    except Invalid as refusal:
        return None, refusal.code
