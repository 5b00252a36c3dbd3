"""What the workers of one central tell one another over PostgreSQL: that scopes moved, and by whom."""

import asyncio
import logging
import random
import secrets
from collections.abc import Callable

import msgspec
import psycopg
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from desktop.errors import GuichetError
from desktop.models.database import Database
from desktop.protocol.messages import UNREADABLE

CHANNEL = "guichet_moved"
LONGEST_PAUSE_SECONDS = 10.0
_PROVE_EVERY_SECONDS = 15.0
_SCOPES_A_NOTICE = 100
"""PostgreSQL takes up to 8,000 bytes a notice."""

_log = logging.getLogger(__name__)


class Notice(msgspec.Struct, frozen=True):
    """Scopes that moved to these versions, in the worker `worker`, by the device `by`."""

    worker: str
    versions: dict[str, int]
    by: str


def notices_for(database: Database) -> "Notices | None":
    """The notices of this database; None for one whose other processes cannot tell."""
    return Notices(database) if database.engine.dialect.name == "postgresql" else None


class Notices:
    """Sends notices just after the commit: within it they would line up the commits of all agencies."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._worker = secrets.token_hex(8)
        self.connected = False

    def say(self, versions: dict[str, int], by: str) -> None:
        """Tells the other workers; called on the thread that committed. What goes wrong costs a delay."""
        scopes = sorted(versions)
        try:
            with self._database.engine.connect() as connection:
                for at in range(0, len(scopes), _SCOPES_A_NOTICE):
                    part = {scope: versions[scope] for scope in scopes[at : at + _SCOPES_A_NOTICE]}
                    payload = msgspec.json.encode(Notice(self._worker, part, by)).decode()
                    notify = text("SELECT pg_notify(:channel, :payload)")
                    connection.execute(notify, {"channel": CHANNEL, "payload": payload})
                connection.commit()
        except (SQLAlchemyError, GuichetError) as error:
            _log.warning("the other workers could not be told: %s", error)

    async def listen(self, tell: Callable[[dict[str, int], str], None]) -> None:
        """Hears the other workers for ever, over a connection that is opened again whenever it breaks."""
        failures = 0
        while True:
            try:
                async with await self._connect() as connection:
                    await connection.execute(f"LISTEN {CHANNEL}")
                    self.connected, failures = True, 0
                    await self._hear(connection, tell)
            except (psycopg.Error, OSError) as error:
                _log.warning("the other workers cannot be heard: %s", error)
            finally:
                self.connected = False
            failures += 1
            ceiling = min(LONGEST_PAUSE_SECONDS, 0.1 * 2.0**failures)
            await asyncio.sleep(random.uniform(0.0, ceiling))  # noqa: S311 - spreads load, guards nothing

    async def _connect(self) -> "psycopg.AsyncConnection[tuple[object, ...]]":
        url = self._database.engine.url.set(drivername="postgresql")
        return await psycopg.AsyncConnection.connect(
            url.render_as_string(hide_password=False), autocommit=True, connect_timeout=5
        )

    async def _hear(
        self,
        connection: "psycopg.AsyncConnection[tuple[object, ...]]",
        tell: Callable[[dict[str, int], str], None],
    ) -> None:
        while True:
            async for heard in connection.notifies(timeout=_PROVE_EVERY_SECONDS):
                try:
                    notice = msgspec.json.decode(heard.payload, type=Notice)
                except UNREADABLE:
                    _log.warning("a notice cannot be read")
                    continue
                if notice.worker != self._worker:
                    tell(notice.versions, notice.by)
            # A line that died without a word is found out by using it.
            await connection.execute("SELECT 1")
