"""Which passwords are good enough, and what they lack."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.guessable import counted_length, pieces
from desktop.rules.password import LONGEST, Route, judge, normalise_password

PERSONAL_AND_REPEAT = ("personal_word", "repetition")
PERSONAL = ("El Amrani", "Diane", "17580000012", "1979")


@pytest.mark.parametrize(
    ("password", "route"),
    [
        ("Vélo7!chaise", Route.TWELVE_IN_FOUR),
        ("kR7;pL2?wX9z", Route.TWELVE_IN_FOUR),
        ("Nuage bleu 47", Route.TWELVE_IN_FOUR),
        ("Chaussette9Verte", Route.FOURTEEN_IN_THREE),
        ("chaussette-verte-9", Route.FOURTEEN_IN_THREE),
        ("tracteur moulin carotte fenêtre oiseau velours grenier", Route.SEVEN_WORDS),
        ("mon petit chien noir mange ses gros légumes", Route.SEVEN_WORDS),
        (
            "\u0645\u0631\u062d\u0628\u0627\u0628\u0643\u0641\u064a\u0628\u064a\u062a\u064a-47",
            Route.FOURTEEN_IN_THREE,
        ),
    ],
)
def test_each_of_the_three_routes_is_enough(password: str, route: Route) -> None:
    judgement = judge(password, PERSONAL)
    assert judgement.ok
    assert judgement.route is route
    assert judgement.problems == ()


def test_the_shortest_example_of_the_cnil_is_accepted_though_it_is_worth_less_than_eighty_bits() -> None:
    assert judge("aB3$eF6&hJ9!").ok


@pytest.mark.parametrize(
    ("password", "route", "problems", "characters", "classes", "words"),
    [
        ("", Route.TWELVE_IN_FOUR, ("more_characters", "more_classes"), 12, 4, 0),
        ("aB3$eF6&hJ9", Route.TWELVE_IN_FOUR, ("more_characters",), 1, 0, 0),
        ("aB3eeF6zhJ9u", Route.TWELVE_IN_FOUR, ("more_classes",), 0, 1, 0),
        ("aB3eeF6zhJ9u4", Route.TWELVE_IN_FOUR, ("more_classes",), 0, 1, 0),
        ("rouletabillefer", Route.FOURTEEN_IN_THREE, ("more_classes",), 0, 2, 0),
        ("tracteur moulin carotte fenetre oiseau", Route.FOURTEEN_IN_THREE, ("more_classes",), 0, 1, 0),
        ("Azertyuiop12!", Route.TWELVE_IN_FOUR, ("keyboard_walk", "more_characters"), 8, 0, 0),
        ("Motdepasse12!", Route.TWELVE_IN_FOUR, ("common_word", "more_characters"), 8, 0, 0),
        ("M0tdep@sse12!", Route.TWELVE_IN_FOUR, ("common_word", "more_characters"), 8, 0, 0),
        ("Aaaaaaaaaa1!", Route.TWELVE_IN_FOUR, ("repetition", "more_characters"), 9, 0, 0),
        ("Diane!1979xx", Route.TWELVE_IN_FOUR, ("personal_word", "more_characters"), 7, 0, 0),
        ("D1ane.17580000012", Route.TWELVE_IN_FOUR, (*PERSONAL_AND_REPEAT, "more_characters"), 9, 0, 0),
        ("Amrani El 62!!", Route.TWELVE_IN_FOUR, ("personal_word", "more_characters"), 3, 0, 0),
        ("un deux trois soleil", Route.FOURTEEN_IN_THREE, ("more_classes",), 0, 1, 0),
        ("diane el amrani tracteur moulin carotte", Route.FOURTEEN_IN_THREE, ("more_classes",), 0, 1, 0),
    ],
)  # fmt: skip
def test_what_is_missing_is_told_on_the_nearest_route(
    password: str, route: Route, problems: tuple[str, ...], characters: int, classes: int, words: int
) -> None:
    judgement = judge(password, PERSONAL)
    assert not judgement.ok
    assert judgement.route is route
    assert judgement.problems == problems
    assert (judgement.characters_missing, judgement.classes_missing, judgement.words_missing) == (
        characters,
        classes,
        words,
    )


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        ("Vélo7!chaise" * 11, "too_long"),
        ("Vélo7!chaise\x00", "control_character"),
        ("Vélo7!chaise\n", "control_character"),
    ],
)
def test_some_passwords_are_never_taken_however_strong(password: str, problem: str) -> None:
    judgement = judge(password)
    assert not judgement.ok
    assert judgement.problems[0] == problem


def test_the_longest_password_is_taken() -> None:
    text = "".join(chr(0x4E00 + number) for number in range(LONGEST - 3)) + "aB3"
    assert judge(text).ok
    assert not judge(text + "x").ok


def test_a_long_password_may_hold_a_guessable_piece() -> None:
    judgement = judge("Diane!Vélo7chaise", PERSONAL)
    assert judgement.ok
    assert (judgement.length, judgement.counted) == (17, 13)


def test_small_repeated_and_own_words_make_no_phrase() -> None:
    assert judge("un de la le se te me ou il en").words == 0
    assert judge("velours velours velours grenier").words == 2
    assert judge("aaa bbbb").words == 0
    assert judge("diane El amrani velours", PERSONAL).words == 1


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("xx4321yy", "keyboard_walk"),
        ("xxpoiuxx", "keyboard_walk"),
        ("xx&é\"'(x", "keyboard_walk"),
        ("Qsdf", "keyboard_walk"),
        ("abcabcabc", "repetition"),
        ("Pomme2!Pomme2!", "repetition"),
        ("D!4ne", "personal_word"),
        ("D14NE", "personal_word"),
        ("So1eil", "common_word"),
        ("Été-Août", "common_word"),
    ],
)
def test_guessable_pieces_are_seen_through_their_disguise(password: str, code: str) -> None:
    assert code in {piece.code for piece in pieces(password, PERSONAL)}


def test_three_keys_in_a_row_and_one_letter_twice_are_nothing_special() -> None:
    assert pieces("xaze-xpp-x12") == ()


def test_overlapping_pieces_count_once() -> None:
    found = pieces("azertyuiop")
    assert len(found) > 1
    assert counted_length("azertyuiop", found) == 1


def test_one_password_stays_one_however_it_was_composed() -> None:
    composed = "Vélo7!chaise é\u00a0x"
    assert normalise_password(unicodedata.normalize("NFD", composed)) == normalise_password(composed)
    assert normalise_password("a\u00a0b\u2003c\u1680d") == "a b c d"
    assert normalise_password("\uff21\uff11") == "A1"


@given(st.text(max_size=200), st.lists(st.text(max_size=12), max_size=3))
def test_any_text_gets_a_judgement_that_agrees_with_itself(password: str, personal: list[str]) -> None:
    judgement = judge(password, personal)
    missing = judgement.characters_missing + judgement.classes_missing + judgement.words_missing
    assert judgement.ok == (judgement.problems == ())
    assert judgement.ok <= (missing == 0)
    assert 0 <= judgement.counted <= judgement.length
