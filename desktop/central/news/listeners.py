"""Who is told: a stream of events that never holds anybody up, and a question that waits for one answer."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Protocol

Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

HELLO = b"data: hello\n\n"
MOVED = b"data: moved\n\n"
STILL_HERE = b": still here\n\n"
END = b""


class Listener(Protocol):
    """One station that listens, for the scopes that it may hear of. `tell` returns at once."""

    device_id: str
    scopes: frozenset[str]

    def tell(self, word: bytes) -> None:
        """Passes a word on, or END; words may be merged."""


class Stream:
    """An open event stream. A station that reads slowly delays nobody: its words wait, merged into one."""

    __slots__ = ("_ended", "_send", "_sending", "_word", "device_id", "scopes")

    def __init__(self, device_id: str, scopes: frozenset[str], send: Send) -> None:
        self.device_id = device_id
        self.scopes = scopes
        self._send = send
        self._word = b""
        self._ended = False
        self._sending: asyncio.Task[None] | None = None

    def tell(self, word: bytes) -> None:
        """Sends `word` unless one that says as much is waiting already."""
        self._ended = self._ended or word == END
        self._word = MOVED if MOVED in {word, self._word} else word
        if self._sending is None or self._sending.done():
            self._sending = asyncio.get_running_loop().create_task(self._say())

    async def _say(self) -> None:
        while self._word:
            word, self._word = self._word, b""
            await self._send({"type": "http.response.body", "body": word, "more_body": True})
        if self._ended:
            await self._send({"type": "http.response.body", "body": b"", "more_body": False})


class OpenQuestion:
    """A station that asked to be answered when something moves."""

    __slots__ = ("_answered", "device_id", "scopes")

    def __init__(self, device_id: str, scopes: frozenset[str]) -> None:
        self.device_id = device_id
        self.scopes = scopes
        self._answered: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    def tell(self, word: bytes) -> None:
        """Answers, at the first word that is one."""
        if word != STILL_HERE and not self._answered.done():
            self._answered.set_result(word == MOVED)

    async def within(self, seconds: float) -> bool:
        """Whether something moved before `seconds` were over."""
        try:
            return await asyncio.wait_for(self._answered, seconds)
        except TimeoutError:
            return False
