"""The first release: the landlord, the estate and its people."""

import sqlalchemy as sa
from alembic import op

from desktop.central.database.migrations.columns import (
    BIG,
    BYTES,
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
        _agency,
        _landlord,
        _parameter,
        _staff,
        _device,
        _dwelling,
        _tenant,
        _lease,
        _tenant_account,
        _activation_code,
        _attempt,
        _audit_entry,
    ):
        make()


def _agency() -> None:
    travelling(
        "agency",
        key("id", sa.String(16)),
        *columns(
            TEXT,
            "name",
            "address",
            "postal_code",
            "city",
            "phone",
            "email",
            "opening_hours",
            "creditor_identifier",
        ),
    )


def _landlord() -> None:
    travelling(
        "landlord",
        key("id", sa.String(16)),
        *columns(
            TEXT, "name", "legal_form", "address", "postal_code", "city", "siren", "phone", "website", "email"
        ),
    )


def _parameter() -> None:
    travelling(
        "parameter",
        key("id", sa.String(80)),
        *columns(TEXT, "key"),
        *columns(DAY, "valid_from"),
        *columns(BIG, "value"),
        *columns(TEXT, "source"),
    )


def _staff() -> None:
    travelling(
        "staff",
        key("id", sa.String(40)),
        *columns(TEXT, "name", "role", "agency_id", "password_hash", "totp_secret"),
        *columns(BIG, "totp_step"),
        *columns(YES, "active"),
        *optional(BIG, "last_sign_in_at"),
    )


def _device() -> None:
    travelling(
        "device",
        key("id", sa.String(36)),
        *columns(sa.String(16), "code"),
        *columns(TEXT, "kind", "agency_id", "name"),
        *columns(BYTES, "public_key"),
        *columns(BIG, "enrolled_at"),
        *columns(YES, "revoked"),
    )


def _dwelling() -> None:
    travelling(
        "dwelling",
        key("id", sa.String(24)),
        *columns(
            TEXT,
            "street_number",
            "street_type",
            "street_name",
            "building",
            "staircase",
            "floor",
            "door",
            "postal_code",
            "city",
            "city_code",
            "kind",
        ),
        *columns(BIG, "rooms", "surface"),
        *optional(BIG, "built_in"),
        *columns(TEXT, "financing"),
        *columns(YES, "regulated"),
        *columns(TEXT, "energy_class", "emission_class"),
        *columns(YES, "priority_district"),
        *columns(TEXT, "agency_id", "residence"),
    )


def _tenant() -> None:
    travelling(
        "tenant",
        key("id", sa.String(16)),
        *columns(TEXT, "civility", "last_name", "first_name", "usage_name"),
        *columns(DAY, "birth_date"),
        *columns(TEXT, "mobile_phone", "home_phone", "email", "language"),
    )


def _lease() -> None:
    travelling(
        "lease",
        key("id", sa.String(16)),
        *columns(TEXT, "dwelling_id", "holder_id"),
        *optional(TEXT, "co_holder_id"),
        *columns(DAY, "starts_on"),
        *optional(DAY, "ends_on"),
        *columns(TEXT, "kind"),
        *columns(
            BIG,
            "deposit_cents",
            "rent_cents",
            "charges_cents",
            "housing_benefit_cents",
            "solidarity_reduction_cents",
            "solidarity_supplement_cents",
        ),
        *columns(TEXT, "payment_means"),
        *optional(BIG, "debit_day"),
        *optional(TEXT, "iban", "bic", "mandate_reference"),
        *optional(DAY, "mandate_signed_on"),
        *columns(TEXT, "insurer", "insurance_policy"),
        *optional(DAY, "insured_until"),
    )
    op.create_index("ix_lease_co_holder", "lease", ["co_holder_id"])
    op.create_index("ix_lease_dwelling", "lease", ["dwelling_id"])
    op.create_index("ix_lease_holder", "lease", ["holder_id"])


def _tenant_account() -> None:
    travelling(
        "tenant_account",
        key("id", sa.String(16)),
        *columns(TEXT, "tenant_id"),
        *optional(TEXT, "password_hash"),
        *columns(TEXT, "email", "language"),
        *columns(BIG, "activated_at"),
        *optional(BIG, "last_sign_in_at"),
    )
    op.create_index("ix_tenant_account_tenant", "tenant_account", ["tenant_id"])


def _activation_code() -> None:
    travelling(
        "activation_code",
        key("id", sa.String(16)),
        *optional(TEXT, "digest"),
        *columns(DAY, "issued_on", "expires_on"),
        *optional(BIG, "used_at"),
        *columns(TEXT, "issued_by"),
    )


def _attempt() -> None:
    travelling(
        "attempt",
        key("id", sa.String(60)),
        *columns(BIG, "failures"),
        *optional(BIG, "last_failure_at", "blocked_until"),
        *columns(YES, "locked"),
        *columns(TEXT, "unlock_reason"),
    )


def _audit_entry() -> None:
    travelling(
        "audit_entry",
        key("id", sa.String(36)),
        *columns(TEXT, "actor", "action", "subject", "reason"),
        *columns(BIG, "at"),
        *columns(TEXT, "device_id"),
    )
    op.create_index("ix_audit_entry_subject", "audit_entry", ["subject", "at"])
