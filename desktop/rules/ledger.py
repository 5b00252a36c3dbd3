"""The rent ledger read as terms: what each month asks, what was paid on it, what is still open.

A payment that names its terms settles those; every other payment settles the oldest due term first (Code
civil, art. 1342-10: due debts before others, then the oldest; terms of one lease are of equal interest).
The order in which payments arrived plays no part, so a payment that bounces leaves the ledger as if it
had never been made.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop.rules.money import Cents

Allocations = Mapping[str, Sequence[tuple[str, Cents]]]
"""For a payment's ledger line id: the periods its payer named, each with its cents (the sign is ignored)."""


class Operation(StrEnum):
    """What a ledger line is, by the ERP's code."""

    RENT = "LOYER"
    SERVICE_CHARGES = "PCHARGES"
    HOUSING_BENEFIT = "APL"
    SOLIDARITY_REDUCTION = "RLS"
    SOLIDARITY_SUPPLEMENT = "SLS"
    ADJUSTMENT = "REGUL"
    PAYMENT = "REGLT"


KNOWN_OPERATIONS = frozenset(operation.value for operation in Operation)


@dataclass(frozen=True, slots=True)
class Line:
    """One ledger line. `period` (`YYYY-MM`) is the month it concerns; for a payment, the month it came in."""

    id: str
    posted_on: date
    period: str
    operation: str
    label: str
    debit_cents: Cents
    credit_cents: Cents

    @property
    def net_cents(self) -> Cents:
        """Above zero when the line makes the tenant owe more."""
        return self.debit_cents - self.credit_cents


@dataclass(frozen=True, slots=True)
class Term:
    """One month's demand. Benefits are positive cents that lower it; all other amounts raise it.

    `returned_cents` are payments that bounced and that no other payment makes up for.
    `other_cents` are operations this version has no word for. `due_on` is the day the ERP posted the
    demand: a lease payable in arrears (CCH R353-21) is posted after its month.
    """

    period: str
    due_on: date
    lines: tuple[Line, ...]
    rent_cents: Cents
    charges_cents: Cents
    supplements_cents: Cents
    adjustments_cents: Cents
    housing_benefit_cents: Cents
    solidarity_reduction_cents: Cents
    other_cents: Cents
    returned_cents: Cents
    due_cents: Cents
    paid_cents: Cents

    @property
    def benefits_cents(self) -> Cents:
        """APL and RLS together: what others pay or forgo for the tenant."""
        return self.housing_benefit_cents + self.solidarity_reduction_cents

    @property
    def asks_rent(self) -> bool:
        """Whether there is a rent to give a receipt for; a month of charges or of an adjustment has none."""
        return any(line.operation == Operation.RENT and line.net_cents >= 0 for line in self.lines)

    @property
    def open_cents(self) -> Cents:
        """What is still to be paid; never below zero."""
        return self.due_cents - self.paid_cents


@dataclass(frozen=True, slots=True)
class Reckoning:
    """All terms, oldest due first, and the credit no term asks for: open terms − credit = balance."""

    terms: tuple[Term, ...]
    credit_cents: Cents


def balance(lines: Iterable[Line]) -> Cents:
    """Debits minus credits: above zero, the tenant owes."""
    return sum(line.net_cents for line in lines)


def terms(lines: Iterable[Line], allocations: Allocations | None = None) -> tuple[Term, ...]:
    """The terms of `reckon`, for who needs no credit."""
    return reckon(lines, allocations).terms


