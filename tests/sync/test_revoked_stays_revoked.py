"""A revocation that the database did not keep is finished; a damaged register says so and is mended."""

import logging
import time

import pytest

from desktop.central.backups import guard
from desktop.central.stations import quarantine, register, revocations
from desktop.errors import NotAllowed
from tests.sync.copies import ON_BOTH
from tests.sync.faults import PowerCut
from tests.sync.fleet import Fleet
from tests.sync.test_backups import backed_up, disaster
from tests.sync.test_stations_after_restore import terminal, told
from tests.unit.central.command_line import Terminal

__all__ = ["terminal"]

SOON = 10.0


def revoke_and_lose_it(fleet: Fleet, patch: pytest.MonkeyPatch) -> None:
    """The register has the revocation; before the database keeps it, the power is cut."""
    with patch.context() as fault:
        noted = register.note

        def cut(*what: object) -> None:
            noted(*what)  # type: ignore[arg-type]
            raise PowerCut

        fault.setattr(register, "note", cut)
        with pytest.raises(PowerCut):
            quarantine.revoke(fleet.central.store, "AG02-C01")


def lines(fleet: Fleet) -> list[bytes]:
    """What the register holds, line by line."""
    return (fleet.central.store.folder / register.REGISTER_FILE).read_bytes().split(b"\n")


def write(fleet: Fleet, content: list[bytes]) -> None:
    """Puts these lines in its place."""
    (fleet.central.store.folder / register.REGISTER_FILE).write_bytes(b"\n".join(content))


@ON_BOTH
def test_a_station_whose_revocation_was_cut_off_is_shut_out_before_central_serves(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    west, east = fleet.members["west"], fleet.members["east"]
    revoke_and_lose_it(fleet, monkeypatch)
    assert fleet.at_central("SELECT 1 FROM device WHERE revoked") == []
    with guard.serving(fleet.central.store):
        told(west, "device_revoked")
        east.station.exchange()
    assert fleet.at_central("SELECT code FROM device WHERE revoked") == [("AG02-C01",)]
    assert "AG02-C01 was revoked, but central's database had not kept it" in caplog.text
    assert revocations.finish(fleet.central.store) == ()


def test_a_station_whose_revocation_was_cut_off_while_central_serves_is_shut_out_soon(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revocations, "LOOK_SECONDS", 0.01)
    west, end = fleet.members["west"], time.monotonic() + SOON
    with guard.serving(fleet.central.store):
        west.station.exchange()
        revoke_and_lose_it(fleet, monkeypatch)
        while not fleet.at_central("SELECT 1 FROM device WHERE revoked"):
            assert time.monotonic() < end
            time.sleep(0.01)
        told(west, "device_revoked")


@pytest.mark.parametrize(
    "line", [b'{"at":"2026-11-22T09:0', b"\xff\xfe\x00", b"[]", b'{"at":"2026-11-22T09:00:00Z","id":"x"}']
)
def test_a_line_in_the_middle_that_nobody_can_read_is_said_and_the_others_count(
    fleet: Fleet, line: bytes, terminal: Terminal, caplog: pytest.LogCaptureFixture
) -> None:
    store = fleet.central.store
    quarantine.revoke(store, "AG02-C01")
    found = lines(fleet)
    write(fleet, [*found[:2], line, *found[2:]])
    listed = register.read(store.folder)
    assert listed is not None
    assert listed.unreadable == (3,)
    assert sorted(listed.standings.values()) == ["known", "known", "revoked"]
    said = terminal.guichet("central", "quarantine", "list", "--data", store.folder)
    assert (said.code, said.out.strip()) == (0, "Nothing is in quarantine.")
    assert "devices.jsonl cannot be read in line 3" in caplog.text


def test_a_last_line_that_a_power_cut_tore_is_no_damage(
    fleet: Fleet, caplog: pytest.LogCaptureFixture
) -> None:
    register.ensure(fleet.central.store)
    write(fleet, [*lines(fleet), b'{"at":"2026-11-22T09:00:00Z","id":"a-dev'])
    register.report(fleet.central.store.folder)
    assert caplog.text == ""


@ON_BOTH
def test_a_revocation_whose_line_was_damaged_is_noted_again_and_holds_after_a_restore(
    fleet: Fleet, caplog: pytest.LogCaptureFixture
) -> None:
    backup, store = backed_up(fleet), fleet.central.store
    quarantine.revoke(store, "AG02-C01")
    write(fleet, [*lines(fleet)[:-1], b'{"at": "?"}'])
    with guard.serving(store), caplog.at_level(logging.ERROR):
        pass
    assert "the register of stations had lost AG02-C01" in caplog.text
    disaster(fleet, backup)
    assert "cannot be read in line" in caplog.text
    with pytest.raises(NotAllowed, match="device_revoked"):
        fleet.members["west"].station.exchange()
