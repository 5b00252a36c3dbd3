"""What befalls questions that went ahead, in the few orders of events that a search seldom finds."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from desktop.sync.exchange.ahead import ROWLESS_IN_A_ROW
from tests.sync.rush import InTurns
from tests.sync.test_machine import Landlord

QUEUE = [100, 200, 300, 400, 500, 450, 350, 250, 150, 50, 75]
ENOUGH = [""] * len(QUEUE)

WHENEVER = pytest.mark.parametrize(
    "at_once", [True, pytest.param(False, marks=pytest.mark.soak)], ids=["asked at once", "asked late"]
)


@contextmanager
def landlord(at_once: bool) -> Iterator[Landlord]:
    """One whose west counter has begun to tell of a queue; in the end all its laws hold."""
    lives, begun = Landlord(), InTurns.begun
    try:
        lives.look(QUEUE, [""], at_once)
        assert InTurns.begun == begun + ROWLESS_IN_A_ROW - 1
        yield lives
        lives.laws_hold()
    finally:
        lives.teardown()


def ahead(lives: Landlord) -> int:
    """How many questions of the west counter are under way."""
    return len(lives.fleet.members["west"].station._exchanging.conversation._ahead)


def life(lives: Landlord) -> bytes | None:
    """As which life of itself the west counter speaks."""
    return lives.fleet.members["west"].station.journal.meta("incarnation")


@WHENEVER
def test_the_disk_of_an_earlier_day_speaks_as_another_life(at_once: bool) -> None:
    with landlord(at_once) as lives:
        first = life(lives)
        lives.take_an_image("west")
        lives.take_much_cash("west", 0, QUEUE[:5], ENOUGH, at_once)
        lives.restore_the_image("west")
        lives.take_much_cash("west", 1, QUEUE, [""], at_once)
        lives.exchange("west", at_once)
        assert life(lives) != first


@WHENEVER
def test_central_is_put_back_while_questions_are_ahead(at_once: bool) -> None:
    with landlord(at_once) as lives:
        lives.back_up_and_prove()
        lives.exchange_badly("west", ["", ""], at_once)
        lives.take_much_cash("west", 1, QUEUE, [""], at_once)
        assert ahead(lives) > 0
        lives.restore_by_command()
        lives.exchange_badly("west", ["", "lost_answer", ""], at_once)
        lives.exchange("west", at_once)


@WHENEVER
def test_a_counter_is_shut_out_while_questions_are_ahead(at_once: bool) -> None:
    with landlord(at_once) as lives:
        assert ahead(lives) > 0
        lives.revoke("west", told=False, restored=False)
        lives.exchange_badly("west", ["", "lost_answer"], at_once)
        lives.hand_over()
        lives.decide()


@WHENEVER
def test_a_question_ahead_is_too_long(at_once: bool) -> None:
    with landlord(at_once) as lives:
        lives.take_much_cash("west", 1, QUEUE, ["", "too_long", "", "too_long", "lost_answer"], at_once)
        lives.exchange("west", at_once)


@WHENEVER
def test_the_power_goes_while_questions_are_ahead(at_once: bool) -> None:
    with landlord(at_once) as lives:
        for moment in ("told", "half_applied", "applied"):
            lives.take_much_cash("west", 1, QUEUE[:5], [""], at_once)
            lives.power_cut_while_taking_in("west", moment, at_once)
        lives.exchange("west", at_once)
