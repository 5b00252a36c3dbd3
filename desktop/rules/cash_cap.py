"""How much of a debt may be paid in cash."""

from collections.abc import Iterable, Mapping, Sequence

from desktop.errors import Invalid
from desktop.rules.allocation import Asking, TermPart, allocate
from desktop.rules.money import Cents


def check_cash(parts: Iterable[TermPart], already_by_period: Mapping[str, Cents], cap_cents: Cents) -> None:
    """Refuse cash beyond the cap, counted for each debt over all its payments, not for each visit.

    Source: Code monétaire et financier, art. L112-6 and D112-3 ("le paiement d'une dette supérieure à…").
    Each rent term is a debt, and so is the credit, kept under the period CREDIT. People without a bank
    account are exempt (L112-6): who serves them does not ask this rule and records why. `cap_cents` is the
    parameter cash_cap_cents. Raises Invalid on "amount": cash_cap (facts: period, left_cents, cap_cents).
    """
    for part in parts:
        left = _room(part.period, already_by_period, cap_cents)
        if part.cents > left:
            raise Invalid("amount", "cash_cap", period=part.period, left_cents=left, cap_cents=cap_cents)


def cash_still_allowed(
    terms: Sequence[Asking],
    already_by_period: Mapping[str, Cents],
    cap_cents: Cents,
    chosen: Sequence[str] | None = None,
) -> Cents:
    """The greatest amount of cash that may be taken now for these terms; 0 when none may."""
    more_than_enough = sum(term.open_cents for term in terms) + cap_cents + 1
    allowed = 0
    for part in allocate(terms, more_than_enough, chosen).shares():
        left = _room(part.period, already_by_period, cap_cents)
        allowed += min(part.cents, left)
        if part.cents > left:
            break
    return allowed


def _room(period: str, already_by_period: Mapping[str, Cents], cap_cents: Cents) -> Cents:
    return max(0, cap_cents - already_by_period.get(period, 0))
