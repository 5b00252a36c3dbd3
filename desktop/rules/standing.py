"""What is still open on a lease, for who decides many payments and shows no statement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from desktop.rules.ledger import Allocations, Line, reckon
from desktop.rules.money import Cents


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


def standing(lines: Iterable[Line], allocations: Allocations) -> Standing:
    """What `ledger.reckon` says is open; nothing else of it."""
    drawn = reckon(lines, allocations)
    terms = tuple(
        OpenTerm(term.period, term.due_on, term.open_cents) for term in drawn.terms if term.open_cents > 0
    )
    return Standing(terms, drawn.credit_cents, sum(term.open_cents for term in terms) - drawn.credit_cents)


def standing_of_sums(demands: Mapping[str, tuple[Cents, str]], balance_cents: Cents) -> Standing | None:
    """The same, from sums alone, while no payer named a term; None when sums do not tell.

    `demands`: for each period what its lines ask in all, and the day (ISO) it is due; `balance_cents`: what
    all lines come to, payments and those that bounced among them. Sums do not tell when more bounced than
    ever came in. Where nothing is owed no demand is looked at: none need be given.
    """
    if balance_cents <= 0:
        return Standing((), -balance_cents, balance_cents)
    pool = sum(net for net, _ in demands.values() if net > 0) - balance_cents
    if pool < 0:
        return None
    return Standing(_unpaid(demands, pool), 0, balance_cents)


def _unpaid(demands: Mapping[str, tuple[Cents, str]], pool: Cents) -> tuple[OpenTerm, ...]:
    found = []
    for due_on, period, net in sorted((due_on, period, net) for period, (net, due_on) in demands.items()):
        part = min(max(net, 0), pool)
        pool -= part
        if net > part:
            found.append(OpenTerm(period, date.fromisoformat(due_on), net - part))
    return tuple(found)
