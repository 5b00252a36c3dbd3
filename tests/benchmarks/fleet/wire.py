"""A small HTTP/1.1 client for thousands of stations in one process: one kept-alive socket each."""

import asyncio
from collections.abc import AsyncIterator

HEADERS_BYTES = 64 * 1024


class Unreachable(Exception):
    """No whole answer came: the outcome is unknown."""


class Wire:
    """One station's socket to central; it is opened when needed and again after a failure."""

    def __init__(self, host: str, port: int) -> None:
        self._host = host
        self._port = port
        self._socket: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._turn = asyncio.Lock()

    async def ask(self, method: str, path: str, token: str, body: bytes = b"") -> tuple[int, bytes]:
        """The status and body of the answer, one question at a time. Raises Unreachable."""
        async with self._turn:
            return await self._ask(method, path, token, body)

    async def _ask(self, method: str, path: str, token: str, body: bytes) -> tuple[int, bytes]:
        try:
            if self._socket is None:
                self._socket = await asyncio.open_connection(self._host, self._port, limit=HEADERS_BYTES)
            reader, writer = self._socket
            writer.write(_head(method, path, token, len(body)) + body)
            status, length = await _heading(reader)
            return status, await reader.readexactly(length)
        except (OSError, EOFError, ValueError) as error:
            self.close()
            raise Unreachable from error

    async def events(self, path: str, token: str) -> AsyncIterator[None]:
        """Once for each event of a stream, on a socket of its own, until it ends. Raises Unreachable."""
        try:
            reader, writer = await asyncio.open_connection(self._host, self._port)
        except OSError as error:
            raise Unreachable from error
        try:
            writer.write(_head("GET", path, token, 0))
            await _heading(reader)
            while line := await reader.readline():
                if line.startswith(b"data:"):
                    yield
        except (OSError, EOFError, ValueError) as error:
            raise Unreachable from error
        finally:
            writer.close()

    def close(self) -> None:
        """Hangs up."""
        if self._socket is not None:
            self._socket[1].close()
            self._socket = None


def _head(method: str, path: str, token: str, length: int) -> bytes:
    return (
        f"{method} {path} HTTP/1.1\r\nHost: central\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Length: {length}\r\nContent-Type: application/octet-stream\r\n\r\n"
    ).encode()


async def _heading(reader: asyncio.StreamReader) -> tuple[int, int]:
    """The status, and the length of the body (0 for a stream without one)."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    first, *lines = head.split("\r\n")
    lengths = [int(line[15:]) for line in lines if line.startswith("content-length:")]
    return int(first.split()[1]), lengths[0] if lengths else 0
