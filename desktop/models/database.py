"""Opens a database, encrypted or not, and gives out its only two kinds of transaction: read and write."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, Literal

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, Row, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from desktop.errors import StoreDamaged, StoreFull

BUSY_TIMEOUT_MS = 10_000
CACHE_KIB = 32 * 1024
"""Pages that each connection may keep; the default of 2 MiB is read anew again and again by any agency."""
CHECKPOINT_PAGES = 1_000
"""SQLite's own choice."""

CHECKPOINT_PAGES_OF_MANY_ROWS = 8_000
"""32 MiB: of pages that many commits change only the last state is written into the file.

Central's commit of 500 payments changes some 1,200 pages, a station's of their rows as many.
"""

_SETTINGS: dict[str, int | str] = {
    "busy_timeout": BUSY_TIMEOUT_MS,
    "journal_mode": "WAL",
    "foreign_keys": "ON",
    "temp_store": "MEMORY",
    "cache_size": -CACHE_KIB,
}
_NOT_KEPT = ("disk is full", "disk I/O", "readonly database")


class Database:
    """One SQLite file in WAL mode. Nobody commits but `write`, which holds the write lock from its start.

    (A plain `BEGIN` would let two read-then-write transactions lose each other's updates in silence.)
    Central may have another kind of database, which begins its transactions and names its errors otherwise.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine = engine
        self.name = name
        self.turn: Callable[[], AbstractContextManager[None]] = nullcontext
        """Where several processes write one file: waits for one's turn, and keeps it for the block."""
        self.is_damaged = False
        """Whether a part of it could not be read, since it was opened."""
        self.on_damage: Callable[[], None] = lambda: None
        """Called once, on whatever thread met the damage first."""

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.engine.dialect.name

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session on one unchanging picture of the data; what it changed is thrown away."""
        with self._session(writes=False) as session:
            yield session
            session.expunge_all()
            session.rollback()

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session that commits when its block ends well, and undoes everything otherwise."""
        with self.turn(), self._session(writes=True) as session:
            yield session
            session.commit()

    def rows(self, query: str, values: tuple[Any, ...] = ()) -> Sequence[Row[Any]]:
        """The rows of one question, in the driver's own words: half the effort of a session for it."""
        with self.translated(), self.engine.connect() as connection:
            return connection.exec_driver_sql(query, values).all()

    def begin(self, session: Session, *, writes: bool) -> None:
        """Opens the transaction of a fresh session."""
        session.connection().exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    def asks_by_keys(self, session: Session) -> None:
        """The rest of this transaction finds its rows by indexes; said to a database that would guess."""

    def translated(self) -> AbstractContextManager[None]:
        """Turns what the driver says of the store itself into a failure of `errors`."""
        return self._remembering_damage()

    @contextmanager
    def _remembering_damage(self) -> Iterator[None]:
        try:
            with translated(self.name):
                yield
        except StoreDamaged as damage:
            if damage.facts.get("store") == self.name:
                # A connection that met the damage refuses every write from then on, as if there were no room.
                self.engine.dispose()
                if not self.is_damaged:
                    self.is_damaged = True
                    self.on_damage()
            raise
        except StoreFull as refusal:
            if self.is_damaged:
                raise StoreDamaged("store_unreadable", store=self.name) from refusal
            raise

    def close(self) -> None:
        """Lets go of every connection; a process about to end calls it."""
        self.engine.dispose()

    @contextmanager
    def _session(self, *, writes: bool) -> Iterator[Session]:
        with self.translated(), Session(self.engine, expire_on_commit=False) as session:
            self.begin(session, writes=writes)
            yield session


def open_database(
    path: Path,
    key: bytes | None = None,
    synchronous: Literal["FULL", "NORMAL"] = "FULL",
    checkpoint_pages: int = CHECKPOINT_PAGES,
) -> Database:
    """Opens or makes the file at `path`; with a 32-byte `key` it is SQLCipher, otherwise plain SQLite.

    A commit that leaves `checkpoint_pages` in the log writes them into the file itself.
    Raises StoreDamaged when the file is not a database under that key.
    """
    module: Any = sqlcipher if key is not None else sqlite3
    settings: dict[str, int | str] = {"synchronous": synchronous, "wal_autocheckpoint": checkpoint_pages}
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: _connected(module, path, key, _SETTINGS | settings),
        module=module,
        hide_parameters=True,  # they are what tenants and staff said
        poolclass=QueuePool,
        pool_size=8,
        max_overflow=24,
        pool_use_lifo=True,  # the connection used last is the one whose pages are still in memory
    )
    event.listen(engine, "begin", _leave_begin_to_us)
    with translated(path.name), engine.connect() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
    return Database(engine, path.name)


def _connected(module: Any, path: Path, key: bytes | None, settings: dict[str, int | str]) -> Any:
    connection = module.connect(str(path), isolation_level=None, check_same_thread=False)
    cursor = connection.cursor()
    if key is not None:
        cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for name, value in settings.items():
        cursor.execute(f"PRAGMA {name} = {value}")
    cursor.close()
    return connection


def _leave_begin_to_us(_connection: object) -> None:
    """The driver opens no transaction of its own (isolation_level None): `Database.begin` says which kind."""


@contextmanager
def translated(store: str) -> Iterator[None]:
    """Turns what the driver says of the file itself into StoreFull or StoreDamaged; all else passes.

    `store` names the file, so that whoever can do without it knows which one it was.
    """
    try:
        yield
    except (DatabaseError, sqlcipher.DatabaseError, sqlite3.DatabaseError) as error:
        text = str(error)
        if any(word in text for word in _NOT_KEPT):
            raise StoreFull(store=store) from error
        if "malformed" in text or "not a database" in text:
            raise StoreDamaged("store_unreadable", store=store) from error
        if isinstance(error, OperationalError) and "unable to open" in text:
            raise StoreDamaged("store_cannot_open", store=store) from error
        raise
