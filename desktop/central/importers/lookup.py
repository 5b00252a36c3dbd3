"""Finds many rows by id with one question, on either database."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, text


def among(connection: Connection, column: str, name: str = "ids") -> str:
    """The condition that `column` is one of the bound list `name`; bind `listed(...)` to it."""
    if connection.dialect.name == "sqlite":
        return f"{column} IN (SELECT value FROM json_each(:{name}))"  # noqa: S608
    return f"{column} = ANY(:{name})"


def listed(connection: Connection, ids: Iterable[str]) -> Any:
    """Many ids as one bound value."""
    return json.dumps(list(ids)) if connection.dialect.name == "sqlite" else list(ids)


def lookup(
    connection: Connection, table: str, columns: Iterable[str], ids: Iterable[str]
) -> dict[str, tuple[Any, ...]]:
    """`columns` of the rows of `table` whose id is among `ids`, by id. The first column must be `id`."""
    question = f"SELECT {', '.join(columns)} FROM {table} WHERE {among(connection, 'id')}"  # noqa: S608
    answer = connection.execute(text(question), {"ids": listed(connection, ids)})
    return {row[0]: tuple(row) for row in answer}
