"""Which papers came out of a printer, so that the next one says that it is a duplicate."""

import sqlalchemy as sa
from alembic import op

from desktop.central.database.migrations.columns import BIG, TEXT, YES, columns, key, travelling


def upgrade() -> None:
    travelling(
        "printed_paper",
        key("id", sa.String(36)),
        *columns(TEXT, "lease_id", "paper", "subject_id", "number"),
        *columns(YES, "duplicate", "certain"),
        *columns(BIG, "printed_at"),
        *columns(TEXT, "device_id", "actor"),
    )
    op.create_index("ix_printed_paper_lease", "printed_paper", ["lease_id", "paper", "subject_id"])
