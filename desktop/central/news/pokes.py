"""Pokes: a word to each listening station that something changed, never what."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from itertools import count

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from desktop.central.news.listeners import END, MOVED, STILL_HERE, Listener
from desktop.central.news.notices import Notices, notices_for
from desktop.errors import GuichetError
from desktop.models.database import Database

KEEP_ALIVE_SECONDS = 20
WATCH_SECONDS = 0.25
"""How often versions are looked at while someone listens: another process (an import) may move them."""

NET_SECONDS = 2.0
"""How often they are looked at while other processes tell by themselves."""

_log = logging.getLogger(__name__)


class Pokes:
    """One per server process. `moved` may be called from any thread; listeners live on the server's loop."""

    def __init__(self, database: Database, most_of_a_device: int = 1_000_000) -> None:
        self._database = database
        self._notices: Notices | None = notices_for(database)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._by_scope: dict[str, dict[Listener, None]] = {}
        self._turns: tuple[dict[Listener, None], ...] = tuple({} for _ in range(KEEP_ALIVE_SECONDS))
        self._next_turn = count()
        self._by_device: dict[str, dict[Listener, None]] = {}
        self._most_of_a_device = most_of_a_device
        self._seen: dict[str, int] = {}
        self._at_work: list[asyncio.Task[None]] = []

    @property
    def listening(self) -> int:
        """How many stations listen to this process now."""
        return sum(len(turn) for turn in self._turns)

    def moved(self, versions: dict[str, int], by: str = "") -> None:
        """Says that scopes moved to new versions; the device `by` knows from its own answer."""
        if not versions:
            return
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._tell, versions, by)
        if self._notices is not None:
            self._notices.say(versions, by)

    def close(self) -> None:
        """Lets every listener go; called on the server's loop before it ends."""
        for task in self._at_work:
            task.cancel()
        for listener in [each for turn in self._turns for each in turn]:
            listener.tell(END)

    async def ready(self) -> None:
        """Must be awaited before `hear`: knows where the scopes stand, and keeps looking from then on."""
        loop = asyncio.get_running_loop()
        if self._loop is loop and self._at_work and not any(task.done() for task in self._at_work):
            return
        for task in self._at_work:
            task.cancel()
        self._loop = loop
        work: list[Callable[[], Awaitable[None]]] = [self._look_around, self._keep_alive]
        if self._notices is not None:
            work.append(self._overhear)
        self._at_work = [loop.create_task(_forever(each)) for each in work]
        await self._look()

    @contextmanager
    def hear(self, listener: Listener) -> Iterator[None]:
        """While the block lasts, `listener` is told of each move of its scopes.

        Where its station listens too often already, the one that listens longest is let go of: a line that
        broke unnoticed is not waited for.
        """
        mine = self._by_device.setdefault(listener.device_id, {})
        mine[listener] = None
        if len(mine) > self._most_of_a_device:
            oldest = next(iter(mine))
            del mine[oldest]
            oldest.tell(END)
        turn = self._turns[next(self._next_turn) % KEEP_ALIVE_SECONDS]
        turn[listener] = None
        for scope in listener.scopes:
            self._by_scope.setdefault(scope, {})[listener] = None
        try:
            yield
        finally:
            del turn[listener]
            mine.pop(listener, None)
            if not mine and self._by_device.get(listener.device_id) is mine:
                del self._by_device[listener.device_id]
            for scope in listener.scopes:
                del self._by_scope[scope][listener]

    def _tell(self, versions: dict[str, int], by: str = "") -> None:
        news = {scope: ver for scope, ver in versions.items() if ver > self._seen.get(scope, -1)}
        self._seen |= news
        told = {each: None for scope in news for each in self._by_scope.get(scope, ())}
        for listener in told:
            if listener.device_id != by:
                listener.tell(MOVED)

    async def _look_around(self) -> None:
        while True:
            calm = self._notices is not None and self._notices.connected
            await asyncio.sleep(NET_SECONDS if calm else WATCH_SECONDS)
            if self.listening:
                await self._look()

    async def _look(self) -> None:
        try:
            self._tell(await asyncio.to_thread(self._versions))
        except (SQLAlchemyError, GuichetError):
            _log.exception("the versions could not be read")

    async def _keep_alive(self) -> None:
        for turn in count():
            await asyncio.sleep(1.0)
            for listener in tuple(self._turns[turn % KEEP_ALIVE_SECONDS]):
                listener.tell(STILL_HERE)

    async def _overhear(self) -> None:
        if self._notices is not None:
            await self._notices.listen(self._tell)

    def _versions(self) -> dict[str, int]:
        with self._database.read() as session:
            return {scope: ver for scope, ver in session.execute(text("SELECT id, ver FROM scope"))}


async def _forever(work: Callable[[], Awaitable[None]]) -> None:
    try:
        await work()
    except Exception:
        _log.exception("telling stations broke; it starts again with the next one that listens")
        raise
