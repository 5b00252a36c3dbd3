"""What a revoked station handed over stays with it until a proven backup holds it, and then goes for ever."""

from datetime import UTC, datetime

import msgspec
import pytest
from sqlalchemy import select

from desktop.central.backups.backup import back_up
from desktop.central.database.agency_write import agency_write
from desktop.central.stations import quarantine
from desktop.errors import NotAllowed, Offline, StoreDamaged
from desktop.models.card_charge import CardCharge
from desktop.models.database import open_database
from desktop.models.device import Device
from desktop.protocol.messages import Envelope, QuarantineAnswer
from desktop.security.vault import Vault
from desktop.services.command import Status
from desktop.services.payments.card_charges import SettleCharge
from desktop.sync.exchange.farewell import Farewell
from desktop.sync.journal.tables import Aside
from tests.sync import laws
from tests.sync.copies import ON_BOTH, ON_BOTH_AT_LENGTH
from tests.sync.fleet import Fleet, Member
from tests.sync.test_backups import backed_up, disaster, pay, quiet
from tests.sync.test_unreadable_journal import charge, flip
from tests.sync.visits import CLAIRE, rows


def farewell(fleet: Fleet) -> Member:
    """A counter that is told that it was revoked."""
    west = fleet.members["west"]
    with pytest.raises(NotAllowed, match="device_revoked"):
        west.station.exchange()
    return west


def revoke(fleet: Fleet) -> None:
    """The administrator shuts the counter out."""
    quarantine.revoke(fleet.central.store, "AG02-C01")


def held(fleet: Fleet) -> list[int | None]:
    """What waits in quarantine."""
    return [one.amount_cents for one in quarantine.listed(fleet.central.store)]


@ON_BOTH
def test_what_was_handed_over_and_lost_in_a_restore_is_handed_over_again(fleet: Fleet) -> None:
    pay(fleet.members["west"], 500)
    laws.settle(fleet)
    backup = backed_up(fleet)
    pay(fleet.members["west"], 600)
    laws.settle(fleet)
    pay(fleet.members["west"], 700)
    revoke(fleet)
    west = farewell(fleet)
    assert held(fleet) == [700]
    assert rows(west.station, "lease") == [], "its rows are gone at once"
    assert west.station.status().handed_in
    disaster(fleet, backup)
    assert held(fleet) == []
    farewell(fleet)
    assert held(fleet) == [600, 700], "also what central had performed, and lost"
    results = quarantine.accept(fleet.central.store, [], "Denise", datetime.now(UTC))
    assert {result.status for result in results} == {Status.APPLIED}
    assert sorted(fleet.at_central("SELECT amount_cents FROM payment")) == [(500,), (600,), (700,)]


@ON_BOTH_AT_LENGTH
def test_its_commands_go_once_a_proven_backup_holds_them_and_no_earlier(fleet: Fleet) -> None:
    pay(fleet.members["west"], 700)
    revoke(fleet)
    backed_up(fleet)
    west = farewell(fleet)
    assert west.station.journal.head == 1, "the backup is older than what was handed over"
    back_up(fleet.central.store, fleet.folder / "backups", fleet.now(), quiet)
    farewell(fleet)
    assert west.station.journal.head == 1, "a copy that nobody proved proves nothing"
    backup = backed_up(fleet)
    farewell(fleet)
    assert (west.station.journal.head, west.station.journal.after(0)) == (0, [])
    disaster(fleet, backup)
    assert held(fleet) == [700]
    farewell(fleet)


def test_afterwards_not_even_a_stolen_copy_of_its_disk_can_be_read(fleet: Fleet) -> None:
    pay(fleet.members["west"], 700)
    revoke(fleet)
    west = farewell(fleet)
    old, key = (west.folder / "journal.db").read_bytes(), Vault.open(west.folder).journal_key
    backed_up(fleet)
    farewell(fleet)
    fleet.restart("west")
    west = fleet.members["west"]
    assert west.station.status().revoked
    assert Vault.open(west.folder).journal_key != key
    copy = fleet.folder / "stolen.db"
    copy.write_bytes(old)
    with pytest.raises(StoreDamaged):
        open_database(copy, Vault.open(west.folder).journal_key)
    farewell(fleet)
    fleet.restart("west")
    farewell(fleet)


