"""After a restore a revoked station stays out, and no code is given twice, whatever the backup remembers."""

import shutil
from pathlib import Path

import pytest

from desktop.central.backups.restore import Restoration, restore
from desktop.central.stations import quarantine, readmission, register
from desktop.central.store import open_store
from desktop.errors import NotAllowed
from tests.sync import laws
from tests.sync.copies import ON_BOTH, ON_BOTH_AT_LENGTH
from tests.sync.fleet import Fleet, Member
from tests.sync.test_backups import backed_up, disaster, enrolled, pay, quiet
from tests.unit.central.command_line import Terminal


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """Where an administrator types."""
    return Terminal(monkeypatch, capsys)


def told(member: Member, code: str) -> None:
    """Central does not let this station in."""
    with pytest.raises(NotAllowed, match=code):
        member.station.exchange()


def on_a_new_machine(fleet: Fleet, backup: Path) -> Restoration:
    """Central's folder burned, and nothing but the backups and the key is left."""
    folder, key = fleet.folder / "central", fleet.folder / "in-the-safe"
    shutil.copy(folder / "vault.key", key)
    fleet.central.store.database.close()
    shutil.rmtree(folder)
    done = restore(backup, folder, fleet.now(), quiet, replace=True, key=key)
    fleet.central.take(open_store(folder))
    return done


@ON_BOTH
def test_a_station_revoked_after_the_backup_is_not_admitted_by_its_restore(fleet: Fleet) -> None:
    west, east = fleet.members["west"], fleet.members["east"]
    backup = backed_up(fleet)
    quarantine.revoke(fleet.central.store, "AG02-C01")
    disaster(fleet, backup)
    told(west, "device_revoked")
    east.station.exchange()
    assert fleet.at_central("SELECT code FROM device WHERE revoked") == [("AG02-C01",)]


def test_the_restore_says_whom_it_shut_out_again(fleet: Fleet, terminal: Terminal) -> None:
    backup, folder = backed_up(fleet), fleet.folder / "central"
    quarantine.revoke(fleet.central.store, "AG02-C01")
    fleet.central.store.database.close()
    said = terminal.guichet("central", "restore", "--data", folder, "--from", backup, "--replace")
    assert said.code == 0, said.error
    assert "Revoked since the backup, and shut out again: AG02-C01." in said.out
    assert "wait until" not in said.out
    fleet.central.take(open_store(folder))


@ON_BOTH
def test_where_nothing_tells_who_was_revoked_everybody_waits_and_loses_nothing(
    fleet: Fleet, terminal: Terminal
) -> None:
    west, east = fleet.members["west"], fleet.members["east"]
    backup = backed_up(fleet)
    pay(west, 700)
    laws.settle(fleet)
    done = on_a_new_machine(fleet, backup)
    assert (done.revoked, done.waiting) == ((), ("AG02-C01", "AG02-C02", "AG02-K01"))
    pay(east, 800)
    for member in fleet.members.values():
        told(member, "device_unknown")
    typed = ("central", "readmit", "--data", fleet.folder / "central")
    assert terminal.guichet(*typed).out.count("waits since") == 3
    assert terminal.guichet(*typed, "--all").out.count("is known again") == 3
    laws.check_end(fleet)
    assert len(fleet.at_central("SELECT 1 FROM payment")) == 2


def test_what_a_later_backup_knows_of_revocations_holds_on_a_new_machine_too(fleet: Fleet) -> None:
    backup = backed_up(fleet)
    quarantine.revoke(fleet.central.store, "AG02-C01")
    later = backed_up(fleet)
    (later / "central.db").unlink(missing_ok=True)
    (later / "proven.json").unlink()
    done = on_a_new_machine(fleet, backup)
    assert (done.revoked, done.waiting) == (("AG02-C01",), ("AG02-C02", "AG02-K01"))
    told(fleet.members["west"], "device_revoked")


def test_a_second_restore_does_not_admit_those_who_still_wait(fleet: Fleet) -> None:
    backup = backed_up(fleet)
    on_a_new_machine(fleet, backup)
    disaster(fleet, backup)
    told(fleet.members["west"], "device_unknown")
    readmission.accept(fleet.central.store, "AG02-C01")
    disaster(fleet, backup)
    fleet.members["west"].station.exchange()
    told(fleet.members["east"], "device_unknown")


def test_a_station_enrolled_and_revoked_after_the_backup_hands_over_what_it_has(fleet: Fleet) -> None:
    backup = backed_up(fleet)
    north = enrolled(fleet, "north")
    pay(north, 900)
    quarantine.revoke(fleet.central.store, "AG02-C03")
    disaster(fleet, backup)
    told(north, "device_unknown")
    assert readmission.listed(fleet.central.store) == [], "nobody is asked to let it in"
    told(north, "device_revoked")
    assert [held.amount_cents for held in quarantine.listed(fleet.central.store)] == [900]


@ON_BOTH_AT_LENGTH
def test_the_code_of_a_forgotten_station_is_given_to_no_other(fleet: Fleet) -> None:
    backup = backed_up(fleet)
    north = enrolled(fleet, "north")
    pay(north, 900)
    laws.settle(fleet)
    disaster(fleet, backup)
    assert enrolled(fleet, "south").station.settings.device_code == "AG02-C04"
    told(north, "device_unknown")
    readmission.accept(fleet.central.store, "AG02-C03")
    laws.check_end(fleet)


def test_not_even_where_nothing_tells_which_codes_were_given(fleet: Fleet) -> None:
    backup = backed_up(fleet)
    north = enrolled(fleet, "north")
    on_a_new_machine(fleet, backup)
    new = enrolled(fleet, "south").station.settings.device_code
    assert int(new.removeprefix("AG02-C")) > 400_000, "numbered by the minute of the restore"
    told(north, "device_unknown")
    readmission.accept(fleet.central.store, "AG02-C03")
    north.station.exchange()
    assert enrolled(fleet, "again").station.settings.device_code != new


def test_a_line_that_a_power_cut_tore_counts_for_nothing_and_hides_nothing(fleet: Fleet) -> None:
    store = fleet.central.store
    register.ensure(store)
    with (store.folder / register.REGISTER_FILE).open("ab") as file:
        file.write(b'\n{"at":"2026-11-2')
    quarantine.revoke(store, "AG02-C01")
    found = register.read(store.folder)
    assert found is not None
    assert sorted(found.standings.values()) == ["known", "known", "revoked"]


def test_a_database_put_back_by_hand_shuts_out_whom_the_register_shuts_out(
    fleet: Fleet, terminal: Terminal
) -> None:
    file = fleet.folder / "central" / "central.db"
    register.ensure(fleet.central.store)
    fleet.central.store.database.close()
    old = file.read_bytes()
    quarantine.revoke(fleet.central.store, "AG02-C01")
    fleet.central.store.database.close()
    file.write_bytes(old)
    said = terminal.guichet("central", "restored", "--data", file.parent)
    assert "Revoked since the backup, and shut out again: AG02-C01." in said.out
    told(fleet.members["west"], "device_revoked")
    fleet.members["east"].station.exchange()


@ON_BOTH
def test_what_is_backed_up_after_a_restore_can_be_put_back_too(fleet: Fleet) -> None:
    for cents in (700, 800):
        pay(fleet.members["west"], cents)
        laws.settle(fleet)
        disaster(fleet, backed_up(fleet))
    laws.check_end(fleet)
    assert sorted(fleet.at_central("SELECT amount_cents FROM payment")) == [(700,), (800,)]
