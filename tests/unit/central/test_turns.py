"""Who waits to write gets in before a writer that comes straight back, as an import does unit after unit."""

from pathlib import Path
from threading import Thread

import pytest

from desktop.central.database.turns import Turns, locked
from desktop.central.landlord import read_house_parameters, read_landlord
from desktop.central.store import init_store
from desktop.config import RESOURCES


def until_someone_waits(folder: Path) -> None:
    """Returns once the gate is taken."""
    waiting = False
    while not waiting:
        with locked(folder / "writing.gate", seconds=0) as free:
            waiting = free is None


def test_a_writer_that_comes_straight_back_lets_those_who_wait_go_first(tmp_path: Path) -> None:
    turns, order = Turns(tmp_path), ["import"]

    def push() -> None:
        with turns.turn():
            order.append("push")

    for _ in range(5):
        pushing = Thread(target=push)
        with turns.turn():
            pushing.start()
            until_someone_waits(tmp_path)
        with turns.turn():
            order.append("import")
        pushing.join()
    assert order == ["import", *["push", "import"] * 5]


def test_a_turn_ends_with_its_block_whatever_happens(tmp_path: Path) -> None:
    turns = Turns(tmp_path)
    with pytest.raises(KeyError), turns.turn():
        raise KeyError
    with locked(tmp_path / "writing.place", seconds=0) as place, locked(tmp_path / "writing.gate", 0) as gate:
        assert place
        assert gate


def test_centrals_writers_take_turns(tmp_path: Path) -> None:
    landlord = read_landlord(RESOURCES / "demo" / "landlord.toml")
    store = init_store(tmp_path / "central", landlord, read_house_parameters())
    with store.database.write(), locked(store.folder / "writing.place", seconds=0) as place:
        assert place is None
    with store.database.read(), locked(store.folder / "writing.place", seconds=0) as place:
        assert place
    store.database.close()
