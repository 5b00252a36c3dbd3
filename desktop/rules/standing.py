"""What is still open on a lease, from bare lines: for who decides many payments and shows no statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.rules.ledger import Allocations, Line, Operation, statement
from desktop.rules.money import Cents

BareLine = tuple[str, str, str, str, Cents, Cents]
"""Id, day posted (ISO), period, operation, debit and credit, as they are stored."""


@dataclass(frozen=True, slots=True)
class OpenTerm:
    """A month of which something is still to be paid."""

    period: str
    due_on: date
    open_cents: Cents


@dataclass(frozen=True, slots=True)
class Standing:
    """The open terms, oldest due first; the credit no term asks for; balance above zero: the tenant owes."""

    terms: tuple[OpenTerm, ...]
    credit_cents: Cents
    balance_cents: Cents


def standing(lines: Sequence[BareLine], allocations: Allocations) -> Standing:
    """Exactly what `ledger.statement` says is open. `allocations`: as there, what payers named.

    Sums are enough while nobody named a term and no bounced payment is left over; otherwise the whole
    statement is drawn up.
    """
    if not allocations:
        quick = _from_sums(lines)
        if quick is not None:
            return quick
    whole = [
        Line(line_id, date.fromisoformat(posted_on), period, operation, "", debit, credit)
        for line_id, posted_on, period, operation, debit, credit in lines
    ]
    drawn = statement(whole, allocations)
    terms = tuple(
        OpenTerm(term.period, term.due_on, term.open_cents) for term in drawn.terms if term.open_cents > 0
    )
    return Standing(terms, drawn.credit_cents, sum(term.open_cents for term in terms) - drawn.credit_cents)


def _from_sums(lines: Sequence[BareLine]) -> Standing | None:
    """None when bounced payments exceed all that came in, so that they ask for money themselves."""
    nets: dict[str, Cents] = {}
    pool = 0
    for _, _, period, operation, debit, credit in lines:
        if operation == Operation.PAYMENT:
            pool += credit - debit
        else:
            nets[period] = nets.get(period, 0) + debit - credit
    dues = sum(nets.values())
    balance = dues - pool
    pool += sum(-net for net in nets.values() if net < 0)
    if pool < 0:
        return None
    if balance <= 0:
        return Standing((), -balance, balance)
    return Standing(_unpaid(_by_age(nets, lines), pool), 0, balance)


def _by_age(nets: dict[str, Cents], lines: Sequence[BareLine]) -> list[tuple[str, str, Cents]]:
    asked: dict[str, str] = {}
    posted: dict[str, str] = {}
    for _, day, period, operation, debit, _ in lines:
        if operation != Operation.PAYMENT:
            days = asked if debit > 0 else posted
            if day < days.get(period, "~"):
                days[period] = day
    return sorted((asked.get(period) or posted[period], period, net) for period, net in nets.items())


def _unpaid(by_age: list[tuple[str, str, Cents]], pool: Cents) -> tuple[OpenTerm, ...]:
    found = []
    for due_on, period, net in by_age:
        part = min(max(net, 0), pool)
        pool -= part
        if net > part:
            found.append(OpenTerm(period, date.fromisoformat(due_on), net - part))
    return tuple(found)
