"""Leases of whose ledger a line could not be read."""

import sqlalchemy as sa

from desktop.central.database.migrations.columns import DAY, columns, key, travelling


def upgrade() -> None:
    travelling("unread_ledger", key("id", sa.String(16)), *columns(DAY, "since"))
