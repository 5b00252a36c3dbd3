"""What no database of central can keep: text with a NUL, text and numbers beyond their columns."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import String
from sqlalchemy.orm import Session

from desktop.errors import Refused
from desktop.models.everything import synced_tables

NOT_STORABLE = "not_storable"
"""How a command with such a value ends at once: trying again would change nothing."""

MOST_BODY_BYTES = 64 * 1024
"""Of one command: photos travel apart."""

MOST_VERSION = 2**31 - 1
MOST_NUMBER = 2**63 - 1


def is_storable(part: Any) -> bool:
    """Whether plain data holds no text with a NUL and no number beyond 64 bits."""
    if isinstance(part, dict):
        return all(map(is_storable, part.values()))
    if isinstance(part, list | tuple):
        return all(map(is_storable, part))
    if isinstance(part, str):
        return "\0" not in part
    return not isinstance(part, int) or abs(part) <= MOST_NUMBER


def require_body(body: bytes, actor: str) -> None:
    """Raises Refused("not_storable") for a command of which central could not even keep the record."""
    if len(body) > MOST_BODY_BYTES or not is_storable([actor, msgspec.msgpack.decode(body)]):
        raise Refused(NOT_STORABLE)


def require_rows(session: Session, rows: Iterable[tuple[str, str]]) -> None:
    """Raises Refused("not_storable") when a text in one of these (table, id) is longer than its column."""
    by_table: dict[str, list[str]] = {}
    for table, row_id in rows:
        by_table.setdefault(table, []).append(row_id)
    for table, ids in by_table.items():
        found = session.connection().exec_driver_sql(_too_long(table), (json.dumps(ids),)).scalar()
        if found is not None:
            raise Refused(NOT_STORABLE, table=table)


@cache
def _too_long(table: str) -> str:
    """The question for rows with a text that PostgreSQL would not take; every table has a limited key."""
    columns = synced_tables()[table].columns
    limits = ((each.name, each.type.length) for each in columns if isinstance(each.type, String))
    tests = " OR ".join(f"length({name}) > {most}" for name, most in limits if most is not None)
    return f"SELECT 1 FROM {table} WHERE id IN (SELECT value FROM json_each(?)) AND ({tests}) LIMIT 1"  # noqa: S608
