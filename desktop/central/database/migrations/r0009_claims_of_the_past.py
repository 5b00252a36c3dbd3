"""What was so before: former posts of staff, when a row left, and for how long a claim of it is heard.

Staff who are there are taken to have always been what they are; rows that left, to have done so now.
"""

import sqlalchemy as sa
from alembic import op

from desktop.central.database.migrations.columns import BIG, TEXT, columns, key, optional, travelling
from desktop.central.database.migrations.parameters import add_parameter

_NOW_MS = {
    "sqlite": "CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER)",
    "postgresql": "(extract(epoch FROM now()) * 1000)::bigint",
}


def upgrade() -> None:
    op.add_column("staff", sa.Column("since", BIG, nullable=True))
    travelling(
        "former_post",
        key("id", sa.String(36)),
        *columns(sa.String(40), "login"),
        *columns(TEXT, "role", "agency_id"),
        *optional(BIG, "since"),
        *columns(BIG, "until"),
    )
    op.create_index("ix_former_post_login", "former_post", ["login"])
    op.add_column("tombstone", sa.Column("at", BIG, nullable=False, server_default="0"))
    op.execute(f"UPDATE tombstone SET at = {_NOW_MS[op.get_bind().dialect.name]}")  # noqa: S608 - our own words
    add_parameter("late_claim_days", "2020-01-01", 7, "Choix du bailleur : une semaine de coupure")
