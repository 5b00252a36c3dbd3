"""Central's disk is full where files arrive and bootstraps are made: stations are told to come again."""

import hashlib
import shutil
from pathlib import Path

import pytest

from desktop.central.rows import snapshot_files
from desktop.errors import Offline
from desktop.protocol.tus import CHUNK_TYPE, write_metadata
from tests.pictures import kept_photo
from tests.sync.fleet import Fleet

FULL = Path("/dev/full")
"""Whatever is written there finds no room."""

pytestmark = pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")


def test_a_photo_that_finds_no_room_waits_at_its_station(fleet: Fleet) -> None:
    west, content = fleet.members["west"], kept_photo("no room", 5_000)
    digest = hashlib.sha256(content).hexdigest()
    told = {"Upload-Length": "5000", "Upload-Metadata": write_metadata({"sha256": digest})}
    where = west.way._say("POST", "/v1/blobs", b"", told).headers["location"]
    part = fleet.central.store.blobs / "partial" / f"{where.rpartition('/')[2]}.part"
    part.unlink()
    part.symlink_to(FULL)
    reply = west.way._say("PATCH", where, content, {"Upload-Offset": "0", "Content-Type": CHUNK_TYPE})
    assert (reply.status, b"store_full" in reply.body, "retry-after" in reply.headers) == (503, True, True)
    west.station.uploads.keep(digest, content, "image/jpeg")
    with pytest.raises(Offline, match="store_full"):
        west.station.uploads.send_one()
    part.unlink()
    part.touch()
    assert west.station.uploads.send_one()
    assert west.station.uploads.waiting() == 0


def test_a_bootstrap_that_finds_no_room_is_made_again(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    west, made = fleet.members["west"], snapshot_files.mkdtemp
    shutil.rmtree(fleet.central.store.snapshots)

    def without_room(**where: object) -> str:
        working = made(**where)  # type: ignore[call-overload]
        (Path(working) / "0").symlink_to(FULL)
        return str(working)

    monkeypatch.setattr(snapshot_files, "mkdtemp", without_room)
    with pytest.raises(Offline, match="store_full"):
        west.station.link.snapshot()
    folder = fleet.central.store.snapshots
    assert [path.name for path in folder.iterdir() if path.is_dir()] == []
    monkeypatch.undo()
    assert west.station.link.snapshot().frames
