"""The means of payment, and what a label of the landlord's accounts says of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.means import CLEARING, Means, means_in
from desktop.rules.parameters import CHEQUE_CLEARING_DAYS, DIRECT_DEBIT_CLEARING_DAYS

DAYS = {CHEQUE_CLEARING_DAYS: 15, DIRECT_DEBIT_CLEARING_DAYS: 8}
NAMED = [(word, means) for means in Means for word in means.facts.words]
WORDS = st.sampled_from([word for word, _ in NAMED])
LABELS = st.lists(WORDS | WORDS.map(str.upper) | st.text(max_size=12), max_size=6).map(" ".join)

NOISE = st.lists(st.sampled_from(["reçu", "du", "12/2026", "n° 4", "-"])).map(" ".join)


def days_of(label: str) -> int:
    return means_in(label).days_to_clear(DAYS)


@given(LABELS)
def test_no_label_whatever_is_cleared_earlier_than_every_means_it_names(label: str) -> None:
    named = [means for word, means in NAMED if word in label.casefold().split()]
    assert days_of(label) >= max((means.days_to_clear(DAYS) for means in named), default=0)


@given(st.text())
def test_a_label_that_names_no_means_waits_as_long_as_any(label: str) -> None:
    if means_in(label) is Means.UNKNOWN:
        assert days_of(label) == max(means.days_to_clear(DAYS) for means in Means)
    else:
        assert means_in(label).facts.words


@given(st.sampled_from(NAMED), NOISE)
def test_other_words_around_a_means_change_nothing(named: tuple[str, Means], noise: str) -> None:
    word, means = named
    assert means_in(f"{noise} {word.upper()}, {noise}") is means


@pytest.mark.parametrize(
    ("label", "means"),
    [
        ("Che\u0300que n° 12", Means.CHEQUE),
        ("PRÉLÈVEMENT/12", Means.DIRECT_DEBIT),
        ("Paiement CB", Means.CARD),
        ("Chèque remplacé par carte", Means.UNKNOWN),
        ("Écarte", Means.UNKNOWN),
        ("", Means.UNKNOWN),
    ],
)
def test_a_label_is_read_whole_words_at_a_time(label: str, means: Means) -> None:
    assert means_in(label) is means


def test_our_own_labels_read_back_as_the_means_they_are_of() -> None:
    assert {means: means_in(means.facts.label) for means in Means if means.facts.label} == {
        means: means for means in (Means.CASH, Means.CHEQUE, Means.CARD)
    }


def test_a_code_of_a_later_version_is_unknown_and_may_bounce() -> None:
    assert Means("crypto") is Means.UNKNOWN
    assert Means("crypto").clearing == CLEARING == set(DAYS)
    with pytest.raises(ValueError, match="3 is not"):
        Means(3)


def test_no_word_names_two_means() -> None:
    words = [word for word, _ in NAMED]
    assert len(words) == len(set(words))


def test_what_a_desk_takes_has_the_label_of_its_line_and_cash_alone_is_capped() -> None:
    assert {means for means in Means if means.facts.at_desk} == {Means.CASH, Means.CHEQUE}
    assert all(means.facts.label for means in Means if means.facts.at_desk)
    assert [means for means in Means if means.facts.capped] == [Means.CASH]
