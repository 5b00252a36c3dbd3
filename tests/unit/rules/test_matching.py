"""Which lines of the landlord's accounts are payments of ours."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.matching import How, Match, PostedLine, TakenMoney, is_within, matched
from desktop.rules.means import Means

MONDAY = date(2026, 11, 23)
NUMBERS = ("AG02-C01-000012", "AG02-2026-000345")


def taken(id_: str = "P1", cents: int = 50_00, means: Means = Means.CASH, **said: object) -> TakenMoney:
    facts = {"lease_id": "L1", "day": MONDAY} | said
    return TakenMoney(id=id_, cents=cents, means=means, **facts)  # type: ignore[arg-type]


def posted(label: str, cents: int = 50_00, id_: str = "E1", **said: object) -> PostedLine:
    facts = {"lease_id": "L1", "day": MONDAY + timedelta(days=2)} | said
    return PostedLine(id=id_, cents=cents, label=label, **facts)  # type: ignore[arg-type]


def found(payments: list[TakenMoney], lines: list[PostedLine]) -> list[tuple[str, str, int, How, bool]]:
    matches = matched(payments, lines, (), 10)
    return [(each.payment_id, each.line_id, each.cents, each.how, each.doubtful) for each in matches]


@pytest.mark.parametrize(
    "label",
    [
        "REGLT AG02-C01-000012",
        "Encaissement n° AG02-C01-000012 du 23/11",
        "reçu ag02 c01 000012",
        "AG02C01000012",
        "réf.AG02-2026-000345",
        "AG02/2026/000345 VIREMENT INTERNE",
    ],
)
def test_our_reference_in_the_label_tells_whatever_else_it_says(label: str) -> None:
    late = posted(label, day=MONDAY + timedelta(days=90))
    assert found([taken(references=NUMBERS)], [late]) == [("P1", "E1", 50_00, How.REFERENCE, False)]


@pytest.mark.parametrize("label", ["AG02-C01-0000123", "XAG02-C01-000012", "AG02-C01-00001", "C01-000012"])
def test_another_reference_is_not_ours(label: str) -> None:
    late = posted(label, day=MONDAY + timedelta(days=90))
    assert found([taken(references=NUMBERS)], [late]) == []


@pytest.mark.parametrize("label", ["Paiement en espèces", "ESPECES GUICHET", "Règlement agence", "ESP", ""])
def test_without_it_lease_amount_means_and_days_tell(label: str) -> None:
    assert found([taken()], [posted(label)]) == [("P1", "E1", 50_00, How.NEAR, False)]


def test_another_means_leaves_a_doubt() -> None:
    assert found([taken()], [posted("Virement reçu")]) == [("P1", "E1", 50_00, How.MEANS, True)]


def test_what_the_accountant_does_not_have_yet_cannot_have_come_back_unless_it_is_named() -> None:
    waiting = taken(handed_over=False, references=NUMBERS)
    assert found([waiting], [posted("Règlement agence")]) == []
    assert found([waiting], [posted(NUMBERS[0])]) == [("P1", "E1", 50_00, How.REFERENCE, False)]


def test_never_by_amount_alone() -> None:
    assert found([taken()], [posted("ESPECES", lease_id="L2")]) == []
    assert found([taken()], [posted("ESPECES", day=MONDAY - timedelta(days=1))]) == []
    assert found([taken()], [posted("ESPECES", day=MONDAY + timedelta(days=15))]) == []


def test_the_same_persons_other_lease_leaves_a_doubt() -> None:
    line = posted("ESPECES", lease_id="GARAGE")
    assert found([taken(kin=frozenset({"GARAGE"}))], [line]) == [("P1", "E1", 50_00, How.OTHER_LEASE, True)]


def test_a_line_that_names_two_payments_is_both() -> None:
    payments = [taken("P1", 30_00, references=("A-1",)), taken("P2", 20_00, references=("A-2",))]
    assert found(payments, [posted("Remise A-1, A-2")]) == [
        ("P1", "E1", 30_00, How.REFERENCE, False),
        ("P2", "E1", 20_00, How.REFERENCE, False),
    ]


def test_a_line_of_more_than_the_payment_it_names_leaves_a_doubt() -> None:
    line = posted("REGLT AG02-C01-000012", 80_00)
    assert found([taken(references=NUMBERS)], [line]) == [("P1", "E1", 50_00, How.REFERENCE, True)]


def test_only_what_may_bounce_and_came_back_in_full_is_taken_back() -> None:
    lines = [posted("CHQ"), posted("Impayé", -50_00, "E2"), posted("Impayé", -50_00, "E3")]
    cheque = [("P1", "E1", 50_00, How.NEAR, False), ("P1", "E2", -50_00, How.NEAR, False)]
    assert found([taken(means=Means.CHEQUE)], lines) == cheque
    assert found([taken()], [posted("ESP"), *lines[1:]]) == cheque[:1]


def test_what_a_person_decided_stands_and_nothing_is_matched_twice() -> None:
    decided = Match("P1", "E2", "L1", 50_00, How.PERSON, doubtful=False)
    lines = [posted("Règlement agence"), posted("Autre", id_="E2")]
    assert matched([taken()], lines, [decided], 10) == (decided,)


def test_weekends_are_no_working_days() -> None:
    friday = MONDAY - timedelta(days=3)
    assert is_within(friday, MONDAY, 1)
    assert not is_within(friday, MONDAY + timedelta(days=1), 1)
    assert is_within(MONDAY, MONDAY + timedelta(days=14), 10)
    assert not is_within(MONDAY, MONDAY + timedelta(days=15), 10)
    assert not is_within(MONDAY, friday, 10)


_DAYS = st.integers(0, 20).map(lambda days: MONDAY + timedelta(days=days))
_CENTS = st.sampled_from([20_00, 30_00, 50_00])
_TAKEN = st.lists(st.tuples(_CENTS, _DAYS, st.sampled_from([Means.CASH, Means.CHEQUE])), max_size=5)
_POSTED = st.lists(
    st.tuples(_CENTS, _DAYS, st.sampled_from(["ESP", "CHEQUE", "R-1", "R-0 R-2", "Virement"])), max_size=6
)


@given(_TAKEN, _POSTED, st.randoms(use_true_random=False))
def test_no_cent_of_a_payment_or_a_line_is_matched_twice_and_order_plays_no_part(
    takes: list[tuple[int, date, Means]], posts: list[tuple[int, date, str]], random: object
) -> None:
    payments = [
        taken(f"P{n}", cents, means, day=day, references=(f"R-{n}",))
        for n, (cents, day, means) in enumerate(takes)
    ]
    lines = [posted(label, cents, f"E{n}", day=day) for n, (cents, day, label) in enumerate(posts)]
    matches = matched(payments, lines, (), 10)
    for payment in payments:
        assert sum(each.cents for each in matches if each.payment_id == payment.id) <= payment.cents
    for line in lines:
        assert sum(each.cents for each in matches if each.line_id == line.id) <= line.cents
    random.shuffle(payments)  # type: ignore[attr-defined]
    random.shuffle(lines)  # type: ignore[attr-defined]
    assert set(matched(payments, lines, (), 10)) == set(matches)
