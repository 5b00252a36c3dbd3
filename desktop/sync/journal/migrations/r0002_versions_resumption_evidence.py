"""Versions of outcomes, resumable uploads, what a restore of central may take, commands kept as evidence."""

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    op.add_column("outcome", sa.Column("ver", sa.BigInteger, nullable=False, server_default="0"))
    op.create_index("ix_upload_sent", "upload", ["sent"])
    op.create_table(
        "upload_way",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("mismatches", sa.BigInteger, nullable=False),
        sa.Column("refused", sa.String),
        sa.Column("seen", sa.Boolean, nullable=False),
    )
    op.create_table(
        "kept",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("sealed", sa.LargeBinary),
        sa.Column("ver", sa.BigInteger),
        sa.Column("handed", sa.Boolean, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "aside",
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("envelope", sa.LargeBinary, nullable=False),
        sa.Column("at_central", sa.Boolean, nullable=False),
    )
