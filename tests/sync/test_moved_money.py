"""Money that moved at a terminal is told of whatever stands in the way, and never looks undone."""

import shutil
from dataclasses import replace

import pytest
from sqlalchemy import text

from desktop.central.stations import quarantine
from desktop.errors import StoreFull
from desktop.services import catalogue
from desktop.services.command import Command
from desktop.services.payments.card_charges import ResolveCharge, SettleCharge, StartCharge
from desktop.station.station import Station
from tests.sync.test_standing import revoke, told_so
from tests.sync.visits import CLAIRE, a_lease, balance, central_rows, same_as_central, take_cash
from tests.world import World


def start(station: Station, lease: str) -> str:
    seen = balance(station, lease)
    command = StartCharge(lease_id=lease, amount_cents=500, balance_seen_cents=seen, accept_credit=True)
    return str((station.perform(command, CLAIRE).result or {})["charge_id"])


def approve(station: Station, charge: str) -> str | None:
    approved = SettleCharge(charge_id=charge, outcome="approved", authorisation="5A3F21")
    return station.perform(approved, CLAIRE).warning


def test_a_card_payment_that_ends_after_its_charge_left_the_station_is_booked_by_central(
    landlord: World, counter: Station
) -> None:
    lease = a_lease(counter)
    charge = start(counter, lease)
    counter.exchange()
    with counter.replica.write() as session:
        session.execute(text("DELETE FROM card_charge"))
    assert approve(counter, charge) == "charge_unknown"
    number = counter.journal.receipts
    take_cash(counter, lease, 100)
    assert counter.journal.receipts == number + 1, "central may give the first number to the card's receipt"
    assert [item.status for item in counter.attention()] == ["not_replayed"]
    landlord.settle()
    assert len(central_rows(landlord, "payment", "AG02")) == 2
    assert counter.status().attention == 0
    counter.replica.distrust()
    landlord.settle()
    assert same_as_central(landlord, counter)


@pytest.mark.parametrize("command", [SettleCharge, ResolveCharge])
def test_the_last_bytes_of_a_full_disk_are_for_what_ends_a_charge_because_it_says_so(
    counter: Station, monkeypatch: pytest.MonkeyPatch, command: type[Command]
) -> None:
    lease = a_lease(counter)
    charge = start(counter, lease)
    counter.perform(SettleCharge(charge_id=charge, outcome="unknown"), CLAIRE)
    counter.room.reserve = 1 << 62
    with pytest.raises(StoreFull):
        start(counter, lease)
    ends: dict[type[Command], Command] = {
        SettleCharge: SettleCharge(charge_id=charge, outcome="approved"),
        ResolveCharge: ResolveCharge(charge_id=charge, paid=True, reason="Vu.", evidence="ticket"),
    }
    with monkeypatch.context() as mistake:
        forgetful = replace(catalogue.CATALOGUE[command], last_bytes=False)
        mistake.setitem(catalogue.CATALOGUE, command, forgetful)
        with pytest.raises(StoreFull):
            counter.perform(ends[command], CLAIRE)
    assert counter.perform(ends[command], CLAIRE).result


def test_a_card_payment_that_ends_at_a_revoked_station_is_handed_over(
    landlord: World, counter: Station
) -> None:
    charge = start(counter, a_lease(counter))
    counter.exchange()
    revoke(landlord, counter)
    told_so(counter)
    approve(counter, charge)
    told_so(counter)
    assert [held.kind for held in quarantine.listed(landlord.store)] == ["charge.settle"]


def test_an_older_journal_that_was_put_back_shows_no_rows_of_another_past(
    landlord: World, counter: Station
) -> None:
    lease = a_lease(counter)
    folder = landlord.folder_of(counter)
    counter.journal.database.close()
    kept = shutil.copyfile(folder / "journal.db", folder.parent / "older.db")
    take_cash(counter, lease, 700)
    landlord.settle()
    landlord.stations.remove(counter)
    counter.close()
    shutil.copyfile(kept, folder / "journal.db")
    again = landlord.reopen(folder)
    assert not again.status().bootstrapped
    landlord.settle()
    owed = balance(again, lease)
    landlord.line(again).is_cut = True
    take_cash(again, lease, 300)
    landlord.line(again).is_cut = False
    again.pull()
    assert balance(again, lease) == owed - 300
    landlord.settle()
    assert same_as_central(landlord, again)


def test_what_staff_must_see_is_counted_as_it_is_listed(landlord: World, counter: Station) -> None:
    lease = a_lease(counter)
    for cents in (100, 200):
        take_cash(counter, lease, cents)
    with counter.replica.current.database.write() as session:
        session.execute(text("INSERT INTO replay_refused (seq, code) VALUES (1, 'lease_unknown')"))
    assert counter.status().attention == len(counter.attention()) == 1
    landlord.settle()
    assert counter.status().attention == len(counter.attention()) == 0
