"""The SQLite database of central in a backup: copied page by page out of one picture, proven, put back."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy.orm import Session

from desktop.central.backups.copying import copy_file
from desktop.central.backups.manifest import BackupStep, Report
from desktop.disk import sync_file
from desktop.errors import Refused

FILE = "central.db"
_PAGES_AT_ONCE = 4_096


def copy_out(session: Session, target: Path, report: Report) -> None:
    """Copies what `session` sees, while others write."""
    source = session.connection().connection.driver_connection
    if not isinstance(source, sqlite3.Connection):
        raise TypeError("central's database is plain SQLite")

    def step(_status: int, left: int, total: int) -> None:
        report(BackupStep("database", total - left, total))

    with closing(sqlite3.connect(target)) as copy:
        source.backup(copy, pages=_PAGES_AT_ONCE, progress=step)
        copy.execute("PRAGMA journal_mode = DELETE")
    target.chmod(0o600)
    sync_file(target)


def put_back(source: Path, folder: Path) -> Path:
    """Copies the database of a backup into `folder`, and returns the file."""
    copy_file(source, folder / FILE)
    return folder / FILE


def check_whole(database: Path) -> None:
    """Raises Refused("backup_damaged") unless every page and index of the file is in order."""
    try:
        with closing(sqlite3.connect(database)) as connection:
            (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        verdict = str(error)
    if verdict != "ok":
        raise Refused("backup_damaged", file=database.name, reason=verdict)
