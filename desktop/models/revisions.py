"""Brings a database from its revision to the newest one, forward only, in the transaction of whoever asks."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from sqlalchemy import Connection, inspect, text

_VERSIONS = "CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"


_CALLED = re.compile(r"r\d{4}_[a-z0-9_]+")


def modules_in(folder: Iterable[str]) -> tuple[str, ...]:
    """The names of the revisions in a package's `__path__`, oldest first; none of them is imported."""
    return tuple(sorted(each.name for each in iter_modules(folder) if _CALLED.fullmatch(each.name)))


@dataclass(frozen=True, slots=True)
class Revisions:
    """The revisions of one kind of database: `modules` of `package`, oldest first, each `r<number>_<words>`.

    The first release kept no revision: its database is known by the table `known_by`.
    """

    package: str
    modules: tuple[str, ...]
    known_by: str

    @property
    def numbers(self) -> list[str]:
        """Such as 0001, oldest first."""
        return [name[1:].partition("_")[0] for name in self.modules]

    @property
    def newest(self) -> str:
        """The one whose tables the program declares."""
        return self.numbers[-1]

    def found(self, connection: Connection) -> str | None:
        """The revision of a database, None for one without tables; it may be one of a newer program."""
        there = inspect(connection)
        if there.has_table("alembic_version"):
            return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
        return self.numbers[0] if there.has_table(self.known_by) else None

    def bring(self, connection: Connection, found: str | None, make: Callable[[Connection], None]) -> None:
        """From `found` to the newest; where there is none, `make` makes the tables that are declared."""
        if found is None:
            make(connection)
        else:
            self.upgrade(connection, after=found)
        connection.exec_driver_sql(_VERSIONS)
        connection.exec_driver_sql("DELETE FROM alembic_version")
        connection.execute(text("INSERT INTO alembic_version VALUES (:newest)"), {"newest": self.newest})

    def upgrade(self, connection: Connection, *, after: str = "", until: str = "") -> None:
        """Runs the revisions after `after`, in order, up to `until` or all."""
        from alembic.operations import Operations  # noqa: PLC0415 - takes 200 ms that most starts are spared
        from alembic.runtime.migration import MigrationContext  # noqa: PLC0415 - as above

        with Operations.context(MigrationContext.configure(connection)):
            for number, module in zip(self.numbers, self.modules, strict=True):
                if after < number <= (until or self.newest):
                    import_module(f"{self.package}.{module}").upgrade()
