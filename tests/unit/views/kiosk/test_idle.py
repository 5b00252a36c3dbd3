"""A warning before the end, easy to answer; never while a card or a paper is under way."""

from desktop.views.kiosk.idle.presenter import IdlePresenter, Presence
from desktop.views.kiosk.parts import IdleTimes

TIMES = IdleTimes(before_warning=3, warning=2)


def wait(idle: IdlePresenter, seconds: int) -> list[tuple[Presence, int]]:
    return [(state.presence, state.seconds_left) for state in (idle.tick() for _ in range(seconds))]


def test_first_a_warning_that_counts_down_then_the_end() -> None:
    assert wait(IdlePresenter(TIMES), 5) == [
        (Presence.HERE, 0),
        (Presence.HERE, 0),
        (Presence.IN_DOUBT, 2),
        (Presence.IN_DOUBT, 1),
        (Presence.GONE, 0),
    ]


def test_every_touch_starts_the_count_anew() -> None:
    idle = IdlePresenter(TIMES)
    for _ in range(5):
        wait(idle, 2)
        idle.acted()
    assert idle.state.presence is Presence.HERE


def test_during_the_warning_only_its_answer_counts() -> None:
    idle = IdlePresenter(TIMES)
    wait(idle, 3)
    idle.acted()
    assert wait(idle, 1) == [(Presence.IN_DOUBT, 1)]
    idle.go_on()
    assert wait(idle, 2) == [(Presence.HERE, 0)] * 2


def test_while_a_card_is_asked_for_nobody_is_sent_away() -> None:
    idle = IdlePresenter(TIMES)
    idle.stay_awake(True)
    assert wait(idle, 500) == [(Presence.HERE, 0)] * 500
    idle.stay_awake(False)
    assert wait(idle, 2) == [(Presence.HERE, 0)] * 2


LONG = IdleTimes(before_warning=10, warning=3, longest=30, last_call=8)


def visit(idle: IdlePresenter, seconds: int) -> list[tuple[Presence, int]]:
    """Somebody, or something, touches all the time."""
    told = []
    for _ in range(seconds):
        idle.acted()
        told += wait(idle, 1)
    return told


def test_a_visit_has_a_longest_duration_whatever_is_touched_and_says_so_before() -> None:
    idle = IdlePresenter(LONG)
    assert visit(idle, 21) == [(Presence.HERE, 0)] * 21
    assert visit(idle, 2) == [(Presence.ENDING, 8), (Presence.ENDING, 7)]
    idle.go_on()
    assert visit(idle, 3) == [(Presence.HERE, 0)] * 3
    assert visit(idle, 3) == [(Presence.ENDING, 3), (Presence.ENDING, 2), (Presence.ENDING, 1)]
    assert visit(idle, 1) == [(Presence.GONE, 0)]


def test_the_longest_duration_cuts_no_charge_and_no_print_and_leaves_time_for_the_receipt() -> None:
    idle = IdlePresenter(LONG)
    visit(idle, 20)
    idle.stay_awake(True)
    assert visit(idle, 100) == [(Presence.HERE, 0)] * 100
    idle.stay_awake(False)
    assert visit(idle, 1) == [(Presence.ENDING, 7)]


def test_the_count_that_ends_first_is_the_one_told() -> None:
    idle = IdlePresenter(LONG)
    visit(idle, 19)
    assert wait(idle, 11)[-3:] == [(Presence.ENDING, 2), (Presence.ENDING, 1), (Presence.GONE, 0)]


def test_the_house_gives_at_least_twenty_seconds_to_answer() -> None:
    assert IdleTimes().warning >= 20
