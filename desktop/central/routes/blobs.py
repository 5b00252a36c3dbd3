"""The files that stations send, and fetch."""

from typing import Annotated

from fastapi import APIRouter, Header
from fastapi.responses import FileResponse

from desktop.central.files import blobs
from desktop.central.routes.door import Bearer, Body, Door


def routes(door: Door) -> APIRouter:
    """`/v1/blobs/{sha256}`."""
    router = APIRouter(prefix="/v1/blobs")

    @router.put("/{sha256}")
    def keep(
        sha256: str,
        body: Body,
        authorization: Bearer = "",
        content_type: Annotated[str, Header()] = "application/octet-stream",
    ) -> dict[str, str]:
        device = door.device(authorization)
        versions = blobs.keep(door.store, device, sha256, body, content_type, door.clock())
        door.pokes.moved(versions, device.id)
        return {"sha256": sha256}

    @router.get("/{sha256}")
    def fetch(sha256: str, authorization: Bearer = "") -> FileResponse:
        device = door.device(authorization)
        with door.store.database.read() as session:
            path, media_type = blobs.find(door.store, session, device, sha256)
        return FileResponse(path, media_type=media_type)

    return router
