"""What the legal gate must know of a lease's terms: what is paid, and by means that may still bounce."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from desktop.documents.means import Means
from desktop.rules.ledger import Line, Operation, uncertain_cents
from desktop.rules.parameters import CHEQUE_CLEARING_DAYS, DIRECT_DEBIT_CLEARING_DAYS
from desktop.rules.receipt_gate import Decision, facts_of, paper_for_term
from desktop.services.ledger.ledger import LeaseLedger
from desktop.services.parameters import in_force

_WORDS = {
    "carte": Means.CARD,
    "chèque": Means.CHEQUE,
    "cheque": Means.CHEQUE,
    "espèces": Means.CASH,
    "especes": Means.CASH,
    "prélèvement": Means.DIRECT_DEBIT,
    "prelevement": Means.DIRECT_DEBIT,
    "tip": Means.DIRECT_DEBIT,
}
"""How the landlord's accounts name the means in the label of a payment; a TIP SEPA is a direct debit."""

_CLEARING = {
    Means.CHEQUE: CHEQUE_CLEARING_DAYS,
    Means.DIRECT_DEBIT: DIRECT_DEBIT_CLEARING_DAYS,
}


def means_of(line: Line) -> Means:
    """By what means a payment came in, read from its label; a transfer when it does not say."""
    words = line.label.casefold().split()
    return next((_WORDS[word] for word in words if word in _WORDS), Means.TRANSFER)


def decisions(session: Session, known: LeaseLedger, today: date) -> dict[str, Decision]:
    """For each term, the paper that may be printed today and why."""
    days = {means: in_force(session, key, today) for means, key in _CLEARING.items()}
    uncleared = {line.id for line in known.lines if _may_bounce(line, days, today)}
    uncertain = uncertain_cents(known.lines, known.allocations, uncleared)
    return {
        term.period: paper_for_term(facts_of(term, uncertain.get(term.period, 0))) for term in known.terms
    }


def _may_bounce(line: Line, days: dict[Means, int], today: date) -> bool:
    if line.operation != Operation.PAYMENT or line.net_cents >= 0:
        return False
    wait = days.get(means_of(line))
    return wait is not None and today < line.posted_on + timedelta(days=wait)
