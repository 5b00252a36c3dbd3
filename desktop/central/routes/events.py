"""Pokes: a station hears at once that something changed for it, never what."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from desktop.central.news.listeners import HELLO, OpenQuestion, Send, Stream
from desktop.central.news.pokes import Pokes
from desktop.central.routes.door import Bearer, Door
from desktop.protocol.cursor import read_cursor

LONGEST_WAIT_SECONDS = 50.0
Message = MutableMapping[str, Any]


class EventStream(Response):
    """One task a station and no timer: thousands of them cost little while nothing happens."""

    media_type = "text/event-stream"

    def __init__(self, pokes: Pokes, device_id: str, scopes: frozenset[str]) -> None:
        self.status_code = 200
        self.background = None
        self.raw_headers = [
            (b"content-type", b"text/event-stream"),
            (b"cache-control", b"no-store"),
            (b"x-accel-buffering", b"no"),
        ]
        self._pokes, self._device_id, self._scopes = pokes, device_id, scopes

    async def __call__(self, _scope: Message, receive: Callable[[], Awaitable[Message]], send: Send) -> None:
        """Says hello, as some pokes may have been missed; then whatever comes, until the station hangs up."""
        stream = Stream(self._device_id, self._scopes, send)
        with self._pokes.hear(stream):
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            await send({"type": "http.response.body", "body": HELLO, "more_body": True})
            while (await receive())["type"] != "http.disconnect":
                pass


def routes(door: Door) -> APIRouter:
    """`/v1/sync/events` and, where a proxy holds events back, `/v1/sync/wait`."""
    router = APIRouter(prefix="/v1/sync")

    @router.get("/events")
    async def events(authorization: Bearer = "") -> Response:
        standing = await door.standing(authorization)
        await door.pokes.ready()
        return EventStream(door.pokes, standing.device.id, frozenset(standing.position))

    @router.get("/wait")
    async def wait(
        cursor: str = "", t: Annotated[float, Query(ge=0)] = 25.0, authorization: Bearer = ""
    ) -> Response:
        before = await door.standing(authorization)
        await door.pokes.ready()
        question = OpenQuestion(before.device.id, frozenset(before.position))
        with door.pokes.hear(question):
            # Asked again now that nothing can slip by unheard.
            now = await door.standing(authorization)
            if read_cursor(cursor, now.shape) != now.position:
                return Response(b"moved")
            moved = await question.within(min(t, LONGEST_WAIT_SECONDS))
        return Response(b"moved") if moved else Response(status_code=204)

    return router
