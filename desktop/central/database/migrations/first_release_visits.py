"""The first release: what people do at the stations."""

import sqlalchemy as sa
from alembic import op

from desktop.central.database.migrations.columns import (
    BIG,
    DAY,
    TEXT,
    YES,
    columns,
    key,
    optional,
    travelling,
)


def upgrade() -> None:
    for make in (
        _card_charge,
        _ledger_entry,
        _payment,
        _payment_allocation,
        _receipt,
        _request_event,
        _request_photo,
        _service_request,
    ):
        make()


def _card_charge() -> None:
    travelling(
        "card_charge",
        key("id", sa.String(36)),
        *columns(TEXT, "lease_id"),
        *columns(BIG, "amount_cents"),
        *columns(TEXT, "periods", "state", "detail", "authorisation", "card_last4"),
        *columns(BIG, "started_at"),
        *optional(BIG, "settled_at"),
        *columns(TEXT, "device_id", "actor"),
        *optional(TEXT, "payment_id", "resolved_by"),
        *columns(TEXT, "resolution"),
    )
    op.create_index("ix_card_charge_lease", "card_charge", ["lease_id", "state"])


def _ledger_entry() -> None:
    travelling(
        "ledger_entry",
        key("id", sa.String(40)),
        *columns(TEXT, "lease_id"),
        *columns(DAY, "posted_on"),
        *columns(sa.String(7), "period"),
        *columns(TEXT, "operation", "label"),
        *columns(BIG, "debit_cents", "credit_cents"),
        *optional(TEXT, "payment_id"),
    )
    op.create_index("ix_ledger_entry_lease", "ledger_entry", ["lease_id", "posted_on"])


def _payment() -> None:
    travelling(
        "payment",
        key("id", sa.String(36)),
        *columns(TEXT, "lease_id", "means"),
        *columns(BIG, "amount_cents"),
        *optional(BIG, "tendered_cents"),
        *columns(TEXT, "reference", "card_last4"),
        *columns(BIG, "taken_at"),
        *columns(TEXT, "device_id", "actor"),
        *columns(BIG, "credit_cents"),
    )
    op.create_index("ix_payment_lease", "payment", ["lease_id", "taken_at"])


def _payment_allocation() -> None:
    travelling(
        "payment_allocation",
        key("id", sa.String(36)),
        *columns(TEXT, "payment_id", "lease_id"),
        *columns(sa.String(7), "period"),
        *columns(BIG, "amount_cents"),
        *columns(YES, "stated"),
    )
    op.create_index("ix_payment_allocation_lease", "payment_allocation", ["lease_id"])
    op.create_index("ix_payment_allocation_payment", "payment_allocation", ["payment_id"])


def _receipt() -> None:
    travelling(
        "receipt",
        key("id", sa.String(36)),
        *columns(TEXT, "payment_id", "lease_id", "kind"),
        *columns(sa.String(40), "number"),
        *optional(sa.String(40), "canonical"),
        *columns(BIG, "issued_at", "balance_before_cents", "balance_after_cents"),
    )
    op.create_index("ix_receipt_canonical", "receipt", ["canonical"])
    op.create_index("ix_receipt_lease", "receipt", ["lease_id"])
    op.create_index("ix_receipt_payment", "receipt", ["payment_id"])


def _request_event() -> None:
    travelling(
        "request_event",
        key("id", sa.String(36)),
        *columns(TEXT, "request_id", "lease_id", "kind", "text"),
        *columns(BIG, "at"),
        *columns(TEXT, "actor"),
    )
    op.create_index("ix_request_event_request", "request_event", ["request_id", "at"])


def _request_photo() -> None:
    travelling(
        "request_photo",
        key("id", sa.String(36)),
        *columns(TEXT, "request_id", "lease_id"),
        *columns(sa.String(64), "sha256"),
        *columns(BIG, "size"),
        *columns(TEXT, "media_type"),
        *columns(YES, "arrived"),
    )
    op.create_index("ix_request_photo_request", "request_photo", ["request_id"])
    op.create_index("ix_request_photo_sha256", "request_photo", ["sha256"])


def _service_request() -> None:
    travelling(
        "service_request",
        key("id", sa.String(36)),
        *columns(TEXT, "number", "lease_id", "category", "place", "description", "state"),
        *columns(BIG, "opened_at"),
        *columns(TEXT, "opened_by"),
        *columns(DAY, "promised_on"),
    )
    op.create_index("ix_service_request_lease", "service_request", ["lease_id"])
    op.create_index("ix_service_request_state", "service_request", ["state", "opened_at"])
