"""`cache.db`: the disposable replica of the agency's rows, with the effects of the commands still pending."""

import hashlib
import json
import os
import secrets
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from sqlalchemy import CursorResult, text
from sqlalchemy.orm import Session

from desktop.models.database import CHECKPOINT_PAGES_OF_MANY_ROWS, Database, open_database
from desktop.models.everything import Entity, synced_tables
from desktop.protocol.messages import Drop, Put
from desktop.services.leases import search
from desktop.sync.cache import undo
from desktop.sync.wire.delta import Row

_OWN_TABLES = (
    *undo.TABLES,
    "CREATE TABLE IF NOT EXISTS cache_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS performed (seq INTEGER PRIMARY KEY)",
    "CREATE TABLE IF NOT EXISTS replay_refused (seq INTEGER PRIMARY KEY, code TEXT NOT NULL)",
)

TOLD = "acked_seq"
"""Under which a generation keeps `told`: the word of the first release, whose caches go on."""

Rows = list[tuple[Any, ...]]
ROWS_AT_ONCE = 40
"""Rows of one statement; SQLite takes no more than 32,766 values in it."""


class Cache:
    """One generation of the replica. It may be dropped at any time: journal and central hold the truth."""

    def __init__(self, path: Path, database: Database) -> None:
        self.path = path
        self.database = database

    @classmethod
    def open(cls, path: Path, key: bytes) -> "Cache":
        """Opens or makes the file. Raises StoreDamaged when it is not a cache under that key."""
        database = open_database(path, key, "NORMAL", CHECKPOINT_PAGES_OF_MANY_ROWS)
        Entity.metadata.create_all(database.engine)
        with database.write() as session:
            for statement in _OWN_TABLES:
                session.execute(text(statement))
            search.create(session)
        return cls(path, database)

    def create_triggers(self) -> None:
        """Starts the undo log; called once the rows of a bootstrap are in."""
        with self.database.write() as session:
            for statement in undo.triggers():
                session.connection().exec_driver_sql(statement)

    def make_durable(self) -> None:
        """Everything is on the disk, and whatever memory filling it took is given back."""
        with self.database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        self.database.close()
        with self.path.open("rb+") as file:
            os.fsync(file.fileno())

    def destroy(self) -> None:
        """Closes and removes the file with its side files."""
        self.database.close()
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)


def schema() -> str:
    """A word for the tables and columns that this version of the program knows."""
    tables = [(each.name, [(c.name, c.nullable) for c in each.c]) for each in Entity.metadata.sorted_tables]
    return hashlib.sha256(json.dumps(tables).encode()).hexdigest()[:16]


def new_key() -> bytes:
    """The key of a new generation: dropping it makes the old file unreadable for ever."""
    return secrets.token_bytes(32)


@contextmanager
def recording(session: Session, seq: int) -> Iterator[None]:
    """Within the block every row that is written is put into the undo log of command `seq`."""
    undo.record(session, seq)
    yield
    session.flush()
    undo.stop(session)
    session.connection().exec_driver_sql("INSERT OR IGNORE INTO performed (seq) VALUES (?)", (seq,))


def meta(session: Session, key: str) -> str | None:
    """A small fact about this generation: `cursor`, `as_of`, and what TOLD says."""
    return _run(session, "SELECT value FROM cache_meta WHERE key = ?", key).scalar()


def cursor(database: Database) -> str | None:
    """Up to where central's rows are in this file; None when a bootstrap is needed."""
    found = database.rows("SELECT value FROM cache_meta WHERE key = 'cursor'")
    return str(found[0][0]) if found else None


def set_meta(session: Session, key: str, value: str) -> None:
    """Keeps a small fact about this generation."""
    _run(session, "INSERT OR REPLACE INTO cache_meta (key, value) VALUES (?, ?)", key, value)


def told(session: Session) -> int:
    """The last command that this generation's rows of central include."""
    return int(meta(session, TOLD) or 0)


def performed(session: Session) -> set[int]:
    """The pending commands that this generation holds, be it as refused."""
    return set(_run(session, "SELECT seq FROM performed").scalars())


def last_performed(session: Session) -> int:
    """The last of `performed`, 0 if there is none."""
    return int(_run(session, "SELECT coalesce(max(seq), 0) FROM performed").scalar_one())


def outside(session: Session, first: int, last: int) -> set[int]:
    """Those of `performed` that are not among `first` to `last`."""
    return set(_run(session, "SELECT seq FROM performed WHERE seq < ? OR seq > ?", first, last).scalars())


