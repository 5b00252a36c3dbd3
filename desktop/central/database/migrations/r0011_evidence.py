"""What proves that a card paid, when rows were last put back, and from which sum on two decide."""

import sqlalchemy as sa
from alembic import op

from desktop.central.database.migrations.columns import BIG, TEXT, columns, key, table
from desktop.central.database.migrations.parameters import add_parameter


def upgrade() -> None:
    op.add_column("card_charge", sa.Column("contract", TEXT, nullable=False, server_default=""))
    op.create_index("ix_card_charge_authorisation", "card_charge", ["authorisation"])
    table("scope_restore", key("scope", sa.String(16)), *columns(BIG, "at"))
    add_parameter(
        "decided_by_two_above_cents", "2020-01-01", 150_000, "Choix du bailleur : au-delà, deux personnes"
    )
