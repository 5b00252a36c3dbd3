"""The only way to write rows that travel: a unit of work locks its scopes and stamps their next versions."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, cast

import msgspec
from sqlalchemy import Table, bindparam, delete, event, insert, inspect, select, text, update
from sqlalchemy.orm import Session

from desktop import failpoints
from desktop.central.database.tables import OpenUnit, Scope
from desktop.central.database.triggers import BY_RULE
from desktop.central.database.triggers_postgres import UNIT
from desktop.errors import NotAllowed
from desktop.models.database import Database
from desktop.models.entity import Synced
from desktop.models.new_rows import STAMP

_SCOPES = cast(Table, Scope.__table__)
_VERSION = select(_SCOPES.c.ver).where(_SCOPES.c.id == bindparam("scope"))
_LOCKED = _VERSION.with_for_update(key_share=True)
"""FOR NO KEY UPDATE: other writers of the scope wait, checks of what refers to it do not."""

_MOVED = update(_SCOPES).where(_SCOPES.c.id == bindparam("scope")).values(ver=bindparam("moved"))
_UNITS = cast(Table, OpenUnit.__table__)
_SAY_UNIT = text("SELECT set_config(:name, :unit, true)")


class Work:
    """One open unit of work. `version(scope)` is what its rows must bear; triggers refuse any other.

    A `Scope` that was read in the unit says the version from before it, also afterwards: ask `versions`.
    """

    def __init__(self, session: Session, scopes: Iterable[str]) -> None:
        self.session = session
        self._locked: dict[str, int] = {}
        self._changed: set[str] = set()
        self._by_rule: dict[str, int] = {}
        self._finished: dict[str, int] | None = None
        self._on_server = session.get_bind().dialect.name == "postgresql"
        for scope in sorted(scopes):
            self.open(scope)
        session.info[STAMP] = self._stamp_new
        event.listen(session, "before_flush", self._stamp)

    def open(self, name: str) -> bool:
        """Locks one more scope, so that rows of it may be written; False when there is no such scope."""
        if name not in self._locked:
            ver = self.session.connection().execute(_LOCKED, {"scope": name}).scalar()
            if ver is None:
                return False
            self._locked[name] = ver
            self._announce(name)
        return True

    def join(self, name: str) -> bool:
        """As `open`, in the middle of a unit: what was read of that scope before its lock is read anew."""
        if not self.open(name):
            return False
        self.session.flush()
        self.session.expire_all()
        return True

    @property
    def versions(self) -> dict[str, int]:
        """The new version of each scope that was changed, so far or in all."""
        if self._finished is not None:
            return self._finished
        return {scope: self.version(scope) for scope in self._changed}

    def version(self, scope: str) -> int:
        """The version that rows of `scope` get in this unit. Raises NotAllowed for one it did not lock."""
        if scope not in self._locked:
            raise NotAllowed("scope_not_yours", scope=scope)
        return self._locked[scope] + 1

    def changed(self, scope: str) -> None:
        """Says that rows of `scope` were written past the ORM, with `version(scope)` on each."""
        self.version(scope)
        self._changed.add(scope)

    def _stamp_new(self, scope: str) -> int:
        """What rows bear that are inserted past the ORM."""
        self.changed(scope)
        return self.version(scope)

    def let_go_by_rule(self) -> None:
        """Opens the one door by which append-only rows leave; whoever takes it accounts for it there."""
        self._by_rule = {BY_RULE: 0}
        if self._on_server:
            self._say_unit()
        else:
            self.session.connection().execute(insert(_UNITS), {"scope": BY_RULE, "ver": 0})

    def restamp(self, rows: Iterable[Any]) -> None:
        """Gives rows a new version though nothing in them changed: they enter another station's shape."""
        for row in rows:
            row.ver = self.version(row.scope)
            self.changed(row.scope)

    def finish(self) -> dict[str, int]:
        """Writes what is left, moves the versions of the changed scopes, closes the unit."""
        self.session.flush()
        versions = self._finished = self.versions
        event.remove(self.session, "before_flush", self._stamp)
        connection = self.session.connection()
        for scope, ver in versions.items():
            connection.execute(_MOVED, {"scope": scope, "moved": ver})
        if not self._on_server:
            connection.execute(delete(_UNITS))
        return versions

    def _announce(self, name: str) -> None:
        """Tells the triggers which versions this unit may stamp.

        PostgreSQL keeps that with the transaction: a table would fill with dead rows while somebody reads.
        """
        if self._on_server:
            self._say_unit()
        else:
            opened = {"scope": name, "ver": self.version(name)}
            self.session.connection().execute(insert(_UNITS), opened)

    def _say_unit(self) -> None:
        unit = {scope: self.version(scope) for scope in self._locked} | self._by_rule
        self.session.execute(_SAY_UNIT, {"name": UNIT, "unit": msgspec.json.encode(unit).decode()})

    def _stamp(self, session: Session, _context: object, _instances: object) -> None:
        for row in (*session.new, *session.deleted, *session.dirty):
            if isinstance(row, Synced) and (row not in session.dirty or session.is_modified(row)):
                for scope in {row.scope, *_left(row)}:
                    self.changed(scope)
                if row not in session.deleted:
                    row.ver = self.version(row.scope)


def _left(row: Synced) -> Iterable[str]:
    """The scope that a row is moving out of, whose stations must hear of it too."""
    return inspect(row).attrs.scope.history.deleted or ()


@contextmanager
def agency_write(database: Database, scopes: Iterable[str]) -> Iterator[Work]:
    """Opens a unit of work over `scopes`; it commits when its block ends well.

    The locks are held from the start, so version n + 1 can only be given once n is committed or undone:
    a station that has read up to n has seen everything up to n.
    """
    with database.write() as session:
        work = Work(session, scopes)
        failpoints.reached("central.locked")
        yield work
        work.finish()
        failpoints.reached("central.before_commit")
    failpoints.reached("central.after_commit")
