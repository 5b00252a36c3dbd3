"""A tenant's own access to the kiosk and the extranet (not the rent ledger)."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.entity import Entity, Synced


class TenantAccount(Synced, Entity):
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
