"""The files written for the landlord's accountant, and from which day on payments go out in them."""

import sqlalchemy as sa

from desktop.central.database.migrations.columns import BIG, BYTES, columns, key, optional, table
from desktop.central.database.migrations.parameters import add_parameter


def upgrade() -> None:
    table(
        "export_run",
        key("number", sa.Integer()),
        *columns(BIG, "made_at", "lines", "total_cents"),
        *optional(BIG, "written_at"),
        *columns(BYTES, "content"),
    )
    table("exported_payment", key("payment_id", sa.String(36)), *columns(BIG, "number"))
    add_parameter(
        "payments_exported",
        "2020-01-01",
        0,
        "Choix du bailleur : 1 à partir du jour où les encaissements partent par export",
    )
