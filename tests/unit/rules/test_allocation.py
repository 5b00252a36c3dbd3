"""Which terms a payment settles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Invalid
from desktop.rules.allocation import CREDIT, TermPart, allocate
from tests.unit.rules.ledgers import PERIODS, term

AUGUST, SEPTEMBER, OCTOBER = term("2026-08", 100), term("2026-09", 200, paid_cents=200), term("2026-10", 300)
TERMS = (OCTOBER, AUGUST, SEPTEMBER)


@pytest.mark.parametrize(
    ("cents", "chosen", "parts", "credit"),
    [
        (1, None, [("2026-08", 1, False)], 0),
        (100, None, [("2026-08", 100, False)], 0),
        (250, None, [("2026-08", 100, False), ("2026-10", 150, False)], 0),
        (500, None, [("2026-08", 100, False), ("2026-10", 300, False)], 100),
        (250, (), [("2026-08", 100, False), ("2026-10", 150, False)], 0),
        (250, ("2026-10",), [("2026-10", 250, True)], 0),
        (350, ("2026-10",), [("2026-10", 300, True), ("2026-08", 50, False)], 0),
        (350, ("2026-10", "2026-08"), [("2026-10", 300, True), ("2026-08", 50, True)], 0),
        (350, ("2026-10", "2026-10"), [("2026-10", 300, True), ("2026-08", 50, False)], 0),
        (50, ("2026-09",), [("2026-08", 50, False)], 0),
        (50, ("2030-01",), [("2026-08", 50, False)], 0),
    ],
)
def test_the_payer_chooses_first_then_the_oldest_term_comes(
    cents: int, chosen: tuple[str, ...] | None, parts: list[tuple[str, int, bool]], credit: int
) -> None:
    found = allocate(TERMS, cents, chosen)
    assert [(part.period, part.cents, part.stated) for part in found.parts] == parts
    assert found.credit_cents == credit


@pytest.mark.parametrize("cents", [0, -1])
def test_nothing_and_less_than_nothing_are_no_payment(cents: int) -> None:
    with pytest.raises(Invalid) as refusal:
        allocate(TERMS, cents)
    assert (refusal.value.field, refusal.value.code) == ("amount", "amount_not_positive")


def test_credit_is_one_more_share() -> None:
    assert allocate((AUGUST,), 150).shares() == (TermPart("2026-08", 100), TermPart(CREDIT, 50))
    assert allocate((AUGUST,), 100).shares() == (TermPart("2026-08", 100),)


@given(
    open_cents=st.lists(st.integers(0, 1000), min_size=len(PERIODS), max_size=len(PERIODS)),
    cents=st.integers(1, 5000),
    chosen=st.lists(st.sampled_from([*PERIODS, "2026-12"]), max_size=4),
)
def test_each_cent_goes_somewhere_and_no_term_takes_too_much(
    open_cents: list[int], cents: int, chosen: list[str]
) -> None:
    asked = dict(zip(PERIODS, open_cents, strict=True))
    found = allocate([term(period, amount) for period, amount in asked.items()], cents, chosen)
    assert sum(part.cents for part in found.parts) + found.credit_cents == cents
    assert len({part.period for part in found.parts}) == len(found.parts)
    assert all(0 < part.cents <= asked[part.period] for part in found.parts)
    assert not found.credit_cents or sum(part.cents for part in found.parts) == sum(open_cents)
    assert all(part.stated == (part.period in chosen) for part in found.parts)
