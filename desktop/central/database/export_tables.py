"""Tables of the export to the landlord's accountant: its files, and which of them each payment is in."""

from datetime import datetime

from sqlalchemy import Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.central.database.tables import CentralEntity


class ExportRun(CentralEntity):
    """One file, chosen before it was written: what is in it never changes. `content`: its bytes.

    `written_at` is None until it is safe in its folder; whoever exports next writes it first.
    """

    __tablename__ = "export_run"
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    made_at: Mapped[datetime]
    written_at: Mapped[datetime | None]
    lines: Mapped[int]
    total_cents: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary)


class ExportedPayment(CentralEntity):
    """That a payment is in a file: once, ever."""

    __tablename__ = "exported_payment"
    payment_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    number: Mapped[int]
