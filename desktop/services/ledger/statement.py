"""A lease's rent ledger as a person reads it: balance, terms, lines, and what changed since last month."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from desktop.rules.ledger import Operation, Term
from desktop.services.ledger.ledger import LeaseLedger, ledger_of
from desktop.services.people import lease_known

PARTS = ("rent", "charges", "supplement", "reduction", "benefit", "adjustment")
"""What a term is made of, in the order in which it is explained."""


@dataclass(frozen=True, slots=True)
class TermView:
    """One month's rent term. Cents; `reduction_cents` and `benefit_cents` are what lowers it, so below zero.

    `adjustment_cents` holds yearly adjustments and anything the landlord's codes have no word for;
    `returned_cents` a payment that bounced. `due_cents` is the sum of all parts, but not below zero;
    `open_cents` = due − paid.
    """

    period: str
    due_on: date
    rent_cents: int
    charges_cents: int
    supplement_cents: int
    reduction_cents: int
    benefit_cents: int
    adjustment_cents: int
    returned_cents: int
    due_cents: int
    paid_cents: int
    open_cents: int


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of the ledger. `operation`: the ERP's code (LOYER, PCHARGES, APL, RLS, SLS, REGUL, REGLT)."""

    id: str
    posted_on: date
    period: str
    operation: str
    label: str
    debit_cents: int
    credit_cents: int
    payment_id: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """What one `part` of the rent (rent, charges, supplement, reduction, benefit, adjustment) was and is."""

    part: str
    before_cents: int
    now_cents: int


@dataclass(frozen=True, slots=True)
class Statement:
    """`balance_cents` above zero: the tenant owes. Terms oldest first, lines newest first.

    `changes`: the parts in which the latest term differs from the one before it; `latest` and `previous` are
    their periods, None when there is none. `unread`: a line could not be read, the balance may be incomplete.
    """

    lease_id: str
    balance_cents: int
    terms: tuple[TermView, ...]
    lines: tuple[LineView, ...]
    latest: str | None
    previous: str | None
    changes: tuple[Change, ...]
    unread: bool = False

    @property
    def open_terms(self) -> tuple[TermView, ...]:
        """The terms of which something is still to be paid."""
        return tuple(term for term in self.terms if term.open_cents > 0)


def statement(session: Session, lease_id: str, today: date) -> Statement:
    """The whole ledger of a lease. Raises Refused("lease_unknown")."""
    lease_known(session, lease_id)
    known = ledger_of(session, lease_id)
    terms = tuple(_term_view(term) for term in known.terms)
    latest, previous = _latest_two(terms, today)
    return Statement(
        lease_id=lease_id,
        balance_cents=known.balance_cents,
        terms=terms,
        lines=_newest_first(known),
        latest=latest.period if latest else None,
        previous=previous.period if previous else None,
        changes=_changes(previous, latest) if latest and previous else (),
        unread=known.unread,
    )


def _term_view(term: Term) -> TermView:
    return TermView(
        period=term.period,
        due_on=term.due_on,
        rent_cents=term.rent_cents,
        charges_cents=term.charges_cents,
        supplement_cents=term.supplements_cents,
        reduction_cents=-term.solidarity_reduction_cents,
        benefit_cents=-term.housing_benefit_cents,
        adjustment_cents=term.adjustments_cents + term.other_cents,
        returned_cents=term.returned_cents,
        due_cents=term.due_cents,
        paid_cents=term.paid_cents,
        open_cents=term.open_cents,
    )


def _newest_first(known: LeaseLedger) -> tuple[LineView, ...]:
    """The key that sorts lines newest first; within a day a payment comes above what was asked."""
    ordered = sorted(
        known.lines,
        key=lambda line: (line.posted_on, line.operation == Operation.PAYMENT, line.id),
        reverse=True,
    )
    return tuple(
        LineView(
            id=line.id,
            posted_on=line.posted_on,
            period=line.period,
            operation=line.operation,
            label=line.label,
            debit_cents=line.debit_cents,
            credit_cents=line.credit_cents,
            payment_id=known.payment_ids.get(line.id),
        )
        for line in ordered
    )


def _latest_two(terms: tuple[TermView, ...], today: date) -> tuple[TermView | None, TermView | None]:
    """The latest term already due, and the one of the month before it."""
    due = sorted((term for term in terms if term.due_on <= today), key=lambda term: term.period)
    return (due[-1] if due else None, due[-2] if len(due) > 1 else None)


def _changes(before: TermView, now: TermView) -> tuple[Change, ...]:
    parts = {part: (getattr(before, f"{part}_cents"), getattr(now, f"{part}_cents")) for part in PARTS}
    return tuple(Change(part, was, is_now) for part, (was, is_now) in parts.items() if was != is_now)
