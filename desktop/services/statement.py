"""A lease's rent ledger as a person reads it: balance, terms, lines, and what changed since last month."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class TermView:
    """One month's rent term. Cents; `reduction_cents` and `benefit_cents` are what lowers it, shown as ≤ 0.

    `due_cents` is the sum of the parts before it; `open_cents` = due − paid.
    """

    period: str
    due_on: date
    rent_cents: int
    charges_cents: int
    supplement_cents: int
    reduction_cents: int
    benefit_cents: int
    adjustment_cents: int
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
    their periods, None when there is none.
    """

    lease_id: str
    balance_cents: int
    terms: tuple[TermView, ...]
    lines: tuple[LineView, ...]
    latest: str | None
    previous: str | None
    changes: tuple[Change, ...]

    @property
    def open_terms(self) -> tuple[TermView, ...]:
        """The terms of which something is still to be paid."""
        return tuple(term for term in self.terms if term.open_cents > 0)


def statement(session: Session, lease_id: str, today: date) -> Statement:
    """The whole ledger of a lease. Raises Refused("lease_unknown")."""
    raise NotImplementedError
