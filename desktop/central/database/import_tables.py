"""Tables of the nightly import: the files taken, the lines as last taken, how far tonight has come."""

from datetime import datetime

from sqlalchemy import Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.central.database.tables import CentralEntity


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
