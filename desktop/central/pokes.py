"""Pokes: a word to each listening station that something changed, never what."""

import asyncio
import logging
from collections.abc import AsyncIterator

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from desktop.central.tables import Scope
from desktop.errors import GuichetError
from desktop.models.database import Database

KEEP_ALIVE_SECONDS = 20.0
WATCH_SECONDS = 0.25
"""How often versions are looked at while someone listens: another process (an import) may move them."""


_END = "end"
_log = logging.getLogger(__name__)


class Pokes:
    """One per server process. `moved` may be called from any thread; listeners live on the server's loop."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listeners: dict[asyncio.Queue[str], tuple[str, frozenset[str]]] = {}
        self._seen: dict[str, int] = {}
        self._watch: asyncio.Task[None] | None = None

    def moved(self, versions: dict[str, int], by: str = "") -> None:
        """Says that scopes moved to new versions; the device `by` knows from its own answer."""
        if self._loop is not None and versions:
            self._loop.call_soon_threadsafe(self._tell, versions, by)

    def close(self) -> None:
        """Lets every listener go; called on the server's loop before it ends."""
        for queue in self._listeners:
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(_END)

    async def listen(self, device_id: str, scopes: frozenset[str]) -> AsyncIterator[str]:
        """The lines of an event stream: one poke at once, as some may have been missed; then each."""
        self._loop = asyncio.get_running_loop()
        queue: asyncio.Queue[str] = asyncio.Queue(maxsize=1)
        self._listeners[queue] = (device_id, scopes)
        if self._watch is None or self._watch.done():
            self._watch = self._loop.create_task(self._look_around())
        try:
            yield "data: hello\n\n"
            while True:
                try:
                    word = await asyncio.wait_for(queue.get(), KEEP_ALIVE_SECONDS)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                if word == _END:
                    return
                yield f"data: {word}\n\n"
        finally:
            del self._listeners[queue]

    def _tell(self, versions: dict[str, int], by: str = "") -> None:
        self._seen |= {scope: max(ver, self._seen.get(scope, 0)) for scope, ver in versions.items()}
        for queue, (device_id, scopes) in self._listeners.items():
            if device_id != by and scopes & versions.keys() and queue.empty():
                queue.put_nowait("moved")

    async def _look_around(self) -> None:
        while self._listeners:
            try:
                now = await asyncio.to_thread(self._versions)
            except (SQLAlchemyError, GuichetError):
                _log.exception("the versions could not be read")
                now = {}
            moved = {scope: ver for scope, ver in now.items() if ver > self._seen.get(scope, -1)}
            if moved:
                self._tell(moved)
            await asyncio.sleep(WATCH_SECONDS)

    def _versions(self) -> dict[str, int]:
        with self._database.read() as session:
            return {scope.id: scope.ver for scope in session.scalars(select(Scope))}
