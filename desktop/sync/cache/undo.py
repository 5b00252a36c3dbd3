"""The undo log: for each row a local command touches, the statement that puts it back as it was."""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any, cast

from sqlalchemy import Table
from sqlalchemy.orm import Session

from desktop.models.everything import synced_tables
from desktop.sync.wire.delta import Row

_THESE = "(SELECT value FROM json_each(?))"

TABLES = (
    "CREATE TABLE IF NOT EXISTS undo_now (seq INTEGER PRIMARY KEY)",
    """CREATE TABLE IF NOT EXISTS undo (
        id INTEGER PRIMARY KEY AUTOINCREMENT, seq INTEGER NOT NULL, tbl TEXT NOT NULL, row_id TEXT NOT NULL,
        statement TEXT NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS ix_undo_row ON undo (tbl, row_id)",
    "CREATE INDEX IF NOT EXISTS ix_undo_seq ON undo (seq)",
)


def triggers() -> Iterator[str]:
    """The DDL that records; made after a bootstrap, since they would slow it and have nothing to say."""
    for table in synced_tables().values():
        yield from _triggers_of(table)


def _triggers_of(table: Table) -> Iterator[str]:
    name, columns = table.name, [column.name for column in table.columns]
    back = ", ".join(columns)
    values = " || ',' || ".join(f"quote(OLD.{column})" for column in columns)
    sets = " || ',' || ".join(f"'{column}=' || quote(OLD.{column})" for column in columns)
    recorded = {
        "INSERT": ("NEW", f"'DELETE FROM {name} WHERE id=' || quote(NEW.id)"),
        "UPDATE": ("OLD", f"'UPDATE {name} SET ' || {sets} || ' WHERE id=' || quote(OLD.id)"),
        "DELETE": ("OLD", f"'INSERT INTO {name}({back}) VALUES (' || {values} || ')'"),
    }
    for verb, (row, statement) in recorded.items():
        yield f"""CREATE TRIGGER IF NOT EXISTS {name}_undo_{verb.lower()} AFTER {verb} ON {name}
            WHEN EXISTS (SELECT 1 FROM undo_now) BEGIN
            INSERT INTO undo (seq, tbl, row_id, statement)
            SELECT seq, '{name}', {row}.id, {statement} FROM undo_now; END"""


def record(session: Session, seq: int) -> None:
    """Has the undo log record under command `seq` what is written from now on."""
    session.connection().exec_driver_sql("INSERT INTO undo_now (seq) VALUES (?)", (seq,))


def stop(session: Session) -> None:
    """What is written from now on is not put down."""
    session.connection().exec_driver_sql("DELETE FROM undo_now")


def touching(session: Session, rows: Iterable[Row], commands: Iterable[int]) -> list[int]:
    """The commands to rewind, oldest first: `commands`, and all that share a row with them or with `rows`.

    A command that shares a row with one of these is one of them too: what it built on is about to change.
    """
    found: set[int] = set()
    seen: set[Row] = set()
    fresh, new_rows = _logged(session, commands), set(rows)
    while fresh or new_rows:
        found |= fresh
        new_rows |= rows_of(session, fresh) - seen
        seen |= new_rows
        fresh, new_rows = _writers(session, new_rows) - found, set()
    return sorted(found)


def rows_of(session: Session, commands: Iterable[int]) -> set[Row]:
    """Every row that `commands` touched."""
    return _found(session, f"SELECT DISTINCT tbl, row_id FROM undo WHERE seq IN {_THESE}", commands)


def _logged(session: Session, commands: Iterable[int]) -> set[int]:
    found = _found(session, f"SELECT DISTINCT seq FROM undo WHERE seq IN {_THESE}", commands)
    return {seq for (seq,) in found}


def _writers(session: Session, rows: set[Row]) -> set[int]:
    if session.connection().exec_driver_sql("SELECT 1 FROM undo LIMIT 1").first() is None:
        return set()
    by_table: dict[str, list[str]] = {}
    for table, row_id in rows:
        by_table.setdefault(table, []).append(row_id)
    query = f"SELECT DISTINCT seq FROM undo WHERE tbl = ? AND row_id IN {_THESE}"
    return {seq for table, ids in by_table.items() for (seq,) in _found(session, query, ids, table)}


def _found(session: Session, query: str, these: Iterable[Any], *values: str) -> set[Any]:
    """`values` come before `these` in the question; rows as the driver gives them, which are tuples."""
    wanted = (*values, json.dumps(list(these)))
    found = session.connection().exec_driver_sql(query, wanted)
    try:
        return set(cast("Any", found.cursor).fetchall())
    finally:
        found.close()


def rewind(session: Session, commands: Iterable[int], replaced: Collection[Row] = ()) -> None:
    """Puts back every row that `commands` touched, newest change first, and forgets their log.

    Rows in `replaced` are left as they are: what comes next writes or removes them whole.
    """
    chosen = ",".join(str(int(seq)) for seq in sorted(set(commands)))
    if not chosen:
        return
    connection = session.connection()
    logged = connection.exec_driver_sql(
        f"SELECT tbl, row_id, statement FROM undo WHERE seq IN ({chosen}) ORDER BY id DESC"
    )
    for table, row_id, statement in logged.all():
        if (table, row_id) not in replaced:
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"DELETE FROM undo WHERE seq IN ({chosen})")
