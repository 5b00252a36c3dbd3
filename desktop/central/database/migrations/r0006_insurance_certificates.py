"""Certificates of the home's insurance that staff saw."""

import sqlalchemy as sa
from alembic import op

from desktop.central.database.migrations.columns import BIG, DAY, TEXT, columns, key, travelling


def upgrade() -> None:
    travelling(
        "insurance_certificate",
        key("id", sa.String(36)),
        *columns(TEXT, "lease_id", "insurer", "policy"),
        *columns(DAY, "valid_from", "valid_to"),
        *columns(BIG, "seen_at"),
        *columns(TEXT, "seen_by", "device_id"),
    )
    op.create_index("ix_insurance_certificate_lease", "insurance_certificate", ["lease_id", "valid_to"])
