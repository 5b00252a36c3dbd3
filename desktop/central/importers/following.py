"""Lets everything that hangs on a lease follow it to another agency, and people follow their leases."""

from typing import Final

from desktop.central.agency_write import Work
from desktop.central.store import UNASSIGNED_SCOPE
from desktop.models.everything import synced_tables

Stray = tuple[str, str, str]
"""An id, the scope its row has, the scope it should have."""

_STRAY_LEASES: Final = """SELECT lease.id, lease.scope, dwelling.scope
    FROM lease JOIN dwelling ON dwelling.id = lease.dwelling_id WHERE lease.scope <> dwelling.scope"""

_HOMES: Final = """SELECT tenant, scope FROM (
    SELECT tenant, scope, row_number() OVER (
        PARTITION BY tenant ORDER BY coalesce(ends_on, '9999') DESC, starts_on DESC, id) AS place
    FROM (SELECT holder_id AS tenant, scope, ends_on, starts_on, id FROM lease UNION ALL
          SELECT co_holder_id, scope, ends_on, starts_on, id FROM lease WHERE co_holder_id IS NOT NULL)
    ) WHERE place = 1"""
"""A person is in the agency of the lease that ends last, or of the younger one: one place for each."""

_STRAY_TENANTS: Final = f"""SELECT tenant.id, tenant.scope, coalesce(home.scope, '{UNASSIGNED_SCOPE}')
    FROM tenant LEFT JOIN ({_HOMES}) AS home ON home.tenant = tenant.id
    WHERE tenant.scope <> coalesce(home.scope, '{UNASSIGNED_SCOPE}')"""  # noqa: S608

_SAME_ID: Final = {
    "activation_code": ("?1",),
    "tenant_account": ("?1",),
    "attempt": ("'sign_in:' || ?1", "'activation:' || ?1"),
}
_COPY_PHOTOS: Final = """INSERT INTO blob (sha256, scope, size, media_type, stored_at)
    SELECT sha256, ?2, size, media_type, stored_at FROM blob WHERE scope = ?3
    AND sha256 IN (SELECT sha256 FROM request_photo WHERE lease_id = ?1) ON CONFLICT DO NOTHING"""

_RENEWED: Final = "FROM lease WHERE scope = ?1 AND ver = ?2 AND id IN (SELECT id FROM tenant_account)"
_ENTER_KIOSKS: Final = (
    f"""UPDATE tenant SET ver = ?2 WHERE scope = ?1 AND ver <> ?2
        AND id IN (SELECT holder_id {_RENEWED} UNION SELECT co_holder_id {_RENEWED})""",  # noqa: S608
    f"""UPDATE dwelling SET ver = ?2 WHERE scope = ?1 AND ver <> ?2
        AND id IN (SELECT dwelling_id {_RENEWED})""",  # noqa: S608
)
"""A kiosk holds only the people and dwellings of activated leases: another holder is new to it."""


def follow(work: Work) -> tuple[int, int]:
    """Moves every lease, with its rows, to its dwelling's agency, then every person to their lease's.

    The old agency's stations are told that these rows are gone. Answers how many leases and people moved.
    """
    connection = work.session.connection()
    leases = [tuple(row) for row in connection.exec_driver_sql(_STRAY_LEASES)]
    for lease in leases:
        _move_lease(work, lease)
    tenants = [tuple(row) for row in connection.exec_driver_sql(_STRAY_TENANTS)]
    for tenant in tenants:
        _move(work, "tenant", "id = ?1", tenant)
    for scope, version in work.versions.items():
        for statement in _ENTER_KIOSKS:
            connection.exec_driver_sql(statement, (scope, version))
    return len(leases), len(tenants)


def _move_lease(work: Work, stray: Stray) -> None:
    _move(work, "lease", "id = ?1", stray)
    for name, table in synced_tables().items():
        if "lease_id" in table.c:
            _move(work, name, "lease_id = ?1", stray)
    for name, ids in _SAME_ID.items():
        _move(work, name, f"id IN ({', '.join(ids)})", stray)
    lease, old, new = stray
    work.session.connection().exec_driver_sql(_COPY_PHOTOS, (lease, new, old))


def _move(work: Work, table: str, which: str, stray: Stray) -> None:
    """Triggers leave a tombstone in the old scope."""
    id_, old, new = stray
    statement = f"UPDATE {table} SET scope = ?2, ver = ?3 WHERE {which} AND scope = ?4"  # noqa: S608
    moved = work.session.connection().exec_driver_sql(statement, (id_, new, work.version(new), old))
    if moved.rowcount:
        work.changed(old)
        work.changed(new)
