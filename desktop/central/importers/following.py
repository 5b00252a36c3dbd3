"""Lets everything that hangs on a lease follow it to another agency, and people be where their leases are."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from sqlalchemy import Connection, text

from desktop.central.database.agency_write import Work
from desktop.central.importers.lookup import among, listed
from desktop.central.importers.presence import settle, strangers
from desktop.models.belonging import Whose
from desktop.models.everything import synced_entities

Stray = tuple[str, str, str]
"""An id, the scope its row has, the scope it should have."""


class Moved(NamedTuple):
    """How many leases and people went to another agency."""

    leases: int
    tenants: int


_STRAY_LEASES: Final = """SELECT lease.id, lease.scope, dwelling.scope
    FROM lease JOIN dwelling ON dwelling.id = lease.dwelling_id WHERE lease.scope <> dwelling.scope"""

_HOLDERS: Final = (
    "SELECT holder_id FROM lease WHERE {these} UNION SELECT co_holder_id FROM lease WHERE {these}"
)

_COPY_PHOTOS: Final = """INSERT INTO blob (sha256, scope, size, media_type, stored_at)
    SELECT sha256, :new, size, media_type, stored_at FROM blob WHERE scope = :old
    AND sha256 IN (SELECT sha256 FROM request_photo WHERE lease_id = :lease) ON CONFLICT DO NOTHING"""

_ABANDONED: Final = """SELECT account.id, account.scope FROM tenant_account AS account
    JOIN lease ON lease.id = account.id
    WHERE account.tenant_id <> lease.holder_id AND account.tenant_id <> coalesce(lease.co_holder_id, '')"""
"""The accounts of people who no longer hold their lease: they would read the file of those who do."""

_RENEWED: Final = "FROM lease WHERE scope = :scope AND ver = :ver AND id IN (SELECT id FROM tenant_account)"
_ENTER_KIOSKS: Final = (
    f"""UPDATE tenant SET ver = :ver WHERE scope = :scope AND ver <> :ver
        AND id IN (SELECT holder_id {_RENEWED} UNION SELECT co_holder_id {_RENEWED})""",  # noqa: S608
    f"""UPDATE dwelling SET ver = :ver WHERE scope = :scope AND ver <> :ver
        AND id IN (SELECT dwelling_id {_RENEWED})""",  # noqa: S608
)
"""A kiosk holds only the people and dwellings of activated leases: another holder is new to it."""


def follow(work: Work) -> Moved:
    """Moves every lease, with its rows, to its dwelling's agency, and people to where their leases are.

    The old agency's stations are told that these rows are gone. The account of somebody who left their lease
    is closed, with which the file leaves the kiosks.
    """
    connection = work.session.connection()
    leases = _leases(connection)
    for lease in leases:
        _move_lease(work, lease)
    _close_accounts(work)
    return Moved(len(leases), _settle(work))


def follow_leases(work: Work, column: str, ids: Iterable[str]) -> Moved:
    """The same for some leases and their people: those whose `lease.id` or `dwelling.id` is given."""
    connection, ids = work.session.connection(), list(ids)
    leases = _leases(connection, column, ids)
    for lease in leases:
        _move_lease(work, lease)
    held = ids if column == "lease.id" else [lease for lease, *_ in leases]
    _close_accounts(work, held)
    question = _HOLDERS.format(these=among(connection, "id"))
    people = connection.execute(text(question), {"ids": listed(connection, held)}).scalars()
    return Moved(len(leases), follow_people(work, [each for each in people if each]))


def follow_people(work: Work, tenants: list[str]) -> int:
    """Gives some people a row in each agency where they hold a lease; of how many that was not so."""
    return _settle(work, tenants) if tenants else 0


def astray(connection: Connection) -> tuple[list[str], list[str]]:
    """The leases that are not where they should be, or with an account that should not be; such people."""
    abandoned = connection.execute(text(_ABANDONED)).scalars()
    leases = {*(stray[0] for stray in _leases(connection)), *abandoned}
    return sorted(leases), strangers(connection)


def _leases(connection: Connection, column: str = "", ids: Iterable[str] = ()) -> list[Stray]:
    if not column:
        return [_stray(row) for row in connection.execute(text(_STRAY_LEASES))]
    question = f"{_STRAY_LEASES} AND {among(connection, column)}"
    return [_stray(row) for row in connection.execute(text(question), {"ids": listed(connection, ids)})]


def _stray(row: Iterable[str]) -> Stray:
    id_, old, new = row
    return id_, old, new


def _settle(work: Work, people: Iterable[str] | None = None) -> int:
    settled = settle(work, people)
    for scope, version in work.versions.items():
        for statement in _ENTER_KIOSKS:
            work.session.connection().execute(text(statement), {"scope": scope, "ver": version})
    return settled


def _move_lease(work: Work, stray: Stray) -> None:
    for name, entity in synced_entities().items():
        owner = entity.belonging.owner
        if owner.whose is Whose.LEASE:
            _move(work, name, owner.rows_of(":lease"), stray)
    lease, old, new = stray
    work.session.connection().execute(text(_COPY_PHOTOS), {"lease": lease, "new": new, "old": old})


def _close_accounts(work: Work, leases: list[str] | None = None) -> None:
    """Triggers stamp the whole file anew, so that kiosks drop it."""
    connection = work.session.connection()
    these = "" if leases is None else f" AND {among(connection, 'lease.id')}"
    bound = {} if leases is None else {"ids": listed(connection, leases)}
    for account, scope in connection.execute(text(_ABANDONED + these), bound).all():
        work.version(scope)
        connection.execute(text("DELETE FROM tenant_account WHERE id = :id"), {"id": account})
        work.changed(scope)


def _move(work: Work, table: str, which: str, stray: Stray) -> None:
    """Triggers leave a tombstone in the old scope."""
    id_, old, new = stray
    work.version(old)
    statement = f"UPDATE {table} SET scope = :new, ver = :ver WHERE {which} AND scope = :old"  # noqa: S608
    bound = {"lease": id_, "new": new, "ver": work.version(new), "old": old}
    moved = work.session.connection().execute(text(statement), bound)
    if moved.rowcount:
        work.changed(old)
        work.changed(new)
