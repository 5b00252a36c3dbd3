"""What is open, from bare lines, is what the whole statement says."""

from hypothesis import given, settings

from desktop.rules.ledger import Allocations, Line, balance, statement
from desktop.rules.standing import standing
from tests.unit.rules.ledgers import ledger, ledgers


def bare(lines: tuple[Line, ...]) -> list[tuple[str, str, str, str, int, int]]:
    return [
        (
            line.id,
            line.posted_on.isoformat(),
            line.period,
            line.operation,
            line.debit_cents,
            line.credit_cents,
        )
        for line in lines
    ]


def check(lines: tuple[Line, ...], named: Allocations) -> None:
    found, drawn = standing(bare(lines), named), statement(lines, named)
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
    check(lines, named)
    check(lines, {})


def test_a_bounced_payment_that_nothing_makes_up_for_is_asked_again() -> None:
    lines = ledger(("2026-10-01", "LOYER", 50_000), ("2026-11-02", "REGLT", 30_000))
    check(lines, {})
    assert [term.open_cents for term in standing(bare(lines), {}).terms] == [50_000, 30_000]
