"""Snapshots at central: each built once, whoever asks; and a station that is killed on the way."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from desktop.central.database.build_locks import held
from desktop.central.rows import feed, snapshot_files, snapshots
from desktop.central.rows.feed import Reader
from desktop.central.rows.shapes import shape_of
from desktop.central.rows.snapshots import Snapshots, newest, prefix_of
from desktop.central.stations import devices
from desktop.failpoints import VARIABLE
from desktop.protocol.frames import unpack_answer
from desktop.protocol.messages import Hello, Put, Reset, Snapshot
from desktop.station.enrolment import enrol
from tests.sync import laws
from tests.sync.fleet import Fleet, Member
from tests.sync.test_bootstrap import Fetching
from tests.sync.visits import a_lease, same_as_central, take_cash
from tests.world import World


def device_of(fleet: Fleet, member: Member) -> devices.Device:
    with fleet.central.store.database.read() as session:
        return devices.authenticated(session, member.station.settings.device_id)


def test_kill_9_while_rows_go_in_costs_no_file_twice(
    landlord: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "ROWS_PER_FRAME", 5)
    monkeypatch.setattr(snapshot_files, "ROWS_PER_FILE", 25)
    folder = landlord.folder / "killed"
    code = devices.offer(landlord.store, "counter", "AG02", "counter", datetime.now(UTC))
    enrol(folder, landlord.server.url, code)
    root = Path(__file__).parents[2]
    script = [sys.executable, str(root / "tests/sync/fetch_agency.py"), str(folder)]
    environment = os.environ | {"PYTHONPATH": str(root), VARIABLE: "bootstrap.frame=kill@5"}
    died = subprocess.run(script, cwd=root, env=environment, capture_output=True, check=False)
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()
    station = landlord.reopen(folder)
    line = landlord.line(station)
    asked = Fetching(Member("killed", folder, station, line))  # type: ignore[arg-type]
    station.exchange()
    assert min(asked.asked) == 4
    assert same_as_central(landlord, station)


def test_many_who_ask_at_once_get_one_build(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    store, built = fleet.central.store, []
    whole = snapshots.build
    monkeypatch.setattr(snapshots, "build", lambda *parts: built.append(1) or whole(*parts))
    device = device_of(fleet, fleet.members["kiosk"])
    with store.database.read() as session:
        prefix = prefix_of(Reader(session, device, ""))
    for path in store.snapshots.glob(f"{prefix}*/{snapshot_files.MANIFEST}"):
        path.unlink()
    workers = [Snapshots(store, fleet.now) for _ in range(3)]
    with ThreadPoolExecutor(6) as stations:
        asked = [stations.submit(lambda worker=w: worker.begin(device).result()) for w in workers * 2]
    assert [each.result() for each in asked] == [None] * 6
    assert built == [1]
    assert newest(store.snapshots, prefix) is not None


def test_whoever_comes_while_another_process_builds_is_told_when_to_come_back(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.central.routes.snapshot.PATIENCE_SECONDS", 0.05)
    member, folder = fleet.members["west"], fleet.central.store.snapshots
    for path in folder.glob(f"*/{snapshot_files.MANIFEST}"):
        path.unlink()
    with held(folder / f"AG02-{shape_of('counter').name}.lock"):
        told = msgspec.msgpack.decode(member.way.get("/v1/sync/snapshot"), type=Snapshot)
    assert (told.frames, told.wait_seconds) == ([], 1.0)
    member.station.replica.distrust()
    member.station.exchange()
    laws.check_end(fleet)


def test_a_pull_alone_says_what_changed(fleet: Fleet) -> None:
    west, east = fleet.members["west"], fleet.members["east"].station
    take_cash(east, a_lease(east), 1_000)
    east.exchange()
    answer = west.way.get(f"/v1/sync/changes?cursor={west.station.replica.cursor}&checks=true")
    frames, end = unpack_answer(answer)
    tables = {frame.table for frame in frames if isinstance(frame, Put)}
    assert isinstance(frames[0], Hello)
    assert "payment" in tables
    assert end.checks["payment"][0] == 1
    frames, _ = unpack_answer(west.way.get("/v1/sync/changes?cursor=rubbish"))
    assert [type(frame) for frame in frames] == [Hello, Reset]
