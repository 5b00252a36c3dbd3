"""What is open, from sums, is what the whole statement says."""

from hypothesis import given, settings

from desktop.rules.ledger import Allocations, Line, Operation, balance, reckon
from desktop.rules.standing import Standing, standing, standing_of_sums
from tests.unit.rules.ledgers import ledger, ledgers


def of_sums(lines: tuple[Line, ...]) -> Standing | None:
    asked: dict[str, list[Line]] = {}
    for line in lines:
        if line.operation != Operation.PAYMENT:
            asked.setdefault(line.period, []).append(line)
    demands = {
        period: (
            balance(of_period),
            min([line.posted_on for line in of_period if line.debit_cents > 0] or [min(posted(of_period))]),
        )
        for period, of_period in asked.items()
    }
    sums = {period: (net, day.isoformat()) for period, (net, day) in demands.items()}
    return standing_of_sums(sums, balance(lines))


def posted(lines: list[Line]) -> list:  # type: ignore[type-arg]
    return [line.posted_on for line in lines]


def check(found: Standing, lines: tuple[Line, ...], named: Allocations) -> None:
    drawn = reckon(lines, named)
    assert [(term.period, term.due_on, term.open_cents) for term in found.terms] == [
        (term.period, term.due_on, term.open_cents) for term in drawn.terms if term.open_cents
    ]
    assert (found.credit_cents, found.balance_cents) == (drawn.credit_cents, balance(lines))


@settings(max_examples=300)
@given(ledgers())
def test_sums_say_what_the_statement_says(
    of_lease: tuple[tuple[Line, ...], dict[str, list[tuple[str, int]]]],
) -> None:
    lines, named = of_lease
    check(standing(lines, named), lines, named)
    summed = of_sums(lines)
    if summed is not None:
        check(summed, lines, {})


def test_a_bounced_payment_that_nothing_makes_up_for_is_more_than_sums_tell() -> None:
    lines = ledger(("2026-10-01", "LOYER", 50_000), ("2026-11-02", "REGLT", 30_000))
    assert of_sums(lines) is None
    assert [term.open_cents for term in standing(lines, {}).terms] == [50_000, 30_000]
