"""Warnings that a person must settle, and the payments that are unproven until then."""

import sqlalchemy as sa
from alembic import op

from desktop.central.database.migrations.columns import BIG, TEXT, YES, columns, key, optional, travelling


def upgrade() -> None:
    op.add_column("payment", sa.Column("unproven", YES, nullable=False, server_default=sa.false()))
    travelling(
        "warning",
        key("id", sa.String(36)),
        *columns(TEXT, "code", "kind", "actor"),
        *columns(sa.String(36), "device_id"),
        *columns(TEXT, "about_lease", "means"),
        *optional(TEXT, "payment_id"),
        *optional(BIG, "amount_cents", "settled_at"),
        *columns(BIG, "done_at", "raised_at"),
        *columns(TEXT, "state", "settled_by", "word"),
    )
    op.create_index("ix_warning_state", "warning", ["state", "raised_at"])
    op.create_index("ix_warning_payment", "warning", ["payment_id"])
