"""The way through the screens: deeper and back with everything as it was, and never half left."""

from typing import Any

from desktop.views.counter.shift import Stop
from desktop.views.counter.trail import Trail


class Step:
    """A presenter that counts what happens to it."""

    def __init__(self, stop: Stop) -> None:
        self.stop = stop
        self.calls: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return lambda: self.calls.append(name)


def trail() -> tuple[Trail, list[Step]]:
    made: list[Step] = []

    def make(stop: Stop) -> Any:
        made.append(Step(stop))
        return made[-1]

    way = Trail(make, {"search", "requests", "charges", "attention"})
    way.go(Stop("search"))
    return way, made


def test_going_back_returns_to_the_same_presenter() -> None:
    way, made = trail()
    way.go(Stop("lease", "1"))
    assert way.back()
    assert way.top is made[0]
    assert made[1].calls == ["open", "close"]


def test_the_search_is_never_left_behind() -> None:
    way, made = trail()
    assert not way.back()
    assert way.top is made[0]


def test_going_where_one_is_changes_nothing() -> None:
    way, made = trail()
    assert not way.go(Stop("search"))
    assert len(made) == 1


def test_a_way_of_the_top_bar_closes_what_was_open_above_the_search() -> None:
    way, made = trail()
    way.go(Stop("lease", "1"))
    way.go(Stop("payments", "1"))
    way.go(Stop("requests"))
    assert [step.calls[-1] for step in made[1:3]] == ["close", "close"]
    assert way.back()
    assert way.top is made[0]


def test_the_search_is_taken_up_again_not_started_anew() -> None:
    way, made = trail()
    way.go(Stop("lease", "1"))
    way.go(Stop("search"))
    assert way.top is made[0]
    assert made[0].calls == ["open", "detach", "refresh"]


def test_one_request_opened_from_a_file_leads_back_to_the_file() -> None:
    way, _made = trail()
    way.go(Stop("lease", "1"))
    way.go(Stop("requests", "r1"))
    way.back()
    assert way.stop == Stop("lease", "1")


def test_the_top_bar_shows_which_way_one_came() -> None:
    way, _made = trail()
    way.go(Stop("charges"))
    way.go(Stop("lease", "1"))
    assert way.place == "charges"


def test_signing_out_closes_every_step() -> None:
    way, made = trail()
    way.go(Stop("lease", "1"))
    way.clear()
    assert way.top is None
    assert all(step.calls[-1] == "close" for step in made)
