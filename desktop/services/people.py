"""How tenants are named and leases found, for every service that shows or touches one."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desktop.errors import Refused
from desktop.models.among import Among
from desktop.models.lease import Lease
from desktop.models.tenant import Tenant
from desktop.services.command import Context

_LEASE = Lease.__table__.c
_SCOPES = select(_LEASE.id, _LEASE.scope).where(Among(_LEASE.id, bindparam("leases")))


def lease_known(session: Session, lease_id: str) -> Lease:
    """The lease. Raises Refused("lease_unknown")."""
    lease = session.get(Lease, lease_id)
    if lease is None:
        raise Refused("lease_unknown", lease_id=lease_id)
    return lease


def scope_of(session: Session, lease_id: str, context: Context) -> tuple[str, str | None]:
    """Where rows about this lease belong, and what staff should know when that is not plain.

    On first run an unknown lease is refused; later it may have ended, or moved to another agency.
    """
    return scope_in(scopes_of(session, [lease_id]), lease_id, context)


def scopes_of(session: Session, lease_ids: Collection[str]) -> dict[str, str]:
    """Where each of these leases is; an unknown one is left out."""
    session.flush()
    found = session.connection().execute(_SCOPES, {"leases": list(lease_ids)})
    return {lease_id: scope for lease_id, scope in found}


def scope_in(scopes: Mapping[str, str], lease_id: str, context: Context) -> tuple[str, str | None]:
    """As scope_of, once the scopes are known."""
    scope = scopes.get(lease_id)
    if scope is None:
        return context.agency_id, context.objection("lease_unknown", lease_id=lease_id)
    if scope != context.agency_id:
        return scope, context.objection("lease_of_another_agency", lease_id=lease_id)
    return scope, None


def last_name(tenant: Tenant) -> str:
    """The name in use: the one they go by, else the one they were born with."""
    return tenant.usage_name or tenant.last_name


def holder_ids(lease: Lease) -> tuple[str, ...]:
    """The holder first, then the co-holder if there is one."""
    return tuple(each for each in (lease.holder_id, lease.co_holder_id) if each)


def holders_of(session: Session, lease: Lease) -> tuple[Tenant, ...]:
    """The people who hold the lease and are known, the holder first."""
    found = (session.get(Tenant, (each, lease.scope)) for each in holder_ids(lease))
    return tuple(tenant for tenant in found if tenant is not None)


def names_of(session: Session, lease_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each lease its holders as lists show them (`EL AMRANI Diane`), the holder first."""
    leases = session.scalars(select(Lease).where(Lease.id.in_(set(lease_ids)))).all()
    wanted = {each for lease in leases for each in holder_ids(lease)}
    rows = session.scalars(select(Tenant).where(Tenant.id.in_(wanted)))
    tenants = {(row.id, row.scope): listed_name(row) for row in rows}
    return {
        lease.id: tuple(
            tenants[each, lease.scope] for each in holder_ids(lease) if (each, lease.scope) in tenants
        )
        for lease in leases
    }


def listed_name(tenant: Tenant) -> str:
    """Family name first, as in a register."""
    return f"{last_name(tenant)} {tenant.first_name}".strip()
