"""Bits flip in the cache's file: the station starts, says what it must, and soon is as central again."""

import random
from contextlib import suppress

import pytest

from desktop.errors import StoreDamaged
from tests.sync.fleet import Fleet
from tests.sync.visits import a_lease, take_cash


@pytest.mark.parametrize("where", ["head", "page", "page again", "many pages"])
def test_a_flipped_bit_in_the_cache_costs_a_bootstrap_and_nothing_else(fleet: Fleet, where: str) -> None:
    west = fleet.members["west"]
    take_cash(west.station, a_lease(west.station), 1_000)
    path = west.station.replica.current.path
    rng = random.Random(where)

    def flip(_folder: object) -> None:
        content = bytearray(path.read_bytes())
        for _ in range(20 if where == "many pages" else 1):
            content[rng.randrange(100 if where == "head" else len(content))] ^= 1 << rng.randrange(8)
        path.write_bytes(content)

    fleet.restart("west", flip)
    west = fleet.members["west"]
    for _ in range(6):
        with suppress(StoreDamaged):
            west.station.exchange()
            fleet.differences(west)  # a page that nobody reads is not missed
    fleet.members["east"].station.exchange()
    assert fleet.differences(west) == []
    assert fleet.at_central("SELECT count(*) FROM payment") == [(1,)]
