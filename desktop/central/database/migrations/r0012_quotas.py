"""What each station used of its share of central, and when it was refused more."""

import sqlalchemy as sa

from desktop.central.database.migrations.columns import BIG, columns, key, optional, table


def upgrade() -> None:
    table(
        "quota_use",
        key("device_id", sa.String(36)),
        key("what", sa.String(24)),
        *columns(BIG, "since", "used", "refusals"),
        *optional(BIG, "refused_at"),
    )
