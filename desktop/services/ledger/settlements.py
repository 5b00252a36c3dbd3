"""Which payments settled a term, reconstructed from the ledger for the rent receipt that must name them."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.rules.ledger import Allocations, Line, Operation, Term


@dataclass(frozen=True, slots=True)
class Share:
    """Cents of a payment that settled a term; `line` is None when an older credit did."""

    line: Line | None
    cents: int


def settled_by(
    lines: Sequence[Line], allocations: Allocations, terms: Sequence[Term]
) -> dict[str, tuple[Share, ...]]:
    """For each term the shares that make up what is paid of it.

    A payment that named its terms settles those; the rest pays the oldest term first, in the order it came in
    (Code civil, 1342-10). A payment that bounced settles nothing: it cancels the latest one of its amount.
    What no payment explains was a credit (a benefit above the rent, an adjustment in the tenant's favour).
    """
    left = _standing(lines)
    shares: dict[str, list[Share]] = {term.period: [] for term in terms}
    unpaid = {term.period: term.paid_cents for term in terms}
    payments = {line.id: line for line in lines}
    for line_id, named in allocations.items():
        for period, cents in named:
            part = min(abs(cents), left.get(line_id, 0), unpaid.get(period, 0))
            if part:
                shares[period].append(Share(payments[line_id], part))
                unpaid[period] -= part
                left[line_id] -= part
    queue = deque((payments[line_id], cents) for line_id, cents in left.items() if cents)
    for period, cents in unpaid.items():
        shares[period] += _taken(queue, cents)
    return {period: tuple(found) for period, found in shares.items()}


def _standing(lines: Sequence[Line]) -> dict[str, int]:
    """What is left of each payment, oldest first, once those that bounced have cancelled one."""
    left: dict[str, int] = {}
    for line in sorted(lines, key=lambda each: (each.posted_on, each.id)):
        if line.operation != Operation.PAYMENT:
            continue
        if line.net_cents <= 0:
            left[line.id] = -line.net_cents
        else:
            _cancel(left, line.net_cents)
    return left


def _cancel(left: dict[str, int], cents: int) -> None:
    """Takes the amount back from the latest payment of exactly that much, else from the latest ones."""
    twin = next((line for line in reversed(left) if left[line] == cents), None)
    for line in (twin,) if twin else tuple(reversed(left)):
        part = min(left[line], cents)
        left[line] -= part
        cents -= part


def _taken(queue: deque[tuple[Line, int]], cents: int) -> list[Share]:
    found: list[Share] = []
    while cents and queue:
        line, left = queue.popleft()
        part = min(left, cents)
        found.append(Share(line, part))
        cents -= part
        if left > part:
            queue.appendleft((line, left - part))
    if cents:
        found.append(Share(None, cents))
    return found
