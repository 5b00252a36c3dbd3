"""What the legal gate must know of a lease's terms: what is paid, and by means that may still bounce."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desktop.models.among import Among
from desktop.models.payment import Payment
from desktop.rules.ledger import KNOWN_OPERATIONS, Line, Operation, uncertain_cents
from desktop.rules.means import CLEARING, Means, means_in
from desktop.rules.receipt_gate import Decision, PaperKind, facts_of, paper_for_term
from desktop.services.ledger.ledger import LeaseLedger
from desktop.services.parameters import in_force

_PAYMENT = Payment.__table__.c
_MEANS = select(_PAYMENT.id, _PAYMENT.means).where(Among(_PAYMENT.id, bindparam("ids")))
_UNPROVEN = select(_PAYMENT.id).where(Among(_PAYMENT.id, bindparam("ids")), _PAYMENT.unproven)


def means_by_line(session: Session, known: LeaseLedger) -> dict[str, Means]:
    """By what means each payment of a ledger came in, by the id of its line.

    What a station took says so itself, and is unknown where the payment is not at hand; a label is asked
    only of lines that the landlord's accounts brought.
    """
    ours: dict[str, str] = {}
    if known.payment_ids:
        found = session.execute(_MEANS, {"ids": list(known.payment_ids.values())})
        ours = {payment_id: means for payment_id, means in found}
    return {line.id: _means(line, known, ours) for line in known.lines if line.operation == Operation.PAYMENT}


def decisions(session: Session, known: LeaseLedger, today: date) -> dict[str, Decision]:
    """For each term, the paper that may be printed today and why.

    A line whose code has no word here may be a demand or a payment that came or bounced: a term is proven
    only if it is so either way.
    """
    found = _decisions(session, known, today)
    other = [line for line in known.lines if line.operation not in KNOWN_OPERATIONS]
    if not other:
        return found
    moved = [replace(line, operation=Operation.PAYMENT) for line in other]
    lines = tuple(line for line in known.lines if line.operation in KNOWN_OPERATIONS)
    otherwise = _decisions(session, replace(known, lines=(*lines, *moved)), today)
    return {period: _weaker(each, otherwise.get(period)) for period, each in found.items()}


def _weaker(decision: Decision, otherwise: Decision | None) -> Decision:
    """The first, unless only that one is a rent receipt."""
    proves = PaperKind.RENT_RECEIPT
    if decision.kind is not proves or otherwise is None or otherwise.kind is proves:
        return decision
    uncleared = otherwise.reason_code == "uncleared"
    return otherwise if uncleared else Decision(PaperKind.PAYMENT_RECEIPT, "unread", decision.period)


def _decisions(session: Session, known: LeaseLedger, today: date) -> dict[str, Decision]:
    days = {key: in_force(session, key, today) for key in CLEARING}
    means = means_by_line(session, known)
    uncleared = {
        line.id
        for line in known.lines
        if line.id in means
        and line.net_cents < 0
        and today < line.posted_on + timedelta(days=means[line.id].days_to_clear(days))
    }
    uncertain = uncertain_cents(known.lines, known.allocations, uncleared)
    unproven = uncertain_cents(known.lines, known.allocations, _unproven(session, known))
    facts = (
        facts_of(
            term,
            uncertain.get(term.period, 0),
            unproven_cents=unproven.get(term.period, 0),
            unread=known.unread,
        )
        for term in known.terms
    )
    return {each.period: paper_for_term(each) for each in facts}


def _unproven(session: Session, known: LeaseLedger) -> set[str]:
    """The lines of which a person must still say that they are payments, or that these count."""
    if not known.payment_ids:
        return set()
    found = set(session.scalars(_UNPROVEN, {"ids": list(known.payment_ids.values())}))
    return {line for line, payment in known.payment_ids.items() if payment in found} | known.doubtful


def _means(line: Line, known: LeaseLedger, ours: dict[str, str]) -> Means:
    payment_id = known.payment_ids.get(line.id)
    return means_in(line.label) if payment_id is None else Means(ours.get(payment_id, Means.UNKNOWN))
