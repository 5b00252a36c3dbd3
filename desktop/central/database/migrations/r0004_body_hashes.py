"""The hash of a command's body, which its link in the chain covers from version 2 on."""

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    op.add_column("command", sa.Column("body_hash", sa.LargeBinary, nullable=True))
