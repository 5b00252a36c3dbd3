"""A proxy between a station and central that may hold answers back until they are complete, as some do."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class HoldingProxy:
    """Passes requests on at once; with `holds`, of a stream of events nothing comes out but its end.

    `refuses` are the starts of paths that it answers itself, with 502. `paths` is what was asked.
    """

    def __init__(self, port: int) -> None:
        self._port = port
        self.holds = True
        self.refuses: tuple[str, ...] = ()
        self.paths: list[str] = []
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._at_work: list[object] = []
        self._ready = threading.Event()
        self._stop: asyncio.Event | None = None
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._serve(),))

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        while others := asyncio.all_tasks() - {asyncio.current_task()}:
            for task in others:
                task.cancel()
            await asyncio.wait(others)

    async def _carry(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        # The loop itself would let go of a task that waits for a stream.
        self._at_work.append(asyncio.current_task())
        far, onward = await asyncio.open_connection("127.0.0.1", self._port)
        try:
            await self._words(near, back, far, onward)
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return
        finally:
            onward.close()
            back.close()

    async def _words(
        self,
        near: asyncio.StreamReader,
        back: asyncio.StreamWriter,
        far: asyncio.StreamReader,
        onward: asyncio.StreamWriter,
    ) -> None:
        while True:
            head = await near.readuntil(b"\r\n\r\n")
            path = head.split(b" ", 2)[1].decode()
            self.paths.append(path)
            if path.startswith(self.refuses):
                back.write(b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n")
                continue
            onward.write(head + await near.readexactly(_length(head)))
            await self._answer(path, far, back)

    async def _answer(self, path: str, far: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        head = await far.readuntil(b"\r\n\r\n")
        if b"chunked" not in head:
            back.write(head + await far.readexactly(_length(head)))
            return
        held = self.holds and "events" in path
        back.write(b"" if held else head)
        while (piece := await far.read(65_536)) != b"":
            back.write(b"" if held else piece)


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0


@contextmanager
def holding_proxy(port: int) -> Iterator[HoldingProxy]:
    """Runs before the server at `port` for as long as the block."""
    proxy = HoldingProxy(port)
    proxy._thread.start()
    assert proxy._ready.wait(10)
    try:
        yield proxy
    finally:
        assert proxy._stop is not None
        proxy._loop.call_soon_threadsafe(proxy._stop.set)
        proxy._thread.join(10)
        proxy._loop.close()
