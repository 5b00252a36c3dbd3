"""Which paper may be printed: the one legal gate between a demand, a payment receipt and a rent receipt.

Sources. Loi 89-462, art. 21: a rent receipt free of charge to the tenant who asks, rent and charges apart; a
reçu for each partial payment. CCH R353-21: in conventioned housing rent is paid monthly in arrears, and its
receipt follows the full payment of rent and accessories. Cass. 3e civ., 24 March 2004: an avis d'échéance
is a demand and proves nothing. A cheque is paid once cleared; until then a receipt says so, and so it does
while the housing benefit that pays the rest has not come in. Refusing either paper is a crime (art. 3-4): the
gate also answers offline, and for former tenants (Cass. 3e civ., 2 December 2014, 13-12269).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.rules.ledger import Term
from desktop.rules.money import Cents


class PaperKind(StrEnum):
    """The papers, and what they are called in French."""

    RENT_NOTICE = "rent_notice"
    """Avis d'échéance: what is asked."""
    PAYMENT_RECEIPT = "payment_receipt"
    """Reçu: a payment that came in."""
    PAYMENT_RECEIPT_UNCLEARED = "payment_receipt_uncleared"
    """Reçu sous réserve d'encaissement: a payment that may still bounce."""
    RENT_RECEIPT = "rent_receipt"
    """Rent receipt: a term wholly paid. It replaces the receipts of that term."""


@dataclass(frozen=True, slots=True)
class TermFacts:
    """What the gate must know of a term. `uncertain_cents`: paid by means that may still bounce.

    `unproven_cents`: paid by what a person must still confirm. `unread`: a line of the lease's ledger could
    not be read, so that nobody knows what else was asked or came back. `rentless`: no rent is asked for it.
    `benefit_pending` when a housing benefit already counted on this term has not reached the landlord.
    """

    period: str
    due_cents: Cents
    paid_cents: Cents
    uncertain_cents: Cents = 0
    benefit_pending: bool = False
    unproven_cents: Cents = 0
    unread: bool = False
    rentless: bool = False

    @property
    def open_cents(self) -> Cents:
        """What is still to be paid."""
        return self.due_cents - self.paid_cents


@dataclass(frozen=True, slots=True)
class Decision:
    """The paper that may be printed and why. `period` is None for a paper about a payment as a whole.

    `reason_code`: unpaid, part_paid, rentless, unread, unproven, uncleared, benefit_pending, fully_paid,
    nothing_due, payment_taken.
    Whether it is the original or a duplicate, rules.duplicate says.
    """

    kind: PaperKind
    reason_code: str
    period: str | None = None


def facts_of(
    term: Term,
    uncertain_cents: Cents = 0,
    *,
    benefit_pending: bool = False,
    unproven_cents: Cents = 0,
    unread: bool = False,
) -> TermFacts:
    """The facts of a term of the ledger; uncertain and unproven as `ledger.uncertain_cents` tells them."""
    pending = benefit_pending and term.housing_benefit_cents > 0
    return TermFacts(
        period=term.period,
        due_cents=term.due_cents,
        paid_cents=term.paid_cents,
        uncertain_cents=uncertain_cents,
        benefit_pending=pending,
        unproven_cents=unproven_cents,
        unread=unread,
        rentless=not term.asks_rent,
    )


def paper_for_term(term: TermFacts) -> Decision:
    """The strongest paper this term allows.

    Wholly paid and cleared: rent receipt. Wholly paid, but the ledger is not wholly read or a person must
    confirm it: receipt. Something may
    bounce or the benefit is missing: receipt with that reserve. Part paid: receipt. Nothing paid: no proof,
    only the demand.
    """
    kind, reason = _verdict(term)
    return Decision(kind, reason, term.period)


def papers_for_payment(terms: Iterable[TermFacts], *, uncleared: bool) -> tuple[Decision, ...]:
    """All papers that may be printed for one payment: its receipt, then a rent receipt for each closed term.

    `terms` are those the payment touched, as they stand after it. `uncleared` when the payment itself may
    still bounce (a cheque, a direct debit).
    """
    receipt = (
        Decision(PaperKind.PAYMENT_RECEIPT_UNCLEARED, "uncleared")
        if uncleared
        else Decision(PaperKind.PAYMENT_RECEIPT, "payment_taken")
    )
    closed = [decision for decision in map(paper_for_term, terms) if decision.kind is PaperKind.RENT_RECEIPT]
    return (receipt,) if uncleared else (receipt, *closed)


def _verdict(term: TermFacts) -> tuple[PaperKind, str]:
    if term.open_cents > 0:
        return _partly(term)
    against = (("rentless", term.rentless), ("unread", term.unread), ("unproven", term.unproven_cents > 0))
    if reason := next((reason for reason, holds in against if holds), ""):
        return PaperKind.PAYMENT_RECEIPT, reason
    if term.uncertain_cents > 0:
        return PaperKind.PAYMENT_RECEIPT_UNCLEARED, "uncleared"
    if term.benefit_pending:
        return PaperKind.PAYMENT_RECEIPT_UNCLEARED, "benefit_pending"
    if term.due_cents == 0:
        return PaperKind.RENT_RECEIPT, "nothing_due"
    return PaperKind.RENT_RECEIPT, "fully_paid"


def _partly(term: TermFacts) -> tuple[PaperKind, str]:
    if term.paid_cents == 0:
        return PaperKind.RENT_NOTICE, "unpaid"
    if term.uncertain_cents > 0:
        return PaperKind.PAYMENT_RECEIPT_UNCLEARED, "uncleared"
    return PaperKind.PAYMENT_RECEIPT, "part_paid"
