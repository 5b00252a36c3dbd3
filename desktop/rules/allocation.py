"""Which terms a payment settles, decided and shown before the money is taken."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from desktop.errors import Invalid
from desktop.rules.money import Cents

CREDIT: Final = "credit"
"""Stands for a period where money is kept that no term asks for."""


class Asking(Protocol):
    """A term, however much else is known of it."""

    @property
    def period(self) -> str: ...
    @property
    def due_on(self) -> date: ...
    @property
    def open_cents(self) -> Cents: ...


@dataclass(frozen=True, slots=True)
class TermPart:
    """What of a payment settles one term; `stated` when the payer named that term."""

    period: str
    cents: Cents
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Allocation:
    """A whole payment: its parts, in the order they were settled, and what is left as credit."""

    parts: tuple[TermPart, ...]
    credit_cents: Cents

    def shares(self) -> tuple[TermPart, ...]:
        """The parts, and the credit as one more part under the period CREDIT."""
        if not self.credit_cents:
            return self.parts
        return (*self.parts, TermPart(CREDIT, self.credit_cents))


def allocate(terms: Iterable[Asking], cents: Cents, chosen: Sequence[str] | None = None) -> Allocation:
    """The debtor says which debt he pays; what is left settles the oldest due term first.

    Source: Code civil, art. 1342-10 (terms of one lease are of equal interest to their tenant). Who pays must
    be able to prove what was said, so the parts are printed on the receipt. A chosen term that asks nothing,
    or nothing any more, takes nothing. Raises Invalid: amount_not_positive.
    """
    if cents <= 0:
        raise Invalid("amount", "amount_not_positive")
    by_age = sorted(terms, key=lambda term: (term.due_on, term.period))
    asked = {term.period: term.open_cents for term in by_age if term.open_cents > 0}
    stated = [period for period in dict.fromkeys(chosen or ()) if period in asked]
    others = [period for period in asked if period not in stated]
    parts: list[TermPart] = []
    left = cents
    for period in (*stated, *others):
        part = min(left, asked[period])
        if part:
            parts.append(TermPart(period, part, stated=period in stated))
        left -= part
    return Allocation(tuple(parts), left)


def shared_out(
    named: Sequence[tuple[str, Cents]], lines: Iterable[tuple[str, Cents]]
) -> dict[str, list[tuple[str, Cents]]]:
    """What a payer named, by the ledger lines of that payment, each (id, cents it brought).

    One after the other takes its part; a line below zero, by which the payment came back, takes back from
    the first.
    """
    shared: dict[str, list[tuple[str, Cents]]] = {}
    past = 0
    for line_id, cents in lines:
        start = past if cents > 0 else 0
        shared[line_id] = list(_between(named, start, start + abs(cents)))
        past += max(cents, 0)
    return {line_id: parts for line_id, parts in shared.items() if parts}


def _between(named: Sequence[tuple[str, Cents]], start: Cents, end: Cents) -> Iterable[tuple[str, Cents]]:
    at = 0
    for period, cents in named:
        part = min(end, at + abs(cents)) - max(start, at)
        at += abs(cents)
        if part > 0:
            yield period, part
