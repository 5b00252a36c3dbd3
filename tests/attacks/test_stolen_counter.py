"""A counter's folder in the wrong hands: what it says of a drawer is kept, all else needs somebody real."""

from collections.abc import Iterator

import pytest

from desktop.services import catalogue
from desktop.services.command import Status
from desktop.services.entry import Entry, Money
from tests.attacks.thief import HERE, THERE, Thief, a_lease, money, rows_of
from tests.world import World, world

IN_THE_DRAWER = (Money.TAKEN, Money.MOVED)
ALL = pytest.mark.parametrize("entry", catalogue.ENTRIES, ids=lambda entry: entry.kind)


@pytest.fixture(scope="module")
def landlord(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Two agencies, each with somebody at the desk."""
    with world(tmp_path_factory.mktemp("landlord"), leases=40) as built:
        built.member_of_staff("claire", HERE)
        built.member_of_staff("nadia", THERE)
        yield built


@pytest.fixture(scope="module")
def thief(landlord: World) -> Thief:
    return Thief(landlord, landlord.station("counter", HERE))


@pytest.mark.parametrize("actor", ["staff:nadia", "staff:nobody", "staff:", "", "central:clock"])
@ALL
def test_who_is_nobody_here_has_nothing_done_save_what_is_in_the_drawer(
    landlord: World, thief: Thief, entry: Entry, actor: str
) -> None:
    command, before = thief.example(entry, a_lease(landlord, HERE)), money(landlord)
    told = thief.say(command, actor)
    if entry.money in IN_THE_DRAWER:
        assert told.status == Status.APPLIED_WITH_WARNING
    else:
        assert told.status in (Status.REJECTED, Status.DEFERRED)
        assert money(landlord) == before


@pytest.mark.parametrize("actor", ["staff:claire", "staff:nadia", "staff:nobody", "device"])
@ALL
def test_no_other_agency_is_touched_whoever_speaks(
    landlord: World, thief: Thief, entry: Entry, actor: str
) -> None:
    command = thief.example(entry, a_lease(landlord, THERE))
    before = rows_of(landlord, THERE)
    thief.say(command, f"device:{thief.device_id}" if actor == "device" else actor)
    assert rows_of(landlord, THERE) == before
