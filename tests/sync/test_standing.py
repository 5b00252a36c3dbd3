"""What becomes of a station's work when it is revoked, damaged, parked, or its disk or clock gives way."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.central.commands import parked as central_parked
from desktop.central.commands.authority import PARK_AFTER_ATTEMPTS
from desktop.central.database.agency_write import agency_write
from desktop.central.stations import quarantine
from desktop.errors import NotAllowed, Offline, StoreFull
from desktop.models.database import open_database
from desktop.models.device import Device
from desktop.protocol.messages import Result
from desktop.security.vault import Vault
from desktop.services.command import Status
from desktop.services.payments.payments import TakePayment
from desktop.station.enrolment import open_station
from desktop.station.station import Station
from desktop.sync.journal import carving
from desktop.sync.standing import REFUSED
from tests.sync.faults import break_service
from tests.sync.fleet import Fleet
from tests.sync.visits import a_lease, balance, central_rows, rows, take_cash
from tests.world import World


def revoke(landlord: World, station: Station, *, revoked: bool = True) -> None:
    with agency_write(landlord.store.database, {"AG02"}) as work:
        work.session.get_one(Device, station.settings.device_id).revoked = revoked


def told_so(station: Station) -> None:
    with pytest.raises(NotAllowed, match="device_revoked"):
        station.exchange()


def test_a_revoked_station_hands_its_work_over_and_erases_the_rest(landlord: World, counter: Station) -> None:
    lease = a_lease(counter)
    take_cash(counter, lease, 1_000)
    take_cash(counter, lease, 2_000)
    before = counter.replica.current.path
    revoke(landlord, counter)
    told_so(counter)
    assert counter.status().revoked
    assert [held.amount_cents for held in quarantine.listed(landlord.store)] == [1_000, 2_000]
    assert central_rows(landlord, "payment", "AG02") == [], "nothing is performed unseen"
    assert rows(counter, "lease") == []
    assert not before.exists()
    assert counter.journal.verify() == 2


def test_a_revoked_station_stays_so_across_restarts_and_takes_no_money(
    landlord: World, counter: Station
) -> None:
    lease, command = a_lease(counter), payment(a_lease(counter))
    take_cash(counter, lease, 1_000)
    revoke(landlord, counter)
    told_so(counter)
    again = landlord.restart(counter)
    assert again.status().revoked
    with pytest.raises(NotAllowed, match="device_revoked"):
        again.perform(command, "staff:claire")


def test_a_revoked_station_that_is_cut_off_erases_nothing_before_its_work_is_safe(
    landlord: World, counter: Station
) -> None:
    lease = a_lease(counter)
    take_cash(counter, lease, 1_000)
    revoke(landlord, counter)
    line = landlord.line(counter)
    line.loses_answers = True
    with pytest.raises(Exception, match="central_unreachable"):
        counter.exchange()
    assert rows(counter, "lease")
    line.loses_answers = False
    told_so(counter)
    told_so(counter)
    assert len(quarantine.listed(landlord.store)) == 1
    assert rows(counter, "lease") == []


def test_a_station_that_is_admitted_again_goes_on_and_nothing_is_done_twice(
    landlord: World, counter: Station
) -> None:
    lease = a_lease(counter)
    take_cash(counter, lease, 1_000)
    revoke(landlord, counter)
    told_so(counter)
    quarantine.accept(landlord.store, [], "admin", datetime.now(UTC))
    revoke(landlord, counter, revoked=False)
    landlord.settle()
    assert not counter.status().revoked
    assert len(central_rows(landlord, "payment", "AG02")) == 1
    assert take_cash(counter, lease, 500).result
    landlord.settle()
    assert len(central_rows(landlord, "payment", "AG02")) == 2


def test_what_a_salvage_found_behind_a_gap_reaches_central_once_and_is_decided_by_a_person(
    landlord: World, counter: Station
) -> None:
    lease = a_lease(counter)
    for cents in range(1, 41):
        take_cash(counter, lease, cents)
        if cents == 10:
            landlord.settle()
    folder = landlord.folder_of(counter)
    landlord.stations.remove(counter)
    counter.close()
    lose_a_command(folder / "journal.db", 20)
    again = landlord.reopen(folder)
    damage = again.status().damage
    assert damage is not None
    assert damage.missing == ((20, 20),)
    assert damage.rescued == 19
    landlord.settle()
    assert len(central_rows(landlord, "payment", "AG02")) == 19, "none of the first ten is doubled"
    assert [held.amount_cents for held in quarantine.listed(landlord.store)] == list(range(21, 41))
    damage = again.status().damage
    assert damage is not None
    assert damage.at_central == damage.aside
    quarantine.accept(landlord.store, [], "admin", datetime.now(UTC))
    assert len(central_rows(landlord, "payment", "AG02")) == 39
    number = take_cash(again, lease, 1).result
    assert number is not None
    assert int(number["number"][-6:]) > 40, "no receipt bears a number that the lost one may have borne"
    again.acknowledge_damage()
    assert again.status().damage is None


def lose_a_command(path: Path, seq: int) -> None:
    """Flips one bit, in the file, in the middle of a command."""
    wanted = body_of(path, seq)
    key = Vault.open(path.parent).journal_key
    content = path.read_bytes()
    for at in range(0, len(content), 4096):
        plain = carving._deciphered(content[at : at + 4096], at // 4096 + 1, key)
        if (inside := plain.find(wanted)) >= 0 and plain[0] == 0x0D:
            damaged = bytearray(content)
            damaged[at + inside + 20] ^= 1
            path.write_bytes(damaged)
            return
    pytest.fail("the command is nowhere")


def body_of(path: Path, seq: int) -> bytes:
    database = open_database(path, Vault.open(path.parent).journal_key)
    with database.read() as session:
        query = "SELECT body FROM command WHERE seq = ?"
        body = bytes(session.connection().exec_driver_sql(query, (seq,)).scalar_one())
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return body


def payment(lease: str, cents: int = 500) -> TakePayment:
    return TakePayment(
        lease_id=lease, means="cash", amount_cents=cents, balance_seen_cents=0, accept_credit=True
    )


def test_a_disk_that_is_nearly_full_begins_nothing_new_and_recovers_by_itself(counter: Station) -> None:
    lease = a_lease(counter)
    owed, spare = balance(counter, lease), counter.room.reserve
    counter.room.reserve = 1 << 62
    with pytest.raises(StoreFull):
        take_cash(counter, lease, 1_000)
    assert counter.status().storage_full
    assert (counter.journal.head, balance(counter, lease)) == (0, owed)
    counter.room.reserve = spare
    assert not counter.status().storage_full
    assert take_cash(counter, lease, 1_000).result


def test_room_that_came_back_is_noticed_without_anybody_trying(fleet: Fleet) -> None:
    west = fleet.members["west"].station
    west.journal.is_full = True
    assert west.status().storage_full
    west.exchange()
    assert not west.status().storage_full


def test_a_clock_that_is_wrong_is_noticed(landlord: World, counter: Station) -> None:
    assert abs(counter.status().clock_ahead_ms) < 60_000
    folder = landlord.folder_of(counter)
    landlord.stations.remove(counter)
    counter.close()
    fast = open_station(folder, clock=lambda: datetime.now(UTC) + timedelta(minutes=30))
    fast.exchange()
    assert 1_790_000 < fast.status().clock_ahead_ms < 1_810_000
    fast.close()


def test_a_clock_from_before_this_program_is_named_instead_of_the_certificate(fleet: Fleet) -> None:
    west = fleet.members["west"]
    fleet.time = datetime(2020, 1, 1, tzinfo=UTC)

    class Untrusted:
        """A line on which no certificate is valid yet."""

        def post(self, path: str, body: bytes) -> bytes:
            raise Offline("central_not_trusted")

        def __getattr__(self, name: str) -> object:
            return getattr(west.way, name)

    west.station.link.transport = Untrusted()
    with pytest.raises(Offline, match="clock_before_build"):
        west.station.exchange()
    assert west.station.status().clock_ahead_ms < -1_000_000_000


def test_offline_since_is_when_the_last_good_exchange_ended(landlord: World, counter: Station) -> None:
    before = counter.status()
    landlord.line(counter).is_cut = True
    with pytest.raises(Exception, match="central_unreachable"):
        counter.exchange()
    since = counter.status().offline_since
    assert since is not None
    assert since == before.offline_since
    assert abs(since - datetime.now(UTC)) < timedelta(minutes=1)
    again = landlord.restart(counter)
    kept = again.status().offline_since
    assert kept is not None
    assert abs(kept - since) < timedelta(seconds=5), "it is known after a restart too"


def test_what_waits_is_told_with_lease_and_amount(counter: Station) -> None:
    lease = a_lease(counter)
    take_cash(counter, lease, 4_500)
    take_cash(counter, lease, 100)
    (waiting,) = counter.waiting_commands(1)
    assert (waiting.kind, waiting.lease_id, waiting.amount_cents, waiting.means) == (
        "payment.take",
        lease,
        4_500,
        "cash",
    )


def test_a_refusal_is_told_with_lease_and_amount(counter: Station) -> None:
    lease = a_lease(counter)
    take_cash(counter, lease, 4_500)
    counter.journal.note_outcomes([Result(1, b"", Status.REJECTED, "cash_cap", b"\xc0", 7)])
    (item,) = counter.attention()
    assert (item.status, item.code, item.lease_id, item.amount_cents) == (REFUSED, "cash_cap", lease, 4_500)


def test_how_a_parked_command_ended_is_seen_by_staff(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    west = fleet.members["west"].station
    take_cash(west, a_lease(west), 1_000)
    (envelope,) = west.journal.these([1])
    with monkeypatch.context() as patch:
        break_service(patch, TakePayment)
        for _ in range(PARK_AFTER_ATTEMPTS):
            fleet.time += timedelta(minutes=3)
            west.exchange()
    assert [item.status for item in west.attention()] == ["parked"]
    west.acknowledge(1)
    assert west.attention() == ()
    central_parked.reject(fleet.central.store, envelope.key.hex(), "typed twice", "admin", fleet.time)
    west.exchange()
    assert west.attention() == (), "central is not asked all the time"
    fleet.time += timedelta(minutes=4)
    west.exchange()
    assert [item.status for item in west.attention()] == [REFUSED]
