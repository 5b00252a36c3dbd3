"""A journal that is not there any more, where there was one, is never taken for a first start."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.security.private_file import replace_private
from desktop.security.vault import VAULT_FILE, Vault
from desktop.services.warnings import unsettled
from desktop.station.station import Station
from tests.sync.fleet import Fleet
from tests.sync.visits import a_lease, take_cash


def remove_the_journal(folder: Path) -> None:
    for file in folder.glob("journal.db*"):
        file.unlink()


def remove_all_but_the_vault(folder: Path) -> None:
    remove_the_journal(folder)
    for file in folder.glob("cache-*"):
        file.unlink()


def empty_the_journal(folder: Path) -> None:
    remove_the_journal(folder)
    (folder / "journal.db").touch()


def forget_that_there_was_one(folder: Path) -> None:
    """The vault of a program that did not remember it yet: then the cache tells."""
    vault = Vault.open(folder)
    del vault._secrets["mark:journal"]
    replace_private(folder / VAULT_FILE, vault._sealed())


def remove_the_journal_under_an_older_vault(folder: Path) -> None:
    remove_the_journal(folder)
    forget_that_there_was_one(folder)


def number_of(station: Station) -> int:
    """The number of the receipt for a payment taken now."""
    result = take_cash(station, a_lease(station), 1_000).result
    assert result is not None
    return int(result["number"][-6:])


def test_no_number_that_central_heard_is_given_again_once_the_journal_is_gone(fleet: Fleet) -> None:
    west = fleet.members["west"]
    lease = a_lease(west.station)
    for _ in range(120):
        last = take_cash(west.station, lease, 1).result
    while west.station.exchange():
        pass
    fleet.restart("west", remove_the_journal)
    station = fleet.members["west"].station
    while station.exchange():
        pass
    assert last is not None
    assert number_of(station) > int(last["number"][-6:])


@pytest.mark.parametrize(
    "mishap",
    [
        remove_the_journal,
        remove_all_but_the_vault,
        empty_the_journal,
        remove_the_journal_under_an_older_vault,
    ],
)
def test_another_life_begins_and_staff_must_acknowledge_what_may_be_lost(
    fleet: Fleet, mishap: Callable[[Path], None]
) -> None:
    west = fleet.members["west"]
    number_of(west.station)
    west.station.exchange()
    lost = number_of(west.station)
    before = west.station.journal.meta("incarnation")
    fleet.restart("west", mishap)
    station = fleet.members["west"].station
    damage = station.status().damage
    assert damage is not None
    assert (damage.gone, damage.complete, damage.rescued) == (True, False, 0)
    assert station.journal.meta("incarnation") not in (None, before)
    while station.exchange():
        pass
    assert number_of(station) > lost, "the lost payment had its receipt: that number is never given again"
    while station.exchange():
        pass
    assert len(fleet.at_central("SELECT 1 FROM payment")) == 2
    fleet.restart("west")
    station = fleet.members["west"].station
    assert station.status().damage == damage, "staff see it until they acknowledge it"
    assert station.status().attention == 2, "and central warns everybody of another life of this station"
    station.acknowledge_damage()
    assert station.status().damage is None
    assert [each.code for each in station.ask(unsettled)] == ["another_life"]


def test_what_was_written_ahead_is_rescued_although_the_file_is_gone(fleet: Fleet) -> None:
    west = fleet.members["west"]
    kept = fleet.folder / "ahead"
    for _ in range(3):
        number_of(west.station)
    shutil.copyfile(west.folder / "journal.db-wal", kept)

    def mishap(folder: Path) -> None:
        remove_the_journal(folder)
        shutil.copyfile(kept, folder / "journal.db-wal")

    fleet.restart("west", mishap)
    station = fleet.members["west"].station
    damage = station.status().damage
    assert damage is not None
    assert (damage.gone, damage.rescued) == (True, 3)
    while station.exchange():
        pass
    assert len(fleet.at_central("SELECT 1 FROM payment")) == 3


def test_a_first_start_is_no_damage(fleet: Fleet) -> None:
    def as_enrolled(folder: Path) -> None:
        remove_all_but_the_vault(folder)
        forget_that_there_was_one(folder)

    fleet.restart("west", as_enrolled)
    assert fleet.members["west"].station.status().damage is None
    fleet.restart("west", remove_all_but_the_vault)
    assert fleet.members["west"].station.status().damage is not None, "one start is enough to remember"
