"""How much of a debt may be paid in cash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Invalid
from desktop.rules.allocation import CREDIT, TermPart, allocate
from desktop.rules.cash_cap import cash_still_allowed, check_cash
from tests.unit.rules.ledgers import PERIODS, term

CAP = 100_000


@pytest.mark.parametrize(
    ("parts", "already"),
    [
        ([], {}),
        ([TermPart("2026-10", CAP)], {}),
        ([TermPart("2026-10", CAP), TermPart("2026-11", CAP)], {}),
        ([TermPart("2026-10", 40_000)], {"2026-10": 60_000}),
        ([TermPart("2026-10", CAP)], {"2026-11": CAP}),
        ([TermPart(CREDIT, CAP)], {}),
    ],
)
def test_cash_up_to_the_cap_of_each_debt_is_taken(parts: list[TermPart], already: dict[str, int]) -> None:
    check_cash(parts, already, CAP)


@pytest.mark.parametrize(
    ("parts", "already", "period", "left"),
    [
        ([TermPart("2026-10", CAP + 1)], {}, "2026-10", CAP),
        ([TermPart("2026-10", 40_001)], {"2026-10": 60_000}, "2026-10", 40_000),
        ([TermPart("2026-10", 1)], {"2026-10": CAP}, "2026-10", 0),
        ([TermPart("2026-10", 1)], {"2026-10": CAP + 500}, "2026-10", 0),
        ([TermPart("2026-10", 1), TermPart(CREDIT, CAP + 1)], {}, CREDIT, CAP),
    ],
)
def test_cash_beyond_the_cap_is_refused_over_all_visits(
    parts: list[TermPart], already: dict[str, int], period: str, left: int
) -> None:
    with pytest.raises(Invalid) as refusal:
        check_cash(parts, already, CAP)
    assert (refusal.value.field, refusal.value.code) == ("amount", "cash_cap")
    assert refusal.value.facts == {"period": period, "left_cents": left, "cap_cents": CAP}


def test_the_oldest_debt_that_is_full_of_cash_stops_the_rest() -> None:
    terms = (term("2026-10", 120_000), term("2026-11", 50_000))
    assert cash_still_allowed(terms, {}, CAP) == CAP
    assert cash_still_allowed(terms, {"2026-10": CAP}, CAP) == 0
    assert cash_still_allowed(terms, {"2026-10": CAP}, CAP, chosen=("2026-11",)) == 50_000
    assert cash_still_allowed((), {}, 0) == 0


@given(
    open_cents=st.lists(st.integers(0, 300), min_size=len(PERIODS), max_size=len(PERIODS)),
    already=st.dictionaries(st.sampled_from([*PERIODS, CREDIT]), st.integers(0, 300)),
    cap=st.integers(0, 250),
    chosen=st.lists(st.sampled_from(PERIODS), max_size=2),
)
def test_what_is_still_allowed_passes_and_one_cent_more_does_not(
    open_cents: list[int], already: dict[str, int], cap: int, chosen: list[str]
) -> None:
    terms = [term(period, cents) for period, cents in zip(PERIODS, open_cents, strict=True)]
    allowed = cash_still_allowed(terms, already, cap, chosen)
    if allowed:
        check_cash(allocate(terms, allowed, chosen).shares(), already, cap)
    with pytest.raises(Invalid):
        check_cash(allocate(terms, allowed + 1, chosen).shares(), already, cap)
