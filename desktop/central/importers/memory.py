"""What central remembers: each file that went in, each ERP line as last taken, how far tonight has come."""

from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.central.database.import_tables import ImportRun
from desktop.central.database.tables import CentralEntity
from desktop.central.importers.encoding import Survey
from desktop.central.importers.report import FileReport
from desktop.models.database import Database

READER_VERSION: Final = 1
"""Raised whenever the same ERP line would be stored differently: every line is then compared afresh."""


def prepare(database: Database) -> None:
    """Makes these tables where they are missing."""
    wanted = [CentralEntity.metadata.tables[name] for name in ("import_run", "erp_row", "import_stage")]
    CentralEntity.metadata.create_all(database.engine, tables=wanted)


def same_as_before(session: Session, file: str, surveyed: Survey) -> int | None:
    """The lines of `file` if the last run took just this content with nothing to say about it, else None."""
    last = _last(session, file)
    if last is None or (last.sha256, last.reader) != (surveyed.sha256, READER_VERSION):
        return None
    return None if last.rejected or last.doubts else last.read


def last_content(session: Session, file: str) -> str:
    """The sha256 of `file` when it was taken last; empty before the first time."""
    last = _last(session, file)
    return last.sha256 if last is not None else ""


def _last(session: Session, file: str) -> ImportRun | None:
    newest = select(ImportRun).where(ImportRun.file == file).order_by(ImportRun.id.desc())
    return session.scalars(newest.limit(1)).first()


def keep_run(session: Session, report: FileReport, sha256: str, doubts: int, now: datetime) -> None:
    """Notes that `report.name` went in."""
    session.add(
        ImportRun(
            file=report.name,
            sha256=sha256,
            reader=READER_VERSION,
            imported_at=now,
            read=report.read,
            new=report.new,
            changed=report.changed,
            unchanged=report.unchanged,
            rejected=report.rejected,
            doubts=doubts,
        )
    )
