"""A bad line between stations and central: it delays, cuts, swallows, doubles, throttles and holds back."""

import asyncio
import random
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

WEATHERS = (
    "clear",
    "delay",
    "cut_request",
    "cut_answer",
    "swallow",
    "twice",
    "half_open",
    "throttle",
    "buffering",
)
CHUNK = 65_536
HOLD_SECONDS = 0.4
"""How long the line keeps people waiting before it hangs up, or lets go of what it held back."""


class Proxy:
    """Listens on a port of its own, carries bytes to one of `targets`; `badness`: share of bad weather."""

    def __init__(self, seed: int, badness: float = 0.35) -> None:
        self.targets: list[tuple[str, int]] = []
        self.badness = badness
        self.met: dict[str, int] = dict.fromkeys(WEATHERS, 0)
        self.next: list[str] = []
        self._random = random.Random(seed)
        self._loop = asyncio.new_event_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._open: list[asyncio.StreamWriter] = []
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)
        self._thread.start()
        opening = asyncio.start_server(self._accepted, "127.0.0.1", 0)
        self._server = asyncio.run_coroutine_threadsafe(opening, self._loop).result(10)
        self.port: int = self._server.sockets[0].getsockname()[1]

    def heal(self) -> None:
        """From now on the weather is clear; lines that were bad are hung up."""
        self.badness = 0.0
        self.cut_all()

    def cut_all(self) -> None:
        """Every line goes dead at once."""
        self._run(self._cut_all())

    def close(self) -> None:
        """Hangs up and ends the thread."""
        self._run(self._stop_accepting())
        self._run(self._cut_all())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def _run(self, what: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(what, self._loop).result(10)

    async def _stop_accepting(self) -> None:
        """On the loop's own thread, where connections end, too."""
        self._server.close()

    async def _cut_all(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for writer in self._open:
            writer.transport.abort()
        await asyncio.sleep(0.01)

    async def _accepted(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.held((reader, writer))
        try:
            with suppress(OSError, asyncio.CancelledError):
                up = await self.reach()
                await _Line(self, (reader, writer), up).carry()
        finally:
            self._tasks.discard(task)
            writer.transport.abort()

    async def reach(self) -> "Ends":
        """A connection to whichever of the targets answers, asked in any order."""
        for target in self._random.sample(self.targets, len(self.targets)):
            with suppress(OSError):
                return self.held(await asyncio.open_connection(*target))
        raise ConnectionRefusedError

    def held(self, ends: "Ends") -> "Ends":
        """Remembers an open end until it is hung up."""
        self._open = [each for each in self._open if not each.is_closing()] + [ends[1]]
        return ends

    def weather(self) -> str:
        """What befalls the next words."""
        met = "clear"
        if self.next:
            met = self.next.pop(0)
        elif self._random.random() < self.badness:
            met = self._random.choice(WEATHERS[1:])
        self.met[met] += 1
        return met

    def some(self, low: float, high: float) -> float:
        """A number in between."""
        return self._random.uniform(low, high)


Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class _Line:
    """One connection: the weather is drawn anew at each question that follows an answer."""

    def __init__(self, proxy: Proxy, down: Ends, up: Ends) -> None:
        self._proxy = proxy
        self._down, self._up = down, up
        self._echo: Ends | None = None
        self._weather = ""
        self._fresh = True

    async def carry(self) -> None:
        """Until either end, or the weather, hangs up."""
        ways = [asyncio.ensure_future(self._questions()), asyncio.ensure_future(self._answers())]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for _, writer in filter(None, (self._up, self._echo)):
                writer.transport.abort()
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)

    async def _questions(self) -> None:
        while chunk := await self._down[0].read(CHUNK):
            if self._fresh:
                self._weather, self._fresh = self._proxy.weather(), False
            if not await self._ask(chunk):
                return

    async def _ask(self, chunk: bytes) -> bool:
        """Carries a part of a question; False when the line is to be hung up."""
        match self._weather:
            case "half_open":
                await asyncio.sleep(HOLD_SECONDS)
                return False
            case "cut_request":
                self._up[1].write(chunk[: int(len(chunk) * self._proxy.some(0.1, 0.99))])
                await self._up[1].drain()
                return False
            case "twice":
                if self._echo is None:
                    self._echo = await self._proxy.reach()
                self._echo[1].write(chunk)
            case "delay":
                await asyncio.sleep(self._proxy.some(0.005, 0.08))
        await _write(self._up[1], chunk, slowly=self._weather == "throttle")
        return True

    async def _answers(self) -> None:
        whole = {"swallow": self._swallow, "cut_answer": self._cut, "buffering": self._hold}
        while chunk := await self._up[0].read(CHUNK):
            self._fresh = True
            odd: Callable[[bytes], Coroutine[Any, Any, bool]] | None = whole.get(self._weather)
            if odd is None:
                await _write(self._down[1], chunk, slowly=self._weather == "throttle")
            elif not await odd(chunk):
                return

    async def _swallow(self, _chunk: bytes) -> bool:
        await asyncio.sleep(HOLD_SECONDS)
        return False

    async def _cut(self, chunk: bytes) -> bool:
        self._down[1].write(chunk[: int(len(chunk) * self._proxy.some(0.1, 0.99))])
        await self._down[1].drain()
        return False

    async def _hold(self, chunk: bytes) -> bool:
        await asyncio.sleep(HOLD_SECONDS)
        await _write(self._down[1], chunk, slowly=False)
        return True


async def _write(writer: asyncio.StreamWriter, chunk: bytes, *, slowly: bool) -> None:
    step = max(1, len(chunk) // 8) if slowly else len(chunk)
    for at in range(0, len(chunk), step):
        writer.write(chunk[at : at + step])
        await writer.drain()
        if slowly:
            await asyncio.sleep(0.01)
