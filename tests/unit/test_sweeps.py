"""A sweep that runs in part loses no case for good, and never the ones that matter most."""

import pytest

from tests.sweeps import SEED, drawn

CASES = [(word, number) for word in "abc" for number in range(4)]


def kept(most: int, **more: object) -> set[tuple[object, ...]]:
    """The cases that stay in the gate."""
    return {each.values for each in drawn(CASES, most, **more) if not each.marks}


def test_the_gate_runs_as_many_as_it_may_and_always_the_hardest() -> None:
    assert len(kept(5)) == 5
    assert {("a", 0), ("c", 3)} < kept(5, always=[("a", 0), ("c", 3)])
    assert kept(1, always=CASES[:2]) == set(CASES[:2])
    assert kept(99) == set(CASES)


def test_in_time_every_case_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[tuple[object, ...]] = set()
    for day in range(60):
        monkeypatch.setenv(SEED, str(day))
        assert kept(3) == kept(3)
        seen |= kept(3)
    assert seen == set(CASES)


def test_the_long_run_has_them_all() -> None:
    assert [each.values for each in drawn(CASES, 3)] == CASES
