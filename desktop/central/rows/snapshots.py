"""Ready-made bootstraps: immutable files of rows, shared by the stations of an agency and a shape."""

import shutil
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from desktop.central.database.build_locks import held, one_of
from desktop.central.rows.feed import Reader, distance
from desktop.central.rows.shapes import shape_of
from desktop.central.rows.snapshot_files import MANIFEST, Artefact, build
from desktop.central.store import Store
from desktop.errors import Refused
from desktop.models.device import Device
from desktop.protocol.messages import Snapshot

BUILDS_AT_ONCE = 2
FRESH_FOR = timedelta(hours=24)
FRESH_SHARE = 0.05
FRESH_ROWS = 2_000
"""A snapshot serves until the delta from it exceeds this share of its rows; so few rows never matter."""

KEPT_SECONDS = 6 * 3600.0
"""How long an older snapshot is kept: stations may still be fetching it over a slow line."""


class Snapshots:
    """The snapshots of one central. Several processes may share the folder: each is built once."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._builders = ThreadPoolExecutor(BUILDS_AT_ONCE, "snapshot")
        self._building: dict[str, Future[None]] = {}
        self._starting = threading.Lock()

    def ready(self, device: Device) -> Snapshot | None:
        """The newest snapshot of this station's rows, if a delta can follow it; else one must be built."""
        with self._store.database.read() as session:
            reader = Reader(session, device, "")
            artefact = newest(self._store.snapshots, prefix_of(reader))
            return artefact.snapshot if artefact and self._serves(artefact, reader) else None

    def begin(self, device: Device) -> Future[None]:
        """Begins to build one, unless that is under way; done once it is there."""
        name = _name(device)
        with self._starting:
            under_way = self._building.get(name)
            if under_way is None or under_way.done():
                under_way = self._builders.submit(self._build, device)
                self._building[name] = under_way
            return under_way

    def _build(self, device: Device) -> None:
        folder = self._store.snapshots
        folder.mkdir(parents=True, exist_ok=True)
        slots = [folder / f"slot-{number}.lock" for number in range(BUILDS_AT_ONCE)]
        with held(folder / f"{_name(device)}.lock"):
            if self.ready(device) is not None:
                return
            with one_of(slots), self._store.database.read() as session:
                reader = Reader(session, device, "")
                prefix = prefix_of(reader)
                _remove_older(folder, device)
                build(folder, prefix, reader, self._clock())

    def _serves(self, artefact: Artefact, reader: Reader) -> bool:
        if self._clock() - datetime.fromisoformat(artefact.built_at) > FRESH_FOR:
            return False
        since = distance(reader, artefact.snapshot.cursor)
        return since is not None and since <= max(FRESH_ROWS, FRESH_SHARE * artefact.rows)


def newest(folder: Path, prefix: str) -> Artefact | None:
    """The last one built under this prefix."""
    found = sorted(folder.glob(f"{prefix}*/{MANIFEST}"), key=lambda path: path.stat().st_mtime_ns)
    return msgspec.msgpack.decode(found[-1].read_bytes(), type=Artefact) if found else None


def file_of(folder: Path, device: Device, name: str, index: int) -> Path:
    """One file of a snapshot. Raises Refused when it is not there, or not this station's to have."""
    path = folder / name / str(index)
    mine = name.startswith(f"{_name(device)}-")
    if not mine or {"/", "\\"} & set(name) or not path.is_file():
        raise Refused("snapshot_gone")
    return path


def prefix_of(reader: Reader) -> str:
    """What the names of all snapshots of this agency and shape begin with."""
    return f"{_name(reader.device)}-"


def _name(device: Device) -> str:
    return f"{device.agency_id}-{shape_of(device.kind).name}"


def _remove_older(folder: Path, device: Device) -> None:
    """Called by whoever holds the prefix's lock: an unfinished one under it was left by a crash.

    What was built when this kind of station had another shape is older too.
    """
    for path in folder.glob(f"building-{_name(device)}-*"):
        shutil.rmtree(path, ignore_errors=True)
    of_this_kind = f"{device.agency_id}-{device.kind}.*/{MANIFEST}"
    found = {path.parent: path.stat().st_mtime for path in folder.glob(of_this_kind)}
    for path, made in found.items():
        if made < max(found.values()) - KEPT_SECONDS:
            shutil.rmtree(path, ignore_errors=True)
