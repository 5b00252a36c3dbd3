"""Raw sockets of somebody who means no good: they say what they like, as fast or as slowly as they like."""

import socket
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from urllib.parse import urlsplit

MEGABYTE = 1024 * 1024
PIECE = 256 * 1024
PATIENCE_SECONDS = 30.0


def dial(url: str) -> socket.socket:
    """A connection that says nothing yet."""
    address = urlsplit(url)
    return socket.create_connection((address.hostname or "", address.port or 0), PATIENCE_SECONDS)


@contextmanager
def dialled(url: str, how_many: int) -> Iterator[list[socket.socket]]:
    """So many of them, hung up at the end."""
    with ExitStack() as lines:
        yield [lines.enter_context(dial(url)) for _ in range(how_many)]


def pour(line: socket.socket, words: Iterable[bytes]) -> int:
    """Says all of it, or what is listened to; how many bytes went out."""
    sent = 0
    with suppress(OSError):
        for word in words:
            line.sendall(word)
            sent += len(word)
    return sent


def answer(line: socket.socket) -> str:
    """The first line of the answer; nothing from somebody who hangs up without a word."""
    said = b""
    with suppress(OSError):
        while b"\r\n" not in said:
            more = line.recv(4096)
            if not more:
                break
            said += more
    return said.partition(b"\r\n")[0].decode("latin-1")


def seconds_until_hung_up(line: socket.socket, word: bytes = b"", every: float = 0.0) -> float:
    """How long the other side bears it, who hears `word` again and again, or nothing at all."""
    started = time.monotonic()
    line.settimeout(every or PATIENCE_SECONDS)
    with suppress(ConnectionError):
        while time.monotonic() - started < PATIENCE_SECONDS:
            try:
                if not line.recv(4096):
                    break
            except TimeoutError:
                line.sendall(word)
    return time.monotonic() - started


def head(method: str, path: str, **headers: object) -> bytes:
    """A head, its end included; a name's underscores are hyphens."""
    lines = [f"{method} {path} HTTP/1.1", "Host: central"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode()


def endless_head(megabytes: int) -> Iterator[bytes]:
    """A header whose value never ends."""
    yield b"GET /v1/health HTTP/1.1\r\nHost: central\r\nX-Much: "
    yield from (b"a" * PIECE for _ in range(megabytes * MEGABYTE // PIECE))


def many_headers(megabytes: int) -> Iterator[bytes]:
    """Short headers without end."""
    yield b"GET /v1/health HTTP/1.1\r\nHost: central\r\n"
    yield from (b"a: b\r\n" * (PIECE // 6) for _ in range(megabytes * MEGABYTE // PIECE))


def long_address(megabytes: int) -> Iterator[bytes]:
    """An address of so many megabytes."""
    yield b"GET /"
    yield from (b"a" * PIECE for _ in range(megabytes * MEGABYTE // PIECE))
    yield b" HTTP/1.1\r\nHost: central\r\n\r\n"


def large_body(path: str, size: int, **headers: object) -> Iterator[bytes]:
    """A body of announced size."""
    yield head("POST", path, Content_Length=size, **headers)
    yield from (b"\0" * min(PIECE, size - at) for at in range(0, size, PIECE))


def unannounced_body(path: str, megabytes: int, **headers: object) -> Iterator[bytes]:
    """Chunks without end."""
    yield head("POST", path, Transfer_Encoding="chunked", **headers)
    chunk = b"%x\r\n%b\r\n" % (PIECE, b"\0" * PIECE)
    yield from (chunk for _ in range(megabytes * MEGABYTE // PIECE))
