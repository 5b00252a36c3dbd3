"""Hands payments to the landlord's accountant: each once, in numbered files that can be written again.

What goes into a file is chosen and kept in one transaction, before anything is written; then the file, its
manifest, and that it is written. Cut off anywhere, the next export first writes the same bytes again.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desktop import failpoints
from desktop.central.database.export_tables import ExportedPayment, ExportRun
from desktop.central.database.turns import locked
from desktop.central.exporters.payment_file import payment_file
from desktop.central.exporters.waiting import waiting_lines
from desktop.central.store import Store
from desktop.disk import sync_file, sync_folder
from desktop.errors import Refused

_LOCK: Final = "exporting.lock"


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written, as its manifest says it; cents of all its lines together."""

    number: int
    file: str
    lines: int
    total_cents: int
    sha256: str


def export(store: Store, folder: Path, now: datetime) -> list[Exported]:
    """Writes what waits into `folder`, after what an export that was cut off had chosen.

    Raises Refused: export_running, export_folder_missing, export_not_written, export_file_there (of another
    central, or of a time before this one was restored).
    """
    if not folder.is_dir():
        raise Refused("export_folder_missing", folder=str(folder))
    with _the_only_export(store):
        done = [_write(store, number, folder, now) for number in _unwritten(store)]
        number = _choose(store, now)
        return done if number is None else [*done, _write(store, number, folder, now)]


def export_again(store: Store, number: int, folder: Path, now: datetime) -> Exported:
    """Writes a file once more, byte for byte. Raises also Refused("export_unknown")."""
    if not folder.is_dir():
        raise Refused("export_folder_missing", folder=str(folder))
    with _the_only_export(store):
        return _write(store, number, folder, now)


@contextmanager
def _the_only_export(store: Store) -> Iterator[None]:
    with locked(store.folder / _LOCK, seconds=0) as mine:
        if not mine:
            raise Refused("export_running")
        yield


def _unwritten(store: Store) -> list[int]:
    query = select(ExportRun.number).where(ExportRun.written_at.is_(None)).order_by(ExportRun.number)
    with store.database.read() as session:
        return list(session.scalars(query))


def _choose(store: Store, now: datetime) -> int | None:
    """Keeps what goes into the next file, all or nothing; None when nothing waits."""
    try:
        with store.database.write() as session:
            number = _keep(session, now)
    except IntegrityError as error:
        raise Refused("export_running") from error
    failpoints.reached("export.chosen")
    return number


def _keep(session: Session, now: datetime) -> int | None:
    lines = waiting_lines(session)
    if not lines:
        return None
    number = (session.scalar(select(func.max(ExportRun.number))) or 0) + 1
    total = sum(line.cents for line in lines)
    content = payment_file(lines)
    run = ExportRun(number=number, made_at=now, written_at=None, lines=len(lines), total_cents=total)
    run.content = content
    session.add(run)
    session.add_all(ExportedPayment(payment_id=line.payment_id, number=number) for line in lines)
    session.flush()
    return number


def _write(store: Store, number: int, folder: Path, now: datetime) -> Exported:
    with store.database.read() as session:
        run = session.get(ExportRun, number)
        if run is None:
            raise Refused("export_unknown", number=number)
        name = f"encaissements-{number:06d}.csv"
        sha256 = hashlib.sha256(run.content).hexdigest()
        content, done = run.content, Exported(number, name, run.lines, run.total_cents, sha256)
    _place(folder / name, content)
    failpoints.reached("export.file_written")
    manifest = msgspec.json.format(msgspec.json.encode(done))
    _place((folder / name).with_suffix(".json"), manifest)
    failpoints.reached("export.manifest_written")
    with store.database.write() as session:
        written = session.get_one(ExportRun, number)
        written.written_at = written.written_at or now
    return done


def _place(path: Path, content: bytes) -> None:
    """The whole file under its name, or none. One of that name with other bytes is somebody else's."""
    building = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if path.exists():
            if path.read_bytes() != content:
                raise Refused("export_file_there", file=str(path))
            return
        building.write_bytes(content)
        sync_file(building)
        building.rename(path)
        sync_folder(path.parent)
    except OSError as error:
        raise Refused("export_not_written", folder=str(path.parent), reason=str(error)) from error
    finally:
        building.unlink(missing_ok=True)