def test_a_command_that_central_would_not_keep_stays_for_ever(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quarantine, "MOST_BODY_BYTES", 1)
    pay(fleet.members["west"], 700)
    revoke(fleet)
    farewell(fleet)
    backed_up(fleet)
    west = farewell(fleet)
    assert west.station.journal.head == 1
    assert not west.station.status().handed_in, "staff must not think that it is"


def test_what_central_had_performed_waits_for_a_backup_too(fleet: Fleet) -> None:
    pay(fleet.members["west"], 700)
    laws.settle(fleet)
    revoke(fleet)
    west = farewell(fleet)
    assert (held(fleet), west.station.journal.head) == ([], 1)
    backed_up(fleet)
    farewell(fleet)
    assert west.station.journal.head == 0


def test_a_station_that_is_admitted_after_all_begins_where_nothing_is_doubled(fleet: Fleet) -> None:
    pay(fleet.members["west"], 700)
    laws.settle(fleet)
    revoke(fleet)
    farewell(fleet)
    backed_up(fleet)
    farewell(fleet)
    fleet.restart("west")
    west = fleet.members["west"]
    admit(fleet, west)
    west.paid = {}
    laws.settle(fleet)
    pay(west, 800)
    laws.check_end(fleet)
    numbers = [number for (number,) in fleet.at_central("SELECT number FROM receipt ORDER BY number")]
    assert numbers == ["AG02-C01-000001", "AG02-C01-000002"]


def admit(fleet: Fleet, member: Member) -> None:
    """Somebody undoes the revocation in central's rows."""
    with agency_write(fleet.central.store.database, {"AG02"}) as work:
        work.session.get_one(Device, member.station.settings.device_id).revoked = False


def test_a_restored_central_that_does_not_answer_leaves_it_not_handed_in(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = backed_up(fleet)
    pay(fleet.members["west"], 700)
    revoke(fleet)
    farewell(fleet)
    disaster(fleet, backup)
    quarantine.revoke(fleet.central.store, "AG02-C01")
    west, hand_over, said = fleet.members["west"], Farewell._hand_over, []

    def lost_the_second_time(way: Farewell, envelopes: list[Envelope]) -> QuarantineAnswer:
        said.append(len(envelopes))
        if len(said) > 1:
            raise Offline
        return hand_over(way, envelopes)

    monkeypatch.setattr(Farewell, "_hand_over", lost_the_second_time)
    with pytest.raises(Offline):
        west.station.exchange()
    assert held(fleet) == []
    assert not west.station.status().handed_in


def test_what_staff_find_out_after_the_farewell_is_not_handed_in_yet(fleet: Fleet) -> None:
    west = fleet.members["west"].station
    west.perform(charge(west), CLAIRE)
    charged = west.ask(lambda session: session.scalar(select(CardCharge.id)))
    revoke(fleet)
    farewell(fleet)
    assert west.status().handed_in
    west.perform(SettleCharge(charge_id=charged, outcome="approved"), CLAIRE)
    assert not west.status().handed_in


def test_a_damaged_journal_of_a_revoked_station_is_still_told_of(fleet: Fleet) -> None:
    pay(fleet.members["west"], 700)
    revoke(fleet)
    west = farewell(fleet).station
    root = "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_meta_1'"
    flip(west, int(west.journal.database.rows(root)[0][0]) - 1)
    status = west.status()
    assert (status.unreadable, status.handed_in) == (True, False)


def test_evidence_that_central_would_not_keep_is_not_handed_in(fleet: Fleet) -> None:
    west = fleet.members["west"].station
    pay(fleet.members["west"], 700)
    (envelope,) = west.journal.after(0)
    forged = msgspec.structs.replace(envelope, seq=9, key=b"k" * 16, signature=b"s" * 64)
    with west.journal.writing() as session:
        session.add(Aside(key=forged.key, seq=9, envelope=msgspec.msgpack.encode(forged), at_central=False))
    revoke(fleet)
    farewell(fleet)
    assert not west.status().handed_in