def missing(session: Session, first: int, last: int) -> list[int]:
    """Those from `first` to `last` that this generation does not hold; looked for only when there are any."""
    if first > last:
        return []
    query = "SELECT count(*) FROM performed WHERE seq BETWEEN ? AND ?"
    count = _run(session, query, first, last).scalar_one()
    return [] if count == last - first + 1 else sorted({*range(first, last + 1)} - performed(session))


def refused(session: Session) -> dict[int, str]:
    """The pending commands that could not be replayed, and why."""
    return {row.seq: row.code for row in _run(session, "SELECT seq, code FROM replay_refused")}


def refuse(session: Session, seq: int, code: str) -> None:
    """Keeps that a pending command has no effects here, and why."""
    _run(session, "INSERT OR REPLACE INTO replay_refused (seq, code) VALUES (?, ?)", seq, code)
    _run(session, "INSERT OR IGNORE INTO performed (seq) VALUES (?)", seq)


def forget(session: Session, commands: Collection[int]) -> None:
    """These commands are not held any more: they were undone."""
    if commands:
        these = json.dumps(sorted(commands))
        for table in ("performed", "replay_refused"):
            query = f"DELETE FROM {table} WHERE seq IN (SELECT value FROM json_each(?))"  # noqa: S608 - ours
            _run(session, query, these)


def _run(session: Session, statement: str, *values: str | int) -> CursorResult[Any]:
    """In the driver's own words: an answer of central takes a score of such statements."""
    return session.connection().exec_driver_sql(statement, values)


def put(session: Session, frame: Put) -> None:
    """Writes rows as central has them. Unknown tables and columns (a newer central's) are passed over.

    Whatever the key of the table: here every id is there once, in the station's agency or for everyone.
    """
    names, rows = _known(frame)
    sets = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
    _write(session, frame.table, names, rows, f" ON CONFLICT DO UPDATE SET {sets}")


def insert(session: Session, frame: Put) -> None:
    """As `put`, for rows that cannot be there yet: many with each statement, which is a fifth faster."""
    names, rows = _known(frame)
    whole = len(rows) - len(rows) % ROWS_AT_ONCE
    row = f"({', '.join('?' for _ in names)})"
    many = f"INSERT INTO {frame.table} ({', '.join(names)}) VALUES {', '.join([row] * ROWS_AT_ONCE)}"  # noqa: S608
    for start in range(0, whole, ROWS_AT_ONCE):
        values = tuple(chain.from_iterable(rows[start : start + ROWS_AT_ONCE]))
        session.connection().exec_driver_sql(many, values)
    _write(session, frame.table, names, rows[whole:])


def _known(frame: Put) -> tuple[list[str], Rows]:
    table = synced_tables().get(frame.table)
    if table is None:
        return [], []
    known = [index for index, name in enumerate(frame.columns) if name in table.c]
    if len(known) == len(frame.columns):
        return frame.columns, frame.rows
    return [frame.columns[index] for index in known], [tuple(row[i] for i in known) for row in frame.rows]


def _write(session: Session, table: str, names: list[str], rows: Rows, otherwise: str = "") -> None:
    if rows:
        marks = ", ".join("?" for _ in names)
        session.connection().exec_driver_sql(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks}){otherwise}",  # noqa: S608 - our own names
            rows,
        )


def drop(session: Session, frame: Drop) -> None:
    """Removes rows that left what this station may hold."""
    if frame.ids and frame.table in synced_tables():
        session.connection().exec_driver_sql(
            f"DELETE FROM {frame.table} WHERE id = ?",  # noqa: S608 - a name of our own tables
            [(row_id,) for row_id in frame.ids],
        )


def refresh_search(session: Session, rows: Iterable[Row]) -> None:
    """Brings the search index up to date with the leases, people and dwellings among `rows`."""
    by_table: dict[str, list[str]] = {}
    for table, row_id in rows:
        if table in search.SEARCHED:
            by_table.setdefault(table, []).append(row_id)
    behind = {lease for table, ids in by_table.items() for lease in search.leases_behind(session, table, ids)}
    if behind:
        search.reindex(session, behind)


def check(session: Session, table: str) -> tuple[int, int]:
    """The count of a table's rows and the sum of their versions: equal to central's if none went astray."""
    query = f"SELECT count(*), coalesce(sum(ver), 0) FROM {table}"  # noqa: S608 - a name of our own tables
    count, versions = session.connection().exec_driver_sql(query).one()
    return int(count), int(versions)
