"""Which lines of the landlord's accounts are payments of ours; how long one may take to come back."""

import sqlalchemy as sa
from alembic import op

from desktop.central.database.migrations.columns import BIG, TEXT, YES, columns, key, travelling
from desktop.central.database.migrations.parameters import add_parameter


def upgrade() -> None:
    travelling(
        "payment_match",
        key("id", sa.String(36)),
        *columns(sa.String(36), "payment_id"),
        *columns(sa.String(40), "line_id"),
        *columns(TEXT, "lease_id"),
        *columns(BIG, "amount_cents"),
        *columns(sa.String(16), "how"),
        sa.Column("doubtful", YES, nullable=False, server_default=sa.false()),
    )
    op.create_index("ix_payment_match_payment", "payment_match", ["payment_id"])
    op.create_index("ix_payment_match_lease", "payment_match", ["lease_id"])
    add_parameter(
        "match_working_days",
        "2020-01-01",
        10,
        "Choix du bailleur : jours ouvrés entre l'encaissement et son écriture en comptabilité",
    )
