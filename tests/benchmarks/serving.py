"""Central, or a bare server that writes the same bytes, in a process of its own, until its input ends."""

import asyncio
import resource
import sys
from pathlib import Path

from desktop.central.news.listeners import HELLO, MOVED
from desktop.central.server import Server
from desktop.central.store import open_store

_HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"


def as_chunk(word: bytes) -> bytes:
    """A word as HTTP sends it in a stream."""
    return b"%x\r\n%b\r\n" % (len(word), word)


def _say(url: str) -> None:
    print(url, flush=True)  # noqa: T201


def central(folder: Path) -> None:
    """Serves the central in `folder`."""
    store = open_store(folder)
    with Server(store) as server:
        _say(server.url)
        sys.stdin.read()
    store.database.close()


async def bare() -> None:
    """Accepts whoever comes as a listener; a POST writes one word to all of them."""
    listeners: list[asyncio.StreamWriter] = []

    async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        if head.startswith(b"GET"):
            listeners.append(writer)
            writer.write(_HEAD + as_chunk(HELLO))
            return
        for listener in listeners:
            listener.write(as_chunk(MOVED))
        writer.close()

    server = await asyncio.start_server(meet, "127.0.0.1", 0, backlog=4096)
    _say(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    if sys.argv[1] == "bare":
        asyncio.run(bare())
    else:
        central(Path(sys.argv[1]))
