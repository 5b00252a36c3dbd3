"""The first release: what central keeps for itself."""

import sqlalchemy as sa
from alembic import op

from desktop.central.database.migrations.columns import BIG, BYTES, TEXT, columns, key, optional, table


def upgrade() -> None:
    for make in (
        _blob,
        _command,
        _device_chain,
        _enrolment,
        _erp_row,
        _failure,
        _import_run,
        _open_unit,
        _scope,
        _tombstone,
    ):
        make()


def _blob() -> None:
    table(
        "blob",
        key("sha256", sa.String(64)),
        key("scope", sa.String(16)),
        *columns(BIG, "size"),
        *columns(TEXT, "media_type"),
        *columns(BIG, "stored_at"),
    )


def _command() -> None:
    table(
        "command",
        key("key", sa.LargeBinary(16)),
        *columns(sa.String(36), "device_id", "incarnation"),
        *columns(BIG, "seq"),
        *columns(TEXT, "agency_id", "kind"),
        *columns(sa.Integer(), "version"),
        *optional(BYTES, "body"),
        *columns(BYTES, "hash"),
        *columns(TEXT, "actor"),
        *columns(BIG, "occurred_at", "received_at", "receipt_no"),
        *columns(sa.Integer(), "status"),
        *optional(TEXT, "code"),
        *columns(BYTES, "result"),
        *columns(BIG, "ver"),
        sa.UniqueConstraint("device_id", "incarnation", "seq"),
    )
    op.create_index("ix_command_kind", "command", ["kind", "occurred_at"])


def _device_chain() -> None:
    table(
        "device_chain",
        key("device_id", sa.String(36)),
        key("incarnation", sa.String(36)),
        *columns(BIG, "first_seq", "last_seq"),
        *columns(BYTES, "last_hash"),
        *columns(BIG, "receipts", "last_seen_at"),
    )


def _enrolment() -> None:
    table(
        "enrolment",
        key("digest", sa.String(120)),
        *columns(TEXT, "kind", "agency_id", "name"),
        *columns(BIG, "expires_at"),
        *optional(TEXT, "device_id"),
    )


def _erp_row() -> None:
    table(
        "erp_row",
        key("tbl", sa.String(40)),
        key("id", sa.String(40)),
        *columns(BYTES, "digest"),
    )


def _failure() -> None:
    table(
        "failure",
        key("key", sa.LargeBinary(16)),
        *columns(BIG, "attempts", "first_at"),
        *columns(TEXT, "reason"),
    )


def _import_run() -> None:
    table(
        "import_run",
        key("id", sa.Integer()),
        *columns(sa.String(40), "file"),
        *columns(sa.String(64), "sha256"),
        *columns(BIG, "reader", "imported_at", "read", "new", "changed", "unchanged", "rejected", "doubts"),
    )
    op.create_index("ix_import_run_file", "import_run", ["file"])


def _open_unit() -> None:
    table(
        "open_unit",
        key("scope", sa.String(16)),
        *columns(BIG, "ver"),
    )


def _scope() -> None:
    table(
        "scope",
        key("id", sa.String(16)),
        *columns(TEXT, "epoch"),
        *columns(BIG, "ver", "min_ver", "durable_ver"),
    )


def _tombstone() -> None:
    table(
        "tombstone",
        key("scope", sa.String(16)),
        key("tbl", sa.String(40)),
        key("id", sa.String(80)),
        *columns(BIG, "ver"),
    )
    op.create_index("ix_tombstone_scope_ver", "tombstone", ["scope", "ver"])
