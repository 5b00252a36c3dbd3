"""A cache that another version of the program filled: given today's tables, so that it serves until the next.

No answer of central is ever taken into it: it holds what it held, and what is done here until a bootstrap.
"""

from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, LargeBinary, String, Table
from sqlalchemy.orm import Session

from desktop.models.entity import Day
from desktop.models.everything import Entity
from desktop.services.leases import search

_NO_DAY = date(1970, 1, 1)


def adapt(session: Session) -> None:
    """Leaves every table with the columns that the program knows, and no others; search is filled anew.

    A column that may not be empty holds its `default` in the rows of before; without one an empty text, 0 or
    1 January 1970. Triggers, which name columns, are for the caller to make again.
    """
    connection = session.connection()
    for trigger in _names(connection, "trigger"):
        connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
    for table in Entity.metadata.sorted_tables:
        _adapt(connection, table)
    search.rebuild(session)


def _adapt(connection: Connection, table: Table) -> None:
    found = {row[1]: not row[3] for row in connection.exec_driver_sql(f"PRAGMA table_info({table.name})")}
    wanted = {column.name: bool(column.nullable) for column in table.c}
    if any(found[name] != wanted.get(name) for name in found):
        _make_anew(connection, table, found)
    else:
        for name in wanted.keys() - found.keys():
            connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {_described(table.c[name])}")
    for index in table.indexes:
        index.create(connection, checkfirst=True)


def _make_anew(connection: Connection, table: Table, found: dict[str, bool]) -> None:
    """A column is gone, or may be empty as it could not, or may not: the rows are copied."""
    for index in _names(connection, "index", table.name):
        connection.exec_driver_sql(f"DROP INDEX {index}")
    connection.exec_driver_sql(f"ALTER TABLE {table.name} RENAME TO older_{table.name}")
    table.create(connection)
    names = ", ".join(column.name for column in table.c)
    values = ", ".join(_read(column, found) for column in table.c)
    connection.exec_driver_sql(f"INSERT INTO {table.name} ({names}) SELECT {values} FROM older_{table.name}")  # noqa: S608 - our own names
    connection.exec_driver_sql(f"DROP TABLE older_{table.name}")


def _read(column: Column[Any], found: dict[str, bool]) -> str:
    if column.name not in found:
        return "NULL" if column.nullable else _empty(column)
    return column.name if column.nullable else f"coalesce({column.name}, {_empty(column)})"


def _described(column: Column[Any]) -> str:
    kind = column.type.compile()
    must = "" if column.nullable else f" NOT NULL DEFAULT {_empty(column)}"
    return f"{column.name} {kind}{must}"


def _empty(column: Column[Any]) -> str:
    """What stands in a column that may not be empty, as SQL."""
    default = getattr(column.default, "arg", None)
    if isinstance(default, str | int):
        return f"'{default}'" if isinstance(default, str) else str(int(default))
    if isinstance(column.type, Day):
        return f"'{_NO_DAY.isoformat()}'"
    if isinstance(column.type, LargeBinary):
        return "x''"
    return "''" if isinstance(column.type, String) else "0"


def _names(connection: Connection, kind: str, table: str = "") -> list[str]:
    """Of all triggers, or of the indexes of a table that were not made with it."""
    query = "SELECT name FROM sqlite_master WHERE type = ? AND (? = '' OR tbl_name = ?) AND sql IS NOT NULL"
    return list(connection.exec_driver_sql(query, (kind, table, table)).scalars())
