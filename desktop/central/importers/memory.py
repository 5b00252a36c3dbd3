"""What central remembers: each file that went in, each ERP line as last taken, how far tonight has come."""

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


class ImportStage(CentralEntity):
    """How far a staged file has come in, written in the same transactions as its rows.

    `scope` and `together` are those of the last unit. An `is_done` stage only has to be thrown away.
    """

    __tablename__ = "import_stage"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    scope: Mapped[str] = mapped_column(String(16))
    together: Mapped[str] = mapped_column(String(40))
    is_done: Mapped[bool]
    rows: Mapped[int]
    new: Mapped[int]
    changed: Mapped[int]
    unchanged: Mapped[int]
    rejected: Mapped[int]
    leases_moved: Mapped[int]
    tenants_moved: Mapped[int]


def prepare(database: Database) -> None:
    """Makes these tables where they are missing."""
    wanted = [CentralEntity.metadata.tables[name] for name in ("import_run", "erp_row", "import_stage")]
    CentralEntity.metadata.create_all(database.engine, tables=wanted)


def same_as_before(session: Session, file: str, surveyed: Survey) -> int | None:
    """The lines of `file` if the last run took just this content with nothing to say about it, else None."""
    last = session.scalars(
        select(ImportRun).where(ImportRun.file == file).order_by(ImportRun.id.desc()).limit(1)
    ).first()
    if last is None or (last.sha256, last.reader) != (surveyed.sha256, READER_VERSION):
        return None
    return None if last.rejected or last.doubts else last.read


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
