"""Finds many rows by id with one question."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection


def lookup(
    connection: Connection, table: str, columns: Iterable[str], ids: Iterable[str]
) -> dict[str, tuple[Any, ...]]:
    """`columns` of the rows of `table` whose id is among `ids`, by id. The first column must be `id`."""
    names = ", ".join(columns)
    question = f"SELECT {names} FROM {table} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608
    answer = connection.exec_driver_sql(question, (json.dumps(list(ids)),))
    return {row[0]: tuple(row) for row in answer}
