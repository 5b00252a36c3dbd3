"""Reading what central answers: never more than a station can hold, nor for longer than it can wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

import msgspec

from desktop.errors import Nonsense, Offline
from desktop.protocol.messages import UNREADABLE

if TYPE_CHECKING:
    import requests

Shape = TypeVar("Shape")

MOST_BYTES = 64 * 1024 * 1024
"""Of one answer as it travels; what it may unpack to is `protocol.frames.MAX_ANSWER_BYTES`."""

LONGEST_SECONDS = 600.0
MOST_LINE_BYTES = 4 * 1024
"""Of one word in a stream of events."""

_PIECE_BYTES = 64 * 1024


def read_whole(response: "requests.Response") -> bytes:
    """The body of an answer, which nobody packed on its way: it was not asked for.

    Raises Nonsense: answer_too_big, answer_unreadable; Offline("central_silent") for one that drips.
    """
    _require_plain(response)
    parts, size, end = [], 0, monotonic() + LONGEST_SECONDS
    for part in response.iter_content(_PIECE_BYTES):
        size += len(part)
        if size > MOST_BYTES:
            raise Nonsense("answer_too_big")
        if monotonic() > end:
            raise Offline("central_silent")
        parts.append(part)
    return b"".join(parts)


def read_lines(response: "requests.Response") -> Iterator[str]:
    """The lines of an endless answer as they come. Raises Nonsense for one that does not end."""
    _require_plain(response)
    line = bytearray()
    for byte in response.iter_content(1):
        if byte != b"\n":
            line += byte
            if len(line) > MOST_LINE_BYTES:
                raise Nonsense("answer_too_big")
            continue
        yield line.decode("utf-8", "replace").rstrip("\r")
        line.clear()


def from_json(body: bytes, shape: type[Shape]) -> Shape:
    """A JSON answer. Raises Nonsense("answer_unreadable") for anything else."""
    with _making_sense():
        return msgspec.json.decode(body, type=shape)


def from_msgpack(body: bytes, shape: type[Shape]) -> Shape:
    """A msgpack answer. Raises Nonsense("answer_unreadable") for anything else."""
    with _making_sense():
        return msgspec.msgpack.decode(body, type=shape)


@contextmanager
def _making_sense() -> Iterator[None]:
    try:
        yield
    except UNREADABLE as error:
        raise Nonsense("answer_unreadable") from error


def _require_plain(response: "requests.Response") -> None:
    if response.headers.get("Content-Encoding", "identity").strip().lower() not in {"", "identity"}:
        raise Nonsense("answer_unreadable")
