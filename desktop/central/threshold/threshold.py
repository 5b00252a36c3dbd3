"""What every request passes before any route: a good token, an announced size, a place that is free."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager, nullcontext
from typing import Any

from fastapi import Response

from desktop.central.threshold.connection import SELF
from desktop.config import Bounds
from desktop.errors import GuichetError, Offline, Refused

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Route = Callable[[Message, Receive, Send], Awaitable[None]]

STRANGER = ""
_SMALL_BYTES = 64 * 1024
"""Smaller bodies are bounded by how many may knock."""

_LISTENED_TO = 4
"""A refused body is read to its end, so that the answer is heard; not one so many times too big."""


class Threshold:
    """Nothing of a body is read before it is known who sends it, and that there is room for all of it.

    `token_of` reads a token and raises NotAllowed; `strangers` says which paths are open without one, and how
    big what is said there may be; `refusal` puts a failure into words.
    """

    def __init__(
        self,
        app: Route,
        bounds: Bounds,
        token_of: Callable[[str], str],
        strangers: Mapping[str, int],
        refusal: Callable[[Exception], Response],
    ) -> None:
        self._app = app
        self._bounds = bounds
        self._token_of = token_of
        self._strangers = strangers
        self._refusal = refusal
        self._requests: Counter[str] = Counter()
        self._bytes: Counter[str] = Counter()
        self._few = asyncio.Semaphore(bounds.strangers_at_work)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Lets a request in, or says why not."""
        headers = dict(scope["headers"])
        try:
            who = self._who(scope, headers)
            size = self._announced(headers, self._most(scope, who))
            with self._carrying(who, size):
                await self._serve(who, size, scope, receive, send)
        except GuichetError as refusal:
            said = self._refusal(refusal)
            if self._is_endless(_length(headers)):
                said.headers["Connection"] = "close"
            await said(scope, receive, send)

    async def _serve(self, who: str, size: int, scope: Message, receive: Receive, send: Send) -> None:
        body = await _whole(receive) if size else b""
        if body is None:
            return
        async with self._few if who == STRANGER else nullcontext():
            await self._app(scope, _again(body, receive) if size else receive, send)

    def _who(self, scope: Message, headers: dict[bytes, bytes]) -> str:
        if scope["path"] in self._strangers:
            return STRANGER
        device_id = self._token_of(headers.get(b"authorization", b"").decode("latin-1"))
        connection = scope.get(SELF)
        if connection is not None:
            connection.is_known(device_id)
        return device_id

    def _most(self, scope: Message, who: str) -> int:
        return self._strangers[scope["path"]] if who == STRANGER else self._bounds.body_bytes

    def _announced(self, headers: dict[bytes, bytes], most: int) -> int:
        size = _length(headers)
        if size is None:
            raise Refused("length_required")
        if size > most:
            raise Refused("body_too_big", max_bytes=most)
        return size

    def _is_endless(self, size: int | None) -> bool:
        return size is None or size > _LISTENED_TO * self._bounds.body_bytes

    @contextmanager
    def _carrying(self, who: str, size: int) -> Iterator[None]:
        """Holds a place for one request and its body. Raises Offline("central_busy")."""
        most = self._bounds.strangers if who == STRANGER else self._bounds.requests_of_a_device
        counted = size if size > _SMALL_BYTES else 0
        if (
            self._requests[who] >= most
            or self._bytes[who] + counted > self._bounds.bodies_of_a_device_bytes
            or self._bytes.total() + counted > self._bounds.bodies_bytes
        ):
            raise Offline("central_busy")
        self._requests[who] += 1
        self._bytes[who] += counted
        try:
            yield
        finally:
            self._requests[who] -= 1
            self._bytes[who] -= counted
            if not self._requests[who]:
                del self._requests[who], self._bytes[who]


def _length(headers: dict[bytes, bytes]) -> int | None:
    """How long the body is; None for one whose end nobody knows."""
    if b"transfer-encoding" in headers:
        return None
    told = headers.get(b"content-length", b"0")
    return int(told) if told.isdigit() else None


async def _whole(receive: Receive) -> bytes | None:
    """The body; None when whoever sends it hangs up before its end."""
    parts: list[bytes] = []
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


def _again(body: bytes, receive: Receive) -> Receive:
    """What the routes hear: the body at once, then whatever else comes."""
    said = [body]

    async def hear() -> Message:
        return {"type": "http.request", "body": said.pop(), "more_body": False} if said else await receive()

    return hear
