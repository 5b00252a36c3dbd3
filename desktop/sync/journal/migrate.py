"""Brings an older journal up to this program's revision, forward only, with a copy of it kept first."""

import logging
import os
import shutil
from pathlib import Path

from desktop.errors import Refused, StoreFull
from desktop.models.database import Database
from desktop.sync.journal.migrations import REVISIONS
from desktop.sync.journal.tables import APPEND_ONLY, JournalEntity

_log = logging.getLogger(__name__)


def bring_up_to_date(database: Database, path: Path) -> bool:
    """Makes the tables of a new journal, or changes those of an older one; nothing is left half changed.

    Returns whether there was anything to do. Raises Refused("journal_newer") for the journal of a newer
    program, StoreFull when there is no room for a copy of the file or for the change.
    """
    with database.read() as session:
        found = REVISIONS.found(session.connection())
    if found == REVISIONS.newest:
        return False
    if found is not None:
        if found not in REVISIONS.numbers:
            raise Refused("journal_newer", folder=str(path.parent), found=found, known=REVISIONS.newest)
        _log.warning("the journal is brought from revision %s to %s", found, REVISIONS.newest)
        _copy(database, path, copy_of(path, found))
    with database.write() as session:
        REVISIONS.bring(session.connection(), found, JournalEntity.metadata.create_all)
        for trigger in APPEND_ONLY:
            session.connection().exec_driver_sql(trigger)
    return True


def copy_of(path: Path, revision: str) -> Path:
    """Where the file is kept as it was before the change from `revision`."""
    return path.with_name(f"{path.name}.before-{revision}")


def let_copies_go(path: Path) -> None:
    """The changed journal proved whole at a later start: what it was before is not needed any more."""
    for copy in copies(path):
        copy.unlink()


def copies(path: Path) -> list[Path]:
    """What is kept of this journal from before a change."""
    return sorted(path.parent.glob(f"{path.name}.before-*"))


def _copy(database: Database, path: Path, target: Path) -> None:
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    fresh = target.with_name(f"{target.name}.new")
    try:
        shutil.copyfile(path, fresh)
        fresh.chmod(0o600)
        with fresh.open("rb+") as written:
            os.fsync(written.fileno())
        fresh.replace(target)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise StoreFull(store=path.name) from error
