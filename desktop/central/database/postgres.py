"""Central's database on a PostgreSQL server, for landlords with several agencies writing at once."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from sqlalchemy import URL, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted
from sqlalchemy.orm import Session

from desktop.errors import Offline, Refused, StoreDamaged, StoreFull
from desktop.models.database import Database
from desktop.models.new_rows import COPY

DRIVER = "postgresql+psycopg"
OLDEST_SERVER = (14,)
CONNECTIONS = 20
"""The most that one process opens; PostgreSQL allows a hundred in all unless told otherwise."""

LOCK_SECONDS = 2
_POOL_SECONDS = 10.0
_DISK_FULL = {"53100"}
_DAMAGED = {"XX001", "XX002"}
_GONE = ("08", "57P", "53300", "25006")
"""Connections cut, a server that stops or starts or has no place left, one that became a read-only copy."""


class ServerDatabase(Database):
    """A PostgreSQL database. Its writers hold no common lock: units of work lock their scopes."""

    def begin(self, session: Session, *, writes: bool) -> None:
        """A reader sees one picture; a writer what is committed, and waits no longer than LOCK_SECONDS."""
        if not writes:
            session.connection(
                execution_options={"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            )
            return
        connection = session.connection(execution_options={"isolation_level": "READ COMMITTED"})
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'")

    def asks_by_keys(self, session: Session) -> None:
        """Keeps the planner from reading a table whole that just grew and that it takes for a small one."""
        session.connection().exec_driver_sql("SET LOCAL enable_seqscan = off")

    def translated(self) -> AbstractContextManager[None]:
        """Turns what the driver says of the server itself into a failure of `errors`."""
        return translated(self.name)


def open_server(address: str, connections: int = CONNECTIONS) -> ServerDatabase:
    """Opens the database at `address`, a URL; without a password libpq takes PGPASSWORD or PGPASSFILE.

    Raises Refused: database_address_wrong, database_server_too_old, database_not_unicode; Offline when the
    server does not answer.
    """
    url = read_address(address)
    engine = create_engine(
        url,
        pool_size=(connections + 1) // 2,
        max_overflow=connections // 2,
        pool_timeout=_POOL_SECONDS,
        hide_parameters=True,
        connect_args={"connect_timeout": 5, "application_name": "guichet central"},
    )
    event.listen(engine, "do_executemany", _stream)
    database = ServerDatabase(engine, url.database or "")
    with database.translated(), engine.connect() as connection:
        found = connection.dialect.server_version_info or (0,)
        if found < OLDEST_SERVER:
            raise Refused("database_server_too_old", found=found[0], needed=OLDEST_SERVER[0])
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
        if encoding != "UTF8":
            raise Refused("database_not_unicode", encoding=encoding)
    return database


def read_address(address: str) -> URL:
    """Raises Refused("database_address_wrong") for what is no URL of a PostgreSQL database."""
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise Refused("database_address_wrong", wanted=f"{DRIVER}://user@host/name") from error
    if url.drivername not in {DRIVER, "postgresql"} or not url.database:
        raise Refused("database_address_wrong", wanted=f"{DRIVER}://user@host/name")
    return url.set(drivername=DRIVER)


def _stream(cursor: Any, statement: str, rows: Sequence[Sequence[Any]], _context: object) -> bool:
    """Sends the rows of a COPY after it; every other statement for many rows is the driver's own affair."""
    if not statement.startswith(COPY):
        return False
    with cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
    return True


@contextmanager
def translated(name: str) -> Iterator[None]:
    """What the server says of itself as StoreFull, StoreDamaged or Offline; a lock held too long passes."""
    try:
        yield
    except PoolExhausted as error:
        raise Offline("central_busy") from error
    except DBAPIError as error:
        state = getattr(error.orig, "sqlstate", None)
        if state in _DISK_FULL:
            raise StoreFull(store=name) from error
        if state in _DAMAGED:
            raise StoreDamaged("store_unreadable", store=name) from error
        unheard = state is None and isinstance(error, OperationalError | InterfaceError)
        if unheard or (state or "").startswith(_GONE):
            reason = str(error.orig).strip().partition("\n")[0]
            raise Offline("database_unreachable", database=name, reason=reason) from error
        raise
