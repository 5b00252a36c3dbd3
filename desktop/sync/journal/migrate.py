"""Brings an older journal up to this program's revision, forward only, with a copy of it kept first."""

import logging
import os
import shutil
from importlib import import_module
from pathlib import Path

from sqlalchemy import Connection, text

from desktop.errors import Refused, StoreFull
from desktop.models.database import Database
from desktop.sync.journal.migrations import FIRST, HEAD, REVISIONS
from desktop.sync.journal.tables import APPEND_ONLY, JournalEntity

_VERSIONS = "CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
_log = logging.getLogger(__name__)


def bring_up_to_date(database: Database, path: Path) -> bool:
    """Makes the tables of a new journal, or changes those of an older one; nothing is left half changed.

    Returns whether there was anything to do. Raises Refused("journal_newer") for the journal of a newer
    program, StoreFull when there is no room for a copy of the file or for the change.
    """
    with database.read() as session:
        found = _revision(session.connection())
    if found == HEAD:
        return False
    if found is not None:
        if found not in REVISIONS:
            raise Refused("journal_newer", folder=str(path.parent), found=found, known=HEAD)
        _log.warning("the journal is brought from revision %s to %s", found, HEAD)
        _copy(database, path, copy_of(path, found))
    with database.write() as session:
        _change(session.connection(), found)
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


def _revision(connection: Connection) -> str | None:
    """None for a journal without tables; the first release kept no revision."""
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
    if "alembic_version" in tables:
        return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    return FIRST if "command" in tables else None


def _change(connection: Connection, found: str | None) -> None:
    if found is None:
        JournalEntity.metadata.create_all(connection)
    else:
        upgrade(connection, [each for each in REVISIONS if each > found])
    for trigger in APPEND_ONLY:
        connection.exec_driver_sql(trigger)
    connection.exec_driver_sql(_VERSIONS)
    connection.exec_driver_sql("DELETE FROM alembic_version")
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def upgrade(connection: Connection, revisions: list[str]) -> None:
    """Runs these revisions, in order, within the connection's transaction."""
    from alembic.operations import Operations  # noqa: PLC0415 - takes 200 ms that an ordinary start is spared
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415 - as above

    with Operations.context(MigrationContext.configure(connection)):
        for revision in revisions:
            import_module(f"desktop.sync.journal.migrations.{REVISIONS[revision]}").upgrade()


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
