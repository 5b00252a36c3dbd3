"""Writing one snapshot: the rows of one picture of the data, file by file, then what describes them."""

import hashlib
import logging
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp

import msgspec

from desktop import failpoints
from desktop.central.rows.feed import Reader, all_rows, checks
from desktop.protocol.frames import AnswerTooBig, pack
from desktop.protocol.messages import Put, Snapshot, SnapshotFrame

ROWS_PER_FILE = 20_000
MANIFEST = "manifest"
_log = logging.getLogger(__name__)


class Artefact(msgspec.Struct, frozen=True):
    """A snapshot with when it was built (ISO, UTC) and how many rows it holds."""

    snapshot: Snapshot
    built_at: str
    rows: int


def build(folder: Path, prefix: str, reader: Reader, now: datetime) -> Artefact:
    """Writes the snapshot of the reader's picture; it appears under its name at once and whole.

    Nothing in it is about the station that asked: how far its commands are in these rows it learns from an
    exchange that follows.
    """
    working = Path(mkdtemp(prefix=f"building-{prefix}", dir=folder))
    try:
        return _build(working, folder, prefix, reader, now)
    except OSError as error:
        shutil.rmtree(working, ignore_errors=True)  # what a full disk took in part helps nobody
        _log.error("a snapshot could not be written: %s", error)
        raise


def _build(working: Path, folder: Path, prefix: str, reader: Reader, now: datetime) -> Artefact:
    packed = (part for puts in _files(reader) for part in _packed(puts))
    frames = [_write(working / str(index), body, rows) for index, (body, rows) in enumerate(packed)]
    end = reader.end(checks(reader))
    content = hashlib.sha256(msgspec.msgpack.encode([prefix, end.cursor, frames])).hexdigest()[:32]
    snapshot = Snapshot(f"{prefix}{content}", end.cursor or "", None, frames, end.checks)
    artefact = Artefact(snapshot, now.isoformat(), sum(frame.rows for frame in frames))
    (working / MANIFEST).write_bytes(msgspec.msgpack.encode(artefact))
    failpoints.reached("snapshot.before_rename")
    _publish(working, folder / snapshot.name)
    failpoints.reached("snapshot.after_rename")
    return artefact


def _publish(working: Path, final: Path) -> None:
    """Puts the new snapshot in its place; one equal to it only becomes as young."""
    if final.exists():
        (working / MANIFEST).replace(final / MANIFEST)
        shutil.rmtree(working)
    else:
        working.rename(final)


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


def _packed(puts: list[Put]) -> Iterator[tuple[bytes, int]]:
    """These rows as bodies, one if they fit into it, each with how many rows it holds."""
    rows = sum(len(put.rows) for put in puts)
    try:
        yield pack(puts), rows
    except AnswerTooBig:
        if rows < 2:
            raise
        for half in _halves(puts):
            yield from _packed(half)


def _halves(puts: list[Put]) -> tuple[list[Put], list[Put]]:
    if len(puts) > 1:
        return puts[: len(puts) // 2], puts[len(puts) // 2 :]
    (put,) = puts
    middle = len(put.rows) // 2
    return [Put(put.table, put.columns, put.rows[:middle])], [Put(put.table, put.columns, put.rows[middle:])]


def _write(path: Path, body: bytes, rows: int) -> SnapshotFrame:
    failpoints.reached("snapshot.frame")
    path.write_bytes(body)
    return SnapshotFrame(len(body), hashlib.sha256(body).hexdigest(), rows)
