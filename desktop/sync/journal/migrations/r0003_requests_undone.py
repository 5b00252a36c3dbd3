"""What requests to central were about, so that staff can be told of those that a restore undid."""

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    op.create_table(
        "request_way",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("about", sa.String, nullable=False),
        sa.Column("occurred_at", sa.BigInteger, nullable=False),
        sa.Column("refused", sa.String),
        sa.Column("seen", sa.Boolean, nullable=False),
    )
