"""A payment is at every moment in exactly one state, and the sums agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.payment_state import PaymentState, Whereabouts, sums

_FACTS = st.builds(
    Whereabouts,
    cents=st.integers(-10_000, 10_000),
    at_central=st.booleans(),
    came_back_cents=st.integers(0, 10_000),
    in_doubt=st.booleans(),
    unproven=st.booleans(),
    handed_over=st.booleans(),
    countered=st.booleans(),
)


@pytest.mark.parametrize(
    ("payment", "state"),
    [
        (Whereabouts(50_00, at_central=False), PaymentState.AT_STATION),
        (Whereabouts(50_00), PaymentState.AWAITING_EXPORT),
        (Whereabouts(50_00, handed_over=True), PaymentState.EXPORTED),
        (Whereabouts(50_00, handed_over=True, came_back_cents=50_00), PaymentState.MATCHED),
        (Whereabouts(50_00, came_back_cents=50_00), PaymentState.MATCHED),
        (Whereabouts(50_00, handed_over=True, came_back_cents=30_00), PaymentState.TO_CHECK),
        (Whereabouts(50_00, came_back_cents=50_00, in_doubt=True), PaymentState.TO_CHECK),
        (Whereabouts(50_00, unproven=True), PaymentState.TO_CHECK),
        (Whereabouts(50_00, countered=True), PaymentState.COUNTERED),
        (Whereabouts(50_00, countered=True, handed_over=True), PaymentState.EXPORTED),
        (Whereabouts(-50_00, countered=True), PaymentState.COUNTERED),
    ],
)
def test_what_is_known_of_a_payment_says_where_it_stands(payment: Whereabouts, state: PaymentState) -> None:
    assert payment.state is state


@given(st.lists(_FACTS, max_size=8))
def test_the_sums_of_the_states_are_all_that_was_taken(payments: list[Whereabouts]) -> None:
    assert sum(sums(payments).values()) == sum(payment.cents for payment in payments)


@given(_FACTS)
def test_only_what_awaits_its_export_goes_out_and_nothing_a_person_must_look_at_first(
    payment: Whereabouts,
) -> None:
    stands_against = payment.unproven or payment.in_doubt or payment.handed_over or payment.came_back_cents
    assert not (payment.goes_out and stands_against)
