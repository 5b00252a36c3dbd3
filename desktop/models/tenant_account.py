"""A tenant's own access to the kiosk and the extranet (not the rent ledger)."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.belonging import EVERY_ROW, LEASE_BY_ID, Personal, Urgency, counters, kiosks
from desktop.models.entity import Entity, Synced
from desktop.rules.parameters import TENANT_ACCOUNT_RETENTION_MONTHS


class TenantAccount(
    Synced,
    Entity,
    owner=LEASE_BY_ID,
    personal=Personal.TENANT,
    kept=TENANT_ACCOUNT_RETENTION_MONTHS,
    held_by=(counters(hidden=("password_hash",)), kiosks(rows=EVERY_ROW)),
    urgency=Urgency.FIRST,
):
    """`id` is the lease number, which is also what the tenant signs in with.

    `password_hash` travels to kiosks only. `email` is empty for people who have none.
    """

    __tablename__ = "tenant_account"
    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    tenant_id: Mapped[str]
    password_hash: Mapped[str | None]
    email: Mapped[str]
    language: Mapped[str]
    activated_at: Mapped[datetime]
    last_sign_in_at: Mapped[datetime | None]

    @classmethod
    def extra_indexes(cls) -> tuple[Index, ...]:
        return (Index("ix_tenant_account_tenant", "tenant_id"),)
