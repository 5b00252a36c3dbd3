"""A kiosk's folder in the wrong hands: no money moves, and no other agency is touched."""

from collections.abc import Iterator

import pytest

from desktop.services import catalogue
from desktop.services.command import Status
from desktop.services.entry import Entry
from tests.attacks.thief import HERE, THERE, Thief, a_lease, money, rows_of
from tests.world import World, world

NOT_DONE = (Status.REJECTED, Status.DEFERRED)
ALL = pytest.mark.parametrize("entry", catalogue.ENTRIES, ids=lambda entry: entry.kind)


@pytest.fixture(scope="module")
def landlord(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Two agencies; nobody has opened an account yet."""
    with world(tmp_path_factory.mktemp("landlord"), leases=40) as built:
        built.member_of_staff("claire", HERE)
        built.member_of_staff("nadia", THERE)
        yield built


@pytest.fixture(scope="module")
def thief(landlord: World) -> Thief:
    return Thief(landlord, landlord.station("kiosk", HERE))


@pytest.mark.parametrize("agency", [HERE, THERE])
@ALL
def test_what_it_says_as_anybody_else_is_not_done(
    landlord: World, thief: Thief, entry: Entry, agency: str
) -> None:
    lease = a_lease(landlord, agency)
    command, before = thief.example(entry, lease), money(landlord)
    strangers = ("staff:claire", "staff:nadia", "staff:", f"tenant:{lease}", "central:clock", "", "device:x")
    ended = {actor: thief.say(command, actor).status for actor in strangers}
    assert {actor: status for actor, status in ended.items() if status not in NOT_DONE} == {}
    assert money(landlord) == before


@ALL
def test_what_it_says_as_itself_moves_no_money_and_reaches_no_other_agency(
    landlord: World, thief: Thief, entry: Entry
) -> None:
    command = thief.example(entry, a_lease(landlord, THERE))
    before = money(landlord), rows_of(landlord, THERE)
    thief.say(command, f"device:{thief.device_id}")
    assert (money(landlord), rows_of(landlord, THERE)) == before
