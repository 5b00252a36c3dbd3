"""Of which night the landlord's accounts are."""

import sqlalchemy as sa

from desktop.central.database.migrations.columns import BIG, columns, key, travelling


def upgrade() -> None:
    travelling("ledger_night", key("id", sa.String(16)), *columns(BIG, "taken_at"))
