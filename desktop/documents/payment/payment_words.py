"""What a payment receipt says, sentence by sentence, whatever the shape of the paper."""

from dataclasses import dataclass

from desktop.documents.language.copies import copy_of
from desktop.documents.language.wording import Wording
from desktop.documents.payment.payment_record import AllocationLine, PaidBy, PaymentReceipt, Portion

_KEY = "payment_receipt"


@dataclass(frozen=True, slots=True)
class PaymentWords:
    """The sentences of one receipt in one language."""

    receipt: PaymentReceipt
    wording: Wording

    @property
    def title(self) -> str:
        """Reçu, or reçu sous réserve d’encaissement."""
        return self._say("title_subject_to_clearing" if self.receipt.subject_to_clearing else "title")

    @property
    def number(self) -> str:
        """The canonical number once central gave it; until then the station's, said to be provisional."""
        common = self.wording.translate
        if self.receipt.number:
            return common("common.number", number=self.receipt.number)
        return common("common.number_provisional", number=self.receipt.station_number)

    @property
    def earlier_number(self) -> str:
        """The station's number beside the canonical one, or nothing."""
        if not self.receipt.number:
            return ""
        return self.wording.translate("common.station_number", number=self.receipt.station_number)

    @property
    def subject(self) -> str:
        """Names the paper in a list of files and on its later pages."""
        return f"{self.title} {self.number}"

    @property
    def received_on(self) -> str:
        """The place, the day and the hour in Paris."""
        moment = self.wording.moment(self.receipt.received_at)
        return self._say("received_on", moment=moment, place=self.receipt.parties.agency.place)

    @property
    def statement(self) -> str:
        """The sentence that makes it a receipt, with the sum in words."""
        receipt = self.receipt
        return self._say(
            "statement",
            payer=self.wording.people(receipt.parties.tenants),
            words=self.wording.amount_in_words(receipt.cents),
        )

    @property
    def place(self) -> str:
        """At which desk or kiosk the money was taken."""
        agency = self.receipt.parties.agency
        where = "at_kiosk" if self.receipt.at_kiosk else "at_counter"
        taken_by = self.receipt.taken_by
        return self._say(where, agency=agency.name, station=taken_by, cashier=taken_by)

    @property
    def order(self) -> str:
        """Who decided what is settled first; nothing where there is only an advance."""
        if all(part.portion is Portion.ADVANCE for part in self.receipt.allocations):
            return ""
        return self._say(f"order_{self.receipt.order}")

    @property
    def copy_of(self) -> str:
        """Of which original this is a copy, or nothing."""
        return copy_of(self.receipt.duplicate, self.wording)

    @property
    def nature(self) -> str:
        """That it is no rent receipt, and whether the money is still to clear."""
        return self._say("reserve" if self.receipt.subject_to_clearing else "not_rent_receipt")

    @property
    def outlook(self) -> str:
        """When the rent receipt can be had."""
        return self._say(f"outlook_{self.receipt.outlook}")

    @property
    def balances(self) -> tuple[tuple[str, int], ...]:
        """The account before, the payment and the account after: words and cents, never below zero."""
        before, after = self.receipt.balance_before_cents, self.receipt.balance_after_cents
        after_key = (
            "balance_settled" if after == 0 else "balance_after" if after > 0 else "balance_after_credit"
        )
        if self.receipt.subject_to_clearing:
            after_key += "_once_cleared"
        before_key = "balance_before" if before >= 0 else "balance_before_credit"
        return (
            (self._say(before_key), abs(before)),
            (self._say("balance_paid"), self.receipt.cents),
            (self._say(after_key), abs(after)),
        )

    @property
    def as_of(self) -> str:
        """How fresh the account was."""
        return self._say("balance_as_of", moment=self.wording.moment(self.receipt.balance_as_of))

    def allocation(self, part: AllocationLine) -> str:
        """What a part of the payment settles."""
        if part.label:
            return part.label
        months = {}
        if part.period:
            months = {"of_period": self.wording.of_period(part.period)}
        elif part.portion not in {Portion.ADJUSTMENT, Portion.OTHER, Portion.ADVANCE}:
            return self._say("other")
        return self._say(part.portion, **months)

    def remaining(self, part: AllocationLine) -> str:
        """What is left of it: an amount, settled, or nothing to say."""
        if part.remaining_cents is None:
            return ""
        return self.wording.money(part.remaining_cents) if part.remaining_cents else self._say("settled")

    def rest(self, part: AllocationLine) -> str:
        """The same where no head of a column says what it is: reste 363,10 €."""
        if not part.remaining_cents:
            return self.remaining(part)
        return self._say("left", amount=self.wording.money(part.remaining_cents))

    def _say(self, key: str, **values: object) -> str:
        return self.wording.translate(f"{_KEY}.{key}", **values)


def paid_by(payment: PaidBy, wording: Wording) -> str:
    """Carte bancaire terminant par 4242, autorisation 5A3F21."""
    parts = [wording.translate(f"means.{payment.means}")]
    if payment.cheque_number:
        parts[0] += f" {wording.translate('means.cheque_number', number=payment.cheque_number)}"
        parts.append(payment.cheque_bank)
    if payment.card_last4:
        parts[0] += f" {wording.translate('means.card_last4', last4=payment.card_last4)}"
    if payment.authorisation:
        parts.append(wording.translate("means.authorisation", code=payment.authorisation))
    return ", ".join(filter(None, parts))
