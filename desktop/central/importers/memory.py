"""What central remembers of earlier nights: each file that went in, and each ERP line as last taken."""

from datetime import datetime
from typing import Final

from sqlalchemy import Integer, LargeBinary, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop.central.importers.encoding import Survey
from desktop.central.importers.report import FileReport
from desktop.central.tables import CentralEntity
from desktop.models.database import Database

READER_VERSION: Final = 1
"""Raised whenever the same ERP line would be stored differently: every line is then compared afresh."""


class ImportRun(CentralEntity):
    """A file that was imported, written in the same transaction as its rows. `doubts` counts its warnings."""

    __tablename__ = "import_run"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    file: Mapped[str] = mapped_column(String(40), index=True)
    sha256: Mapped[str] = mapped_column(String(64))
    reader: Mapped[int]
    imported_at: Mapped[datetime]
    read: Mapped[int]
    new: Mapped[int]
    changed: Mapped[int]
    unchanged: Mapped[int]
    rejected: Mapped[int]
    doubts: Mapped[int]


class ErpRow(CentralEntity):
    """A keyed digest of an ERP line as it was last taken.

    A line that the ERP did not change is left alone, so that no night undoes what was changed here since.
    """

    __tablename__ = "erp_row"
    tbl: Mapped[str] = mapped_column(String(40), primary_key=True)
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary)


def prepare(database: Database) -> None:
    """Makes these tables where they are missing."""
    wanted = [CentralEntity.metadata.tables[name] for name in ("import_run", "erp_row")]
    CentralEntity.metadata.create_all(database.engine, tables=wanted)


def same_as_before(session: Session, file: str, surveyed: Survey) -> int | None:
    """The lines of `file` if the last run took just this content with nothing to say about it, else None."""
    last = session.scalars(
        select(ImportRun).where(ImportRun.file == file).order_by(ImportRun.id.desc()).limit(1)
    ).first()
    if last is None or (last.sha256, last.reader) != (surveyed.sha256, READER_VERSION):
        return None
    return None if last.rejected or last.doubts else last.read


def keep_run(session: Session, report: FileReport, surveyed: Survey, doubts: int, now: datetime) -> None:
    """Notes that `report.name` went in."""
    session.add(
        ImportRun(
            file=report.name,
            sha256=surveyed.sha256,
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
