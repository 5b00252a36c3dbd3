"""What a restored central needs, what its workers share, and how far a night's import has come."""

import sqlalchemy as sa
from alembic import op

from desktop.central.database.migrations.columns import BIG, BYTES, TEXT, YES, columns, key, optional, table


def upgrade() -> None:
    _quarantine()
    _restores()
    _workers()
    _import_stage()


def _quarantine() -> None:
    table(
        "quarantine",
        key("key", sa.LargeBinary(16)),
        *columns(sa.String(36), "device_id", "incarnation"),
        *columns(BIG, "seq"),
        *columns(BYTES, "envelope"),
        *columns(BIG, "received_at"),
        *columns(TEXT, "state", "decided_by", "reason"),
        *optional(BIG, "decided_at"),
    )


def _restores() -> None:
    table("version_mark", key("scope", sa.String(16)), key("at", BIG), *columns(BIG, "ver"))
    table(
        "readmission",
        key("device_id", sa.String(36)),
        *columns(TEXT, "receipt"),
        *columns(BIG, "asked_at"),
    )


def _workers() -> None:
    table("spent_assertion", key("id", sa.String(80)), *columns(BIG, "at"))
    op.create_index("ix_spent_assertion_at", "spent_assertion", ["at"])


def _import_stage() -> None:
    table(
        "import_stage",
        key("id", sa.String(36)),
        *columns(sa.String(16), "scope"),
        *columns(sa.String(40), "together"),
        *columns(YES, "is_done"),
        *columns(BIG, "rows", "new", "changed", "unchanged", "rejected", "leases_moved", "tenants_moved"),
    )
