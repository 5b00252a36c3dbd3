"""Copies that come back: of central's database, and of a station's disk."""

import re
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from desktop.central.database.agency_write import agency_write
from desktop.errors import Offline
from desktop.models.lease import Lease
from desktop.station.station import Station
from desktop.sync.cache import apply, replica
from tests.sync import laws
from tests.sync.copies import ON_BOTH, ON_BOTH_AT_LENGTH
from tests.sync.faults import PowerCut, cut_after
from tests.sync.fleet import AGENCY, Fleet, Member
from tests.sync.visits import a_lease, balance, take_cash


def pay(member: Member, cents: int = 1_000) -> str:
    """Takes cash at a station; the number of the receipt."""
    done = take_cash(member.station, a_lease(member.station), cents).result or {}
    member.paid[done["payment_id"]] = cents
    return str(done["number"])


@ON_BOTH
def test_what_a_restored_central_lost_is_told_again(fleet: Fleet) -> None:
    west = fleet.members["west"]
    pay(west)
    laws.settle(fleet)
    fleet.keep_copy("central")
    for cents in (2_000, 3_000):
        pay(west, cents)
    laws.settle(fleet)
    owed = balance(west.station, a_lease(west.station))
    fleet.restore_central()
    pay(west, 4_000)
    laws.check_end(fleet)
    assert balance(west.station, a_lease(west.station)) == owed - 4_000


@ON_BOTH
def test_even_if_the_copy_never_heard_of_the_station(fleet: Fleet) -> None:
    fleet.keep_copy("central")
    west = fleet.members["west"]
    pay(west)
    laws.settle(fleet)
    fleet.restore_central()
    pay(west)
    laws.check_end(fleet)
    assert len(fleet.at_central("SELECT 1 FROM payment")) == 2


@ON_BOTH
def test_even_if_nobody_gave_the_restored_central_a_new_epoch(fleet: Fleet) -> None:
    west = fleet.members["west"]
    fleet.keep_copy("central")
    for _ in range(3):
        pay(west)
        west.station.exchange()
    fleet.restore_central(forgetting=True)
    pay(west)
    laws.check_end(fleet)


@ON_BOTH
def test_what_is_told_again_stays_on_the_screen_meanwhile(fleet: Fleet) -> None:
    west = fleet.members["west"]
    fleet.keep_copy("central")
    pay(west)
    laws.settle(fleet)
    fleet.restore_central()
    for weather in ("lost_request", "lost_answer", "", "lost_answer", "truncated"):
        west.way.weather[:] = [weather]
        _try(west.station)
        laws.check_station(fleet, west)
    laws.check_end(fleet)


@ON_BOTH_AT_LENGTH
def test_a_warning_that_is_told_again_is_not_shown_again(fleet: Fleet) -> None:
    west = fleet.members["west"]
    lease = a_lease(west.station)
    with agency_write(fleet.central.store.database, {AGENCY, "AG01"}) as work:
        work.session.get_one(Lease, lease).scope = "AG01"
    take_cash(west.station, lease, 100)
    west.station.exchange()
    (item,) = west.station.attention()
    west.station.acknowledge(item.seq)
    west.way.say_again(west.way.said[-1])
    west.station.journal.note_outcomes([])
    assert west.station.attention() == ()


@ON_BOTH_AT_LENGTH
def test_work_pending_on_a_restored_disk_is_not_taken_for_what_its_lost_life_did(fleet: Fleet) -> None:
    west = fleet.members["west"]
    fleet.keep_copy("west")
    for _ in range(2):
        pay(west)
    laws.settle(fleet)
    fleet.restart("west", lambda _folder: fleet.restore("west"))
    west = fleet.members["west"]
    west.paid, west.seen = {}, {}
    for cents in (3_000, 4_000):
        pay(west, cents)
    west.station.pull()
    laws.check_station(fleet, west)
    laws.check_end(fleet)
    assert len(fleet.at_central("SELECT 1 FROM payment")) == 4


