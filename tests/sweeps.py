"""Sweeps over many cases: the gate draws some, another few each day, and `make soak` runs them all."""

import os
import random
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import TypeVar

import pytest
from _pytest.mark import ParameterSet

SEED = "GUICHET_SWEEP"
"""Names what was drawn, so that a gate that failed can be run again; the processes of one run share it."""

Case = TypeVar("Case")


def seed() -> str:
    """The day, unless somebody chose otherwise."""
    return os.environ.setdefault(SEED, datetime.now(UTC).date().isoformat())


def drawn(
    cases: Sequence[Case], most: int, always: Collection[Case] = (), named: Sequence[str] = ()
) -> list[ParameterSet]:
    """All cases for pytest, marked `soak` but for `most` of them: those `always` run, and others by lot."""
    others = [place for place, case in enumerate(cases) if case not in always]
    free = max(0, most - (len(cases) - len(others)))
    chosen = set(random.Random(seed()).sample(others, min(free, len(others))))
    left = set(others) - chosen
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)),
            id=named[place] if named else None,
            marks=pytest.mark.soak if place in left else (),
        )
        for place, case in enumerate(cases)
    ]
