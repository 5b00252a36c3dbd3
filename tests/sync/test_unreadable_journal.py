"""A bit of the journal flips in the middle of the day: money is refused, and a restart loses nothing."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desktop.central.stations import quarantine
from desktop.errors import StoreDamaged
from desktop.services.access.activation import ActivateAccount
from desktop.services.payments.card_charges import SettleCharge, StartCharge
from desktop.station.station import Station
from tests.hashes import hash_like
from tests.sync.fleet import Fleet
from tests.sync.test_standing import lose_a_command
from tests.sync.visits import CLAIRE, ROWS, a_lease, balance, itself, report_fault, rows, take_cash

PAGE = 4096


def path_of(station: Station) -> Path:
    return station.replica.current.path.with_name("journal.db")


def on_the_disk_alone(station: Station) -> None:
    """What was read of the journal before is not in memory any more."""
    with station.journal.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    station.journal.database.engine.dispose()


def flip(station: Station, page: int) -> None:
    """One bit; twice is not at all."""
    on_the_disk_alone(station)
    with path_of(station).open("rb+") as file:
        file.seek(page * PAGE + 1_000)
        (byte,) = file.read(1)
        file.seek(page * PAGE + 1_000)
        file.write(bytes([byte ^ 1]))


def page_read_by_every_command(station: Station) -> int:
    """The first of the index by which a key is found again."""
    with station.journal.database.engine.connect() as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_command_1'"
        return int(connection.exec_driver_sql(query).scalar_one()) - 1


def meets_damage(work: Callable[[], object]) -> bool:
    try:
        work()
    except StoreDamaged:
        return True
    return False


def settled(station: Station) -> None:
    while station.exchange():
        pass


@pytest.fixture
def west(fleet: Fleet) -> Station:
    """Ten payments that central has, ten that wait, and a card at the terminal."""
    station = fleet.members["west"].station
    lease = a_lease(station)
    for cents in range(1, 21):
        take_cash(station, lease, cents)
        if cents == 10:
            settled(station)
    station.perform(charge(station), CLAIRE)
    return station


def charge(station: Station) -> StartCharge:
    lease = a_lease(station)
    return StartCharge(
        lease_id=lease, amount_cents=500, balance_seen_cents=balance(station, lease), accept_credit=True
    )


def nothing_more_is_done(station: Station) -> None:
    """Neither here nor at central, and the rows stay as they are."""
    lease, head = a_lease(station), station.journal.head
    before = {table: rows(station, table) for table in ROWS}
    activation = ActivateAccount(
        lease_number=lease, code="x", birth_date=date(1950, 1, 1), password_hash=hash_like()
    )
    todo: tuple[Callable[[], object], ...] = (
        lambda: take_cash(station, lease, 1),
        lambda: report_fault(station, lease),
        lambda: station.perform(charge(station), CLAIRE),
        lambda: station.perform_at_central(activation, itself(station)),
    )
    for work in todo:
        with pytest.raises(StoreDamaged) as refusal:
            work()
        assert refusal.value.facts["store"] == "journal.db"
    assert station.journal.head == head
    assert {table: rows(station, table) for table in ROWS} == before


def test_once_it_is_noticed_nothing_more_is_done_and_a_restart_loses_nothing(
    fleet: Fleet, west: Station
) -> None:
    for page in range(1, path_of(west).stat().st_size // PAGE):
        flip(west, page)
        if meets_damage(west.exchange):
            break
        flip(west, page)
    status = west.status()
    assert (status.unreadable, status.storage_full, status.attention) == (True, False, 1)
    nothing_more_is_done(west)
    fleet.restart("west")
    again = fleet.members["west"].station
    assert not again.status().unreadable
    assert again.status().damage is not None
    settled(again)
    assert fleet.at_central("SELECT count(*) FROM payment") == [(20,)]
    assert fleet.at_central("SELECT state FROM card_charge") == [("sent",)]
    assert take_cash(again, a_lease(again), 1).result


def test_what_the_terminal_answered_is_still_written_down(fleet: Fleet, west: Station) -> None:
    on_the_disk_alone(west)
    lose_a_command(path_of(west), 11)  # in a page that no later command is written to
    assert meets_damage(west.exchange)
    nothing_more_is_done(west)
    charge_id = west.ask(lambda s: s.connection().exec_driver_sql("SELECT id FROM card_charge").scalar_one())
    west.perform(SettleCharge(charge_id=charge_id, outcome="approved"), CLAIRE)
    fleet.restart("west")
    again = fleet.members["west"].station
    damage = again.status().damage
    assert damage is not None
    assert (damage.rescued, damage.missing, damage.aside) == (10, ((11, 11),), tuple(range(12, 23)))
    settled(again)
    quarantine.accept(fleet.central.store, [], "Denise", fleet.now())
    assert fleet.at_central("SELECT count(*) FROM payment WHERE means = 'card'") == [(1,)]
    assert fleet.at_central("SELECT count(*) FROM payment") == [(20,)]


def test_damage_that_a_start_would_not_read_is_found_by_the_start_after_it(
    fleet: Fleet, west: Station
) -> None:
    flip(west, page_read_by_every_command(west))
    assert meets_damage(lambda: take_cash(west, a_lease(west), 1))
    fleet.restart("west")
    again = fleet.members["west"].station
    assert again.status().damage is not None
    settled(again)
    assert take_cash(again, a_lease(again), 1).result