@ON_BOTH_AT_LENGTH
def test_a_restored_disk_that_speaks_first_is_heard_as_another_life(fleet: Fleet) -> None:
    west = fleet.members["west"]
    fleet.keep_copy("west")
    for _ in range(2):
        pay(west)
    laws.settle(fleet)
    fleet.restart("west", lambda _folder: fleet.restore("west"))
    west = fleet.members["west"]
    west.paid, west.seen = {}, {}
    pay(west, 3_000)
    assert west.station.exchange(), "nothing is told before the new life has spoken"
    laws.check_told(fleet, west)
    laws.check_end(fleet)
    assert len(fleet.at_central("SELECT 1 FROM payment")) == 3


@ON_BOTH_AT_LENGTH
def test_a_restored_disk_gives_no_receipt_number_that_its_lost_life_gave(fleet: Fleet) -> None:
    west = fleet.members["west"]
    fleet.keep_copy("west")
    assert [pay(west), pay(west)] == ["AG02-C01-000001", "AG02-C01-000002"]
    laws.settle(fleet)
    fleet.restart("west", lambda _folder: fleet.restore("west"))
    west = fleet.members["west"]
    west.paid, west.seen = {}, {}
    west.station.pull()
    first = pay(west)
    fleet.restart("west")
    second = pay(fleet.members["west"])
    assert re.fullmatch(r"AG02-C01-[1-9]\d{2}000001", first), "a paper says of which life it is"
    assert second == f"{first[:-1]}2"


@ON_BOTH
def test_a_restored_central_and_a_restored_disk_still_agree(fleet: Fleet) -> None:
    west = fleet.members["west"]
    fleet.keep_copy("west")
    pay(west)
    laws.settle(fleet)
    fleet.keep_copy("central")
    pay(west)
    laws.settle(fleet)
    fleet.restart("west", lambda _folder: fleet.restore("west"))
    west = fleet.members["west"]
    west.paid, west.seen = {}, {}
    for _ in range(3):
        pay(west)
    fleet.restore_central()
    laws.check_end(fleet)


@ON_BOTH_AT_LENGTH
def test_a_power_cut_between_the_word_and_the_rows_leaves_no_doubt(fleet: Fleet) -> None:
    """The outcome is told, the rows are not here yet: the effect stays, once."""
    west = fleet.members["west"]
    lease = a_lease(west.station)
    owed = balance(west.station, lease)
    pay(west)
    sent = west.station.journal.unanswered(10)
    answer = west.station.link.exchange(west.station.replica.cursor, west.station.settings.incarnation, sent)
    west.station.journal.note_outcomes(answer.results)
    fleet.restart("west")
    assert balance(fleet.members["west"].station, lease) == owed - 1_000
    laws.check_end(fleet)


@ON_BOTH_AT_LENGTH
def test_a_lost_cache_is_not_filled_with_years_of_old_commands(fleet: Fleet) -> None:
    west = fleet.members["west"]
    for _ in range(5):
        pay(west)
    laws.settle(fleet)
    pay(west)
    replayed: list[int] = []
    whole = apply._replayed
    try:
        apply._replayed = lambda session, envelope, replay: replayed.append(envelope.seq)  # type: ignore[assignment]
        fleet.restart("west", lambda folder: [file.write_bytes(b"rot") for file in folder.glob("cache-*")])
    finally:
        apply._replayed = whole
    assert replayed == [6]


@ON_BOTH_AT_LENGTH
def test_a_station_starts_even_if_its_cache_cannot_be_healed(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    west = fleet.members["west"]
    with cut_after(west.station.journal, "append"), suppress(PowerCut):
        pay(west)
    rotten, whole = west.station.replica.current.path, replica.replay_missing

    def replay(session: Session, *args: Any) -> list[int]:
        file = session.connection().exec_driver_sql("PRAGMA database_list").all()[0][2]
        if file == str(rotten):
            raise OperationalError("INSERT", {}, Exception("database disk image is malformed"))
        return whole(session, *args)

    monkeypatch.setattr(replica, "replay_missing", replay)
    fleet.restart("west")
    assert not fleet.members["west"].station.status().bootstrapped
    laws.check_end(fleet)
    assert len(fleet.at_central("SELECT 1 FROM payment")) == 1


def _try(station: Station) -> None:
    with suppress(Offline):
        station.exchange()
