"""Gives every person a row in each agency where they hold a lease, and in no other."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final

from sqlalchemy import Connection, text

from desktop.central.database.agency_write import Work
from desktop.central.importers.lookup import among, listed
from desktop.central.store import UNASSIGNED_SCOPE
from desktop.models.tenant import Tenant

_STRAY: Final = """WITH needed AS (
        SELECT holder_id AS id, scope FROM lease WHERE {holders}
        UNION SELECT co_holder_id, scope FROM lease WHERE co_holder_id IS NOT NULL AND {co_holders}
        UNION SELECT id, '{nobody}' FROM tenant WHERE {people}
            AND NOT EXISTS (SELECT 1 FROM lease WHERE holder_id = tenant.id)
            AND NOT EXISTS (SELECT 1 FROM lease WHERE co_holder_id = tenant.id)),
    present AS (SELECT id, scope FROM tenant WHERE {people})
    SELECT id, scope, 1 AS missing FROM (SELECT * FROM needed EXCEPT SELECT * FROM present) AS absent
    UNION ALL SELECT id, scope, 0 FROM (SELECT * FROM present EXCEPT SELECT * FROM needed) AS left_over
    ORDER BY id, scope"""
"""Where a person should have a row and has none, and where they have one too many."""

_COPIED: Final = ", ".join(name for name in Tenant.__table__.columns.keys() if name not in {"scope", "ver"})  # noqa: SIM118
_MOVE: Final = "UPDATE tenant SET scope = :new, ver = :ver WHERE id = :id AND scope = :old"
_REMOVE: Final = "DELETE FROM tenant WHERE id = :id AND scope = :old"
_COPY: Final = f"""INSERT INTO tenant ({_COPIED}, scope, ver) SELECT {_COPIED}, :new, :ver FROM tenant
    WHERE id = :id AND scope = (SELECT min(scope) FROM tenant WHERE id = :id)"""  # noqa: S608 - our own names


def strangers(connection: Connection) -> list[str]:
    """The people who have no row where they should, or one where they should not."""
    return sorted({person for person, *_ in _strays(connection, None)})


def settle(work: Work, people: Iterable[str] | None = None) -> int:
    """Puts some people's rows, or everybody's, where they should be; how many people it was.

    Triggers tell an agency's stations that a row left. Raises NotAllowed for a scope that is not locked.
    """
    settled = 0
    for person, some in groupby(_strays(work.session.connection(), people), itemgetter(0)):
        pairs = list(some)
        missing = [scope for _, scope, wanted in pairs if wanted]
        surplus = [scope for _, scope, wanted in pairs if not wanted]
        both = min(len(missing), len(surplus))
        for old, new in zip(surplus, missing, strict=False):
            _write(work, _MOVE, person, old=old, new=new)
        for new in missing[both:]:
            _write(work, _COPY, person, new=new)
        for old in surplus[both:]:
            _write(work, _REMOVE, person, old=old)
        settled += 1
    return settled


def _strays(connection: Connection, people: Iterable[str] | None) -> Iterator[tuple[str, str, int]]:
    conditions = dict.fromkeys(("holders", "co_holders", "people"), "true")
    bound = {}
    if people is not None:
        columns = {"holders": "holder_id", "co_holders": "co_holder_id", "people": "id"}
        conditions = {name: among(connection, column) for name, column in columns.items()}
        bound = {"ids": listed(connection, people)}
    question = text(_STRAY.format(nobody=UNASSIGNED_SCOPE, **conditions))
    yield from connection.execute(question, bound).all()


def _write(work: Work, statement: str, person: str, *, old: str = "", new: str = "") -> None:
    scopes = [scope for scope in (old, new) if scope]
    bound = {"id": person, "old": old, "new": new, "ver": work.version(scopes[-1])}
    for scope in scopes:
        work.changed(scope)
    wanted = {name: value for name, value in bound.items() if f":{name}" in statement}
    work.session.connection().execute(text(statement), wanted)
