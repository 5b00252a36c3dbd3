"""Writes rows by the thousand past the ORM: executemany on SQLite, COPY and pipelines on PostgreSQL."""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from psycopg.errors import UniqueViolation
from sqlalchemy import Boolean, Connection
from sqlalchemy.exc import IntegrityError

from desktop.central.importers.layout import Values
from desktop.models.everything import synced_tables


class Contested(Exception):
    """A row that was to be new is there: somebody else wrote it meanwhile."""


def insert(connection: Connection, table: str, columns: Sequence[str], rows: list[Values]) -> None:
    """Writes rows that are not there yet. Raises Contested when one is; the transaction is then lost."""
    try:
        if connection.dialect.name == "postgresql":
            _copy(connection, table, columns, rows)
        else:
            _many(connection, _insertion(connection, table, columns), rows)
    except (IntegrityError, UniqueViolation, sqlite3.IntegrityError) as error:
        if "UNIQUE" in str(error) or isinstance(error, UniqueViolation):
            raise Contested from error
        raise


def upsert(
    connection: Connection, table: str, columns: Sequence[str], rows: list[Values], keys: Sequence[str]
) -> None:
    """Writes rows over those of the same `keys`."""
    renewed = ", ".join(f"{name} = excluded.{name}" for name in columns if name not in keys)
    statement = _insertion(connection, table, columns)
    statement += f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {renewed}"
    if connection.dialect.name == "postgresql":
        rows = list(_typed(table, columns, rows))
    _many(connection, statement, rows)


def _insertion(connection: Connection, table: str, columns: Sequence[str]) -> str:
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    marks = ", ".join([mark] * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - our own names


def _many(connection: Connection, statement: str, rows: list[Values]) -> None:
    parameters: list[Any] = rows
    connection.exec_driver_sql(statement, parameters)


def _copy(connection: Connection, table: str, columns: Sequence[str], rows: list[Values]) -> None:
    driver: Any = connection.connection.driver_connection
    statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        copy.write("".join([_line(row) for row in rows]))


_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def _line(row: Values) -> str:
    """One row as COPY's text: the values are None, text and whole numbers only."""
    return (
        "\t".join(
            [
                "\\N" if value is None else value.translate(_ESCAPES) if type(value) is str else str(value)
                for value in row
            ]
        )
        + "\n"
    )


def _typed(table: str, columns: Sequence[str], rows: list[Values]) -> Iterable[Values]:
    """The value as its column's type: PostgreSQL takes no number for a boolean."""
    truths = _truths(table) & set(columns)
    places = [place for place, name in enumerate(columns) if name in truths]
    for row in rows:
        if places:
            cells = list(row)
            for place in places:
                cells[place] = bool(cells[place])
            yield tuple(cells)
        else:
            yield row


@cache
def _truths(table: str) -> frozenset[str]:
    found = synced_tables().get(table)
    return (
        frozenset(c.name for c in found.c if isinstance(c.type, Boolean))
        if found is not None
        else frozenset()
    )
