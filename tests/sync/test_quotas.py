"""A station that asks for more than its share is asked to come later, loses nothing, and is told of."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest

from desktop.central import quotas
from desktop.central.stations import quarantine
from desktop.config import Bounds, Quotas
from desktop.errors import Offline
from desktop.protocol.tus import write_metadata
from tests.pictures import kept_photo
from tests.sync import laws
from tests.sync.copies import ON_BOTH
from tests.sync.fleet import Fleet, Member
from tests.sync.visits import a_lease, take_cash


def bounded(fleet: Fleet, **most: int) -> Member:
    """The west counter, at a central with these quotas."""
    store = fleet.central.store
    fleet.central.take(
        replace(store, settings=msgspec.structs.replace(store.settings, quotas=Quotas(**most)))
    )
    return fleet.members["west"]


def pay(member: Member, times: int) -> None:
    for cents in range(1, times + 1):
        done = take_cash(member.station, a_lease(member.station), cents).result or {}
        member.paid[done["payment_id"]] = cents


def refusal_of(member: Member) -> Offline:
    """What central says to the next words of a station."""
    with pytest.raises(Offline) as told:
        member.station.exchange()
    return told.value


@ON_BOTH
def test_money_beyond_the_share_of_an_hour_waits_and_arrives_once(fleet: Fleet) -> None:
    west = bounded(fleet, commands_an_hour=4)
    pay(west, 3)
    west.station.exchange()
    pay(west, 3)
    refusal = refusal_of(west)
    assert refusal.code == "over_quota"
    assert 0 < refusal.facts["retry_after"] <= quotas.LONGEST_PAUSE_SECONDS
    assert (west.station.journal.waiting(), len(west.paid)) == (3, 6)
    (told,) = quotas.overdrawn(fleet.central.store)
    assert (told.share, told.used, told.most, told.refusals) == ("commands_an_hour", 3, 4, 1)
    (warning,) = fleet.at_central("SELECT code, device_id, state FROM warning")
    assert warning == ("over_quota", west.station.settings.device_id, "open"), "somebody must look at it"
    fleet.time += timedelta(hours=1)
    laws.check_end(fleet)
    assert fleet.at_central("SELECT count(*) FROM payment") == [(6,)]


def test_one_that_asks_on_and_on_is_written_down_once_a_minute(fleet: Fleet) -> None:
    west = bounded(fleet, commands_an_hour=1)
    pay(west, 2)
    for _ in range(5):
        refusal_of(west)
    fleet.time += timedelta(minutes=2)
    refusal_of(west)
    (told,) = quotas.overdrawn(fleet.central.store)
    assert told.refusals == 2


def test_photos_beyond_the_share_of_a_day_wait_and_money_does_not(fleet: Fleet) -> None:
    west = bounded(fleet, photo_bytes_a_day=9_000)
    for number in range(2):
        content = kept_photo(number, 5_000)
        west.station.uploads.keep(hashlib.sha256(content).hexdigest(), content, "image/jpeg")
    assert west.station.uploads.send_one()
    with pytest.raises(Offline, match="over_quota"):
        west.station.uploads.send_one()
    pay(west, 1)
    while west.station.exchange():
        pass
    assert (west.station.uploads.waiting(), west.station.journal.waiting()) == (1, 0)
    fleet.time += timedelta(days=1)
    assert west.station.uploads.send_one()
    assert west.station.uploads.waiting() == 0


def test_no_station_begins_files_without_end(fleet: Fleet) -> None:
    west = bounded(fleet, open_uploads=3)

    def begin(number: int) -> int:
        told = {"Upload-Length": "9", "Upload-Metadata": write_metadata({"sha256": f"{number:064x}"})}
        return west.way._say("POST", "/v1/blobs", b"", told).status

    assert [begin(number) for number in range(4)] == [201, 201, 201, 429]
    assert begin(0) == 201, "one that is under way goes on"
    other = fleet.members["east"].way
    told = {"Upload-Length": "9", "Upload-Metadata": write_metadata({"sha256": "0" * 64})}
    assert other._say("POST", "/v1/blobs", b"", told).status == 201, "nobody else is held up"


@pytest.mark.parametrize("most", [{"quarantine_commands": 2}, {"quarantine_bytes": 500}])
def test_a_revoked_station_cannot_fill_the_quarantine(fleet: Fleet, most: dict[str, int]) -> None:
    west = bounded(fleet, **most)
    pay(west, 6)
    waiting = west.station.journal.after(0)
    quarantine.revoke(fleet.central.store, "AG02-C01")
    with fleet.central.store.database.read() as session:
        device = quarantine.claimed(session, west.station.settings.device_id)
    quarantine.keep(fleet.central.store, device, "i", waiting[:2], fleet.now())
    with pytest.raises(quotas.OverQuota):
        quarantine.keep(fleet.central.store, device, "i", waiting, fleet.now())
    assert len(quarantine.listed(fleet.central.store)) == 2
    assert len(west.station.journal.after(0)) == 6


def test_no_honest_station_comes_near_its_share() -> None:
    assert Quotas().commands_an_hour >= 5 * 10_000, "weeks of a busy counter, and the drain that is measured"
    assert Quotas().photo_bytes_a_day >= 200 * 1024 * 1024, "two hundred photos as stations keep them"
    assert Bounds().body_bytes >= 8 * 1024 * 1024, "the longest words of a station of before"
