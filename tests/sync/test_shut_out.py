"""A revocation holds against whatever a restore brings back, a full disk, and a power cut in a decision."""

from datetime import datetime

import msgspec
import pytest

from desktop.central.commands.perform import perform_alone
from desktop.central.database.agency_write import agency_write
from desktop.central.database.tables import Quarantined
from desktop.central.stations import quarantine, readmission, register
from desktop.errors import StoreFull
from desktop.protocol.messages import Envelope
from tests.sync.faults import PowerCut
from tests.sync.fleet import Fleet
from tests.sync.test_backups import backed_up, disaster, pay
from tests.sync.test_stations_after_restore import on_a_new_machine, told


def test_a_station_that_asked_in_the_backup_and_was_revoked_since_stays_out(fleet: Fleet) -> None:
    on_a_new_machine(fleet, backed_up(fleet))
    asking = backed_up(fleet)
    readmission.accept(fleet.central.store, "AG02-C01")
    quarantine.revoke(fleet.central.store, "AG02-C01")
    disaster(fleet, asking)
    assert readmission.accept(fleet.central.store, "AG02-C01").revoked
    told(fleet.members["west"], "device_revoked")


def test_a_station_that_waits_to_be_let_in_can_be_revoked_instead(fleet: Fleet) -> None:
    on_a_new_machine(fleet, backed_up(fleet))
    quarantine.revoke(fleet.central.store, "AG02-C01")
    told(fleet.members["west"], "device_revoked")
    assert [one.code for one in readmission.listed(fleet.central.store)] == ["AG02-C02", "AG02-K01"]


def test_a_revocation_that_the_disk_takes_in_part_is_not_done(fleet: Fleet) -> None:
    resource = pytest.importorskip("resource")
    store = fleet.central.store
    register.ensure(store)
    size = (store.folder / register.REGISTER_FILE).stat().st_size
    device = fleet.at_central("SELECT id FROM device WHERE code = 'AG02-C01'")[0][0]
    limit, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    with store.database.read() as session:
        station = quarantine.claimed(session, device)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20, most))
        try:
            with pytest.raises(StoreFull):
                register.note(store, session, station, register.REVOKED)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))
    quarantine.revoke(store, "AG02-C01")
    assert register.standing_of(store.folder, device) == register.REVOKED


def test_two_who_begin_the_register_at_once_lose_no_revocation(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, lines = fleet.central.store, register._lines
    (store.folder / register.REGISTER_FILE).unlink(missing_ok=True)

    def late(found: register.Register, now: datetime) -> bytes:
        monkeypatch.undo()
        quarantine.revoke(store, "AG02-C01")
        return lines(found, now)

    monkeypatch.setattr(register, "_lines", late)
    register.ensure(store)
    listed = register.read(store.folder)
    assert listed is not None
    assert sorted(listed.standings.values()) == ["known", "known", "revoked"]


def held(fleet: Fleet, cents: int) -> Quarantined:
    """A payment of a station that was revoked before it could send it."""
    west, store = fleet.members["west"], fleet.central.store
    pay(west, cents)
    quarantine.revoke(store, "AG02-C01")
    told(west, "device_revoked")
    (waiting,) = quarantine._waiting(store, [])
    return waiting


def test_a_command_done_before_a_power_cut_is_not_called_rejected(fleet: Fleet) -> None:
    store, waiting = fleet.central.store, held(fleet, 700)
    with store.database.read() as session:
        west = quarantine.claimed(session, waiting.device_id)
    envelope = msgspec.msgpack.decode(waiting.envelope, type=Envelope)
    with agency_write(store.database, {west.agency_id}) as work:
        perform_alone(work, store, west, waiting.incarnation, envelope, fleet.now())
    assert quarantine.reject(store, [], "a mistake", "Denise", fleet.now()) == 0
    assert [each.state for each in quarantine.listed(store, everything=True)] == ["accepted"]
    assert fleet.at_central("SELECT amount_cents FROM payment") == [(700,)]


def test_a_power_cut_in_a_decision_leaves_the_command_neither_decided_nor_done(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = fleet.central.store
    held(fleet, 700)

    def cut(*_: object) -> None:
        raise PowerCut

    with monkeypatch.context() as mistake:
        mistake.setattr(quarantine, "_decide", cut)
        with pytest.raises(PowerCut):
            quarantine.accept(store, [], "Denise", fleet.now())
    assert fleet.at_central("SELECT 1 FROM payment") == []
    assert quarantine.reject(store, [], "a mistake", "Denise", fleet.now()) == 1
    assert [each.state for each in quarantine.listed(store, everything=True)] == ["rejected"]
