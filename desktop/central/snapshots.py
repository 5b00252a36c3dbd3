"""Ready-made bootstraps: immutable files of compressed rows, addressed by their content."""

import hashlib
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import msgspec

from desktop import failpoints
from desktop.central.feed import Reader, all_rows, checks
from desktop.errors import Refused
from desktop.protocol.frames import pack
from desktop.protocol.messages import Put, Snapshot, SnapshotFrame

ROWS_PER_FILE = 20_000
KEPT_SECONDS = 600.0
_building = threading.Lock()


def build(folder: Path, reader: Reader) -> Snapshot:
    """Writes the snapshot of a station's shape as it stands in the reader's picture; one build at a time."""
    with _building:
        folder.mkdir(parents=True, exist_ok=True)
        working = Path(mkdtemp(prefix="building-", dir=folder))
        frames = [_write(working / str(index), puts) for index, puts in enumerate(_files(reader))]
        end = reader.end(checks(reader))
        name = hashlib.sha256(
            msgspec.msgpack.encode([reader.device.agency_id, end.cursor, frames])
        ).hexdigest()[:32]
        final = folder / f"{reader.device.agency_id}-{reader.shape.name}-{name}"
        if final.exists():
            shutil.rmtree(working)
        else:
            _replace_older(folder, f"{reader.device.agency_id}-{reader.shape.name}-")
            failpoints.reached("snapshot.before_rename")
            working.rename(final)
            failpoints.reached("snapshot.after_rename")
        return Snapshot(final.name, end.cursor or "", end.acked_seq, frames, end.checks, end.acked_hash)


def file_of(folder: Path, reader: Reader, name: str, index: int) -> Path:
    """One file of a snapshot. Raises Refused when it is not there, or not this station's to have."""
    path = folder / name / str(index)
    mine = name.startswith(f"{reader.device.agency_id}-{reader.shape.name}-")
    if not mine or "/" in name or not path.is_file():
        raise Refused("snapshot_gone")
    return path


def _files(reader: Reader) -> Iterator[list[Put]]:
    batch: list[Put] = []
    count = 0
    for put in all_rows(reader):
        batch.append(put)
        count += len(put.rows)
        if count >= ROWS_PER_FILE:
            yield batch
            batch, count = [], 0
    if batch:
        yield batch


def _write(path: Path, puts: list[Put]) -> SnapshotFrame:
    body = pack(puts)
    failpoints.reached("snapshot.frame")
    path.write_bytes(body)
    return SnapshotFrame(len(body), hashlib.sha256(body).hexdigest(), sum(len(put.rows) for put in puts))


def _replace_older(folder: Path, prefix: str) -> None:
    """Keeps those of the last minutes: stations may still be fetching them."""
    found = [(path.stat().st_mtime, path) for path in folder.glob(f"{prefix}*")]
    found += [(path.stat().st_mtime, path) for path in folder.glob("building-*")]
    newest = max((made for made, _ in found), default=0.0)
    for made, path in found:
        if made < newest - KEPT_SECONDS:
            shutil.rmtree(path, ignore_errors=True)
