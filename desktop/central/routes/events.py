"""Pokes: a station hears at once that something changed for it, never what."""

from collections.abc import AsyncIterator

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from desktop.central.routes.door import Bearer, Door


def routes(door: Door) -> APIRouter:
    """`/v1/sync/events`."""
    router = APIRouter(prefix="/v1/sync")

    @router.get("/events")
    async def events(authorization: Bearer = "") -> StreamingResponse:
        device = door.device(authorization)
        with door.reader(device) as reader:
            scopes = frozenset(reader.scopes())
        lines: AsyncIterator[str] = door.pokes.listen(device.id, scopes)
        return StreamingResponse(lines, media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    return router