def reckon(lines: Iterable[Line], allocations: Allocations | None = None) -> Reckoning:
    """What each term asks, what was paid on it, and the credit left over.

    A term whose benefits and adjustments exceed its rent asks nothing; its surplus pays the oldest term.
    """
    demands: dict[str, list[Line]] = {}
    payments: list[Line] = []
    for line in sorted(lines, key=lambda each: (each.posted_on, each.id)):
        if line.operation == Operation.PAYMENT:
            payments.append(line)
        else:
            demands.setdefault(line.period, []).append(line)
    nets = {period: balance(asked) for period, asked in demands.items()}
    dues = {period: max(net, 0) for period, net in nets.items()}
    paid, unnamed = _settle_named(dues, payments, allocations or {})
    pool = unnamed + sum(-net for net in nets.values() if net < 0)
    returned = _returned(payments, -pool)
    for line in returned:
        demands.setdefault(line.period, []).append(line)
    unpaid = [_term(period, asked, returned) for period, asked in demands.items()]
    unpaid.sort(key=lambda term: (term.due_on, term.period))
    return _settle_oldest_first(unpaid, paid, max(pool, 0))


def uncertain_cents(
    lines: Iterable[Line], allocations: Allocations | None, uncertain: Collection[str]
) -> dict[str, Cents]:
    """For each period, how much of it would be open again if the payments of these line ids bounced."""
    known = tuple(lines)
    sure = terms((line for line in known if line.id not in uncertain), allocations)
    open_now = {term.period: term.open_cents for term in terms(known, allocations)}
    return {term.period: max(0, term.open_cents - open_now.get(term.period, 0)) for term in sure}


def _settle_named(
    dues: Mapping[str, Cents], payments: Iterable[Line], allocations: Allocations
) -> tuple[dict[str, Cents], Cents]:
    """Per period, what payers named and it asks; and all other money, below zero when some bounced."""
    named: dict[str, Cents] = {}
    unnamed = 0
    for line in payments:
        sign = 1 if line.net_cents <= 0 else -1
        left = abs(line.net_cents)
        for period, cents in allocations.get(line.id, ()):
            part = min(abs(cents), left)
            named[period] = named.get(period, 0) + sign * part
            left -= part
        unnamed += sign * left
    paid = {period: min(max(cents, 0), dues.get(period, 0)) for period, cents in named.items()}
    return paid, unnamed + sum(cents - paid[period] for period, cents in named.items())


def _returned(payments: Iterable[Line], missing: Cents) -> dict[Line, Cents]:
    """The latest bounced payments that make up the missing amount, and how much of each."""
    found: dict[Line, Cents] = {}
    for line in reversed(list(payments)):
        part = min(line.net_cents, missing)
        if part > 0:
            found[line] = part
            missing -= part
    return found


def _term(period: str, asked: Sequence[Line], returned: Mapping[Line, Cents]) -> Term:
    """The term with nothing paid on it yet."""
    nets: dict[str, Cents] = {}
    for line in asked:
        if line not in returned:
            nets[line.operation] = nets.get(line.operation, 0) + line.net_cents
    bounced = sum(returned[line] for line in asked if line in returned)
    return Term(
        period=period,
        due_on=min((line.posted_on for line in asked if line.debit_cents > 0), default=asked[0].posted_on),
        lines=tuple(asked),
        rent_cents=nets.get(Operation.RENT, 0),
        charges_cents=nets.get(Operation.SERVICE_CHARGES, 0),
        supplements_cents=nets.get(Operation.SOLIDARITY_SUPPLEMENT, 0),
        adjustments_cents=nets.get(Operation.ADJUSTMENT, 0),
        housing_benefit_cents=-nets.get(Operation.HOUSING_BENEFIT, 0),
        solidarity_reduction_cents=-nets.get(Operation.SOLIDARITY_REDUCTION, 0),
        other_cents=sum(cents for code, cents in nets.items() if code not in KNOWN_OPERATIONS),
        returned_cents=bounced,
        due_cents=max(sum(nets.values()), 0) + bounced,
        paid_cents=0,
    )


def _settle_oldest_first(unpaid: Sequence[Term], paid: Mapping[str, Cents], pool: Cents) -> Reckoning:
    settled: list[Term] = []
    for term in unpaid:
        named = paid.get(term.period, 0)
        part = min(term.due_cents - named, pool)
        pool -= part
        settled.append(replace(term, paid_cents=named + part))
    return Reckoning(tuple(settled), pool)
