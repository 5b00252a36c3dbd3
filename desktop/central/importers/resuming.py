"""Finishes what an import that broke off had already staged, and lets only one import run at a time."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from desktop.central.database.turns import locked
from desktop.central.importers.bringing import Bringing
from desktop.central.importers.contracts import ActivationLetters, Leases
from desktop.central.importers.garbage import seldom_collected
from desktop.central.importers.kinds import FileKind
from desktop.central.importers.ledger import LedgerLines
from desktop.central.importers.outcome import Note
from desktop.central.importers.people import Tenants
from desktop.central.importers.places import Agencies, Dwellings
from desktop.central.importers.progress import ImportProgress, Watcher
from desktop.central.importers.remarks import remarks_for
from desktop.central.importers.report import FindingTally, ImportReport
from desktop.central.importers.stage import STAGED, StagedChanges
from desktop.errors import Refused
from desktop.models.database import Database

_log = logging.getLogger(__name__)
_FOLDER: Final = "import"
_LOCK: Final = "running.lock"


def staging_folder(database: Database, central: Path | None) -> Path:
    """Where changes wait: in central's folder, or beside its SQLite file when that is all there is."""
    if central is None:
        with database.read() as session:
            file = session.connection().exec_driver_sql("PRAGMA database_list").all()[0][2]
        central = Path(file).parent
    return central / _FOLDER


def has_staged(central: Path) -> bool:
    """Whether an import broke off while its changes were going in."""
    return (central / _FOLDER / STAGED).exists()


@contextmanager
def the_only_import(staging: Path) -> Iterator[Path]:
    """Holds the right to import. Raises Refused("import_running") when somebody else does."""
    staging.mkdir(mode=0o700, exist_ok=True)
    with locked(staging / _LOCK, seconds=0) as mine:
        if not mine:
            raise Refused("import_running")
        with seldom_collected():
            yield staging


def finish_staged(database: Database, staging: Path, progress: Watcher) -> ImportReport | None:
    """Brings in what is left of the stage that waits in `staging`, if any."""
    stage = StagedChanges.left(staging)
    if stage is None:
        return None
    try:
        note = msgspec.msgpack.decode(stage.note, type=Note)
    except msgspec.DecodeError:
        _log.exception("a staged import of another version was thrown away: import the same files again")
        stage.discard()
        return None
    kind = _kind(note.report.name)
    rejections, warnings = FindingTally(), FindingTally()
    for finding in note.rejections:
        rejections.add(finding)
    for finding in note.warnings:
        warnings.add(finding)
    total = stage.rows
    bringing = Bringing(database, kind, stage, note, remarks_for(kind, rejections, warnings))
    report = bringing.run(
        lambda rows: progress(ImportProgress(kind.name, note.report.read, rows, total, rows))
    )
    return ImportReport((), tuple(rejections.kept), tuple(warnings.kept), 0, (report,))


def _kind(name: str) -> FileKind:
    """What a staged file is; who only brings it in needs nothing that its reader needed."""
    kinds = (
        Agencies(),
        Dwellings(),
        Tenants(date.max, {}),
        Leases(),
        ActivationLetters(b"", ()),
        LedgerLines(),
    )
    return next(kind for kind in kinds if kind.name == name)
