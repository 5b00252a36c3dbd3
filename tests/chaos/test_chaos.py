"""Real processes, killed without warning on bad lines, lose nothing, double nothing, and agree in the end."""

import os
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.central.landlord import read_house_parameters, read_landlord
from desktop.central.store import Store, init_store, open_store
from desktop.config import RESOURCES
from tests.chaos.arena import Arena
from tests.chaos.checkers import complaints
from tests.chaos.history import Told
from tests.chaos.processes import names
from tests.postgres import cluster

GATE_SECONDS = 8.0
SOAK_SECONDS = float(os.environ.get("GUICHET_SOAK_SECONDS", "600"))
ONLY_AFTER_A_RESTORE = {"reopen.before_commit"}

Make = Callable[[str], Arena]


@pytest.fixture(params=["sqlite", "postgresql"])
def arena(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Make]:
    """Arenas by seed, on SQLite and on PostgreSQL; each is ended with the test."""
    made: list[Arena] = []
    address = cluster().fresh() if request.param == "postgresql" else ""

    def empty(folder: Path) -> Store:
        landlord = read_landlord(RESOURCES / "demo" / "landlord.toml")
        return init_store(folder, landlord, read_house_parameters(), address)

    def make(seed: str) -> Arena:
        made.append(Arena(tmp_path, f"{request.param}-{seed}", empty, open_store))
        return made[-1]

    yield make
    for each in made:
        each.close()


def shortened(wrong: list[str]) -> list[str]:
    """The first few complaints of each checker."""
    by_checker: dict[str, list[str]] = {}
    for complaint in wrong:
        by_checker.setdefault(complaint.partition(":")[0], []).append(complaint)
    return [line for found in by_checker.values() for line in (*found[:6], f"({len(found)} in all)")]


def fight(
    arena: Arena, seconds: float, enough: Callable[[], bool] = lambda: True, *, restores: bool = False
) -> None:
    """Attacks, heals, and lets every checker read the history."""
    arena.attack(seconds, enough, restores=restores)
    found = arena.heal()
    wrong = complaints(found) + arena.accidents()
    told = sum(isinstance(event, Told) for history in found.histories.values() for event in history)
    lives = sum(living.lives for living in arena.everybody())
    seen = f"seed {arena.seed}: {told} told, {len(found.paid)} paid, {lives} lives, {arena.proxy.met}"
    sys.stdout.write(f"{seen}\n")
    if wrong:
        pytest.fail(f"kept in {arena.keep()}:\n" + "\n".join(shortened(wrong)))
    assert told > seconds, "hardly anything was done: nothing was tried"
    assert lives > len(arena.everybody()), "nobody died: nothing was tried"


def not_reached(arena: Arena, suffix: str = "") -> set[str]:
    """The failpoints at which no process was yet, or, with a suffix, at which none met that end."""
    reached = set(arena.seen.read_text("utf-8").splitlines()) if arena.seen.exists() else set()
    wanted = {*names("sync"), *names("central")} - ONLY_AFTER_A_RESTORE
    return {f"{name}{suffix}" for name in wanted} - reached


@pytest.mark.timeout(120)
def test_chaos_loses_and_doubles_nothing(arena: Make) -> None:
    fighting = arena("7")
    fight(fighting, GATE_SECONDS, lambda: not not_reached(fighting))
    assert not_reached(fighting) == set()


@pytest.mark.soak
@pytest.mark.timeout(SOAK_SECONDS * 2 + 300)
def test_chaos_for_long_loses_and_doubles_nothing(arena: Make) -> None:
    fighting = arena(os.environ.get("GUICHET_SEED") or str(random.SystemRandom().randrange(10**6)))
    fight(fighting, SOAK_SECONDS, restores=True)
    assert fighting.calendar.restores == 2
    sys.stdout.write(f"nobody was killed at: {sorted(not_reached(fighting, ' kill'))}\n")
    assert not_reached(fighting) == set()
