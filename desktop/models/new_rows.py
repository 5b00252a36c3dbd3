"""Writing many new rows at once, past the ORM, with the version that the open unit of work gives them."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import Connection, Dialect, Table
from sqlalchemy.orm import DeclarativeBase, Session

from desktop.models.entity import Synced

COPY = "COPY"
"""PostgreSQL's statement for rows that follow it as a stream; to have it read a `VALUES` takes longer."""

STAMP = "stamp"
"""Where a session's `info` keeps the function from a scope to the version that its new rows bear."""


def insert_rows(session: Session, entity: type[DeclarativeBase], rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts `rows` of `entity`, each all its columns by name; `ver`, where there is one, may be left out.

    On a station a new row bears version 0. Pending changes of the session are written first.
    """
    if not rows:
        return
    session.flush()
    table = cast(Table, entity.__table__)
    stamp = session.info.get(STAMP, _unstamped) if issubclass(entity, Synced) else None
    connection = session.connection()
    _write(connection, table, _tuples(connection.dialect, table, rows, stamp))


def _write(connection: Connection, table: Table, rows: list[tuple[Any, ...]]) -> None:
    names = ", ".join(column.name for column in table.c)
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(table.c))
        # A row that fails ends the transaction; SQLite need not keep, row by row, what it would put back.
        connection.exec_driver_sql(f"INSERT OR FAIL INTO {table.name} ({names}) VALUES ({marks})", rows)  # noqa: S608
    elif len(rows) == 1:
        marks = ", ".join(["%s"] * len(table.c))
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", rows[0])  # noqa: S608
    else:
        connection.exec_driver_sql(f"{COPY} {table.name} ({names}) FROM STDIN", rows)


def _unstamped(_scope: str) -> int:
    return 0


def _tuples(
    dialect: Dialect, table: Table, rows: Sequence[Mapping[str, Any]], stamp: Callable[[str], int] | None
) -> list[tuple[Any, ...]]:
    """Column by column, which takes half as long as row by row."""
    versions = {scope: stamp(scope) for scope in {row["scope"] for row in rows}} if stamp else {}
    columns = []
    for name, convert in _columns(table, dialect.name):
        if stamp and name == "ver":
            values = [versions[row["scope"]] for row in rows]
        else:
            values = [row[name] for row in rows]
        columns.append(values if convert is None else [convert(value, dialect) for value in values])
    return list(zip(*columns, strict=True))


@cache
def _columns(table: Table, _dialect: str) -> tuple[tuple[str, Any], ...]:
    """Each column and what turns its value into what is stored."""
    return tuple((column.name, getattr(column.type, "process_bind_param", None)) for column in table.c)
