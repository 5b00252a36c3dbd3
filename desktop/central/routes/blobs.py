"""The files that stations fetch; `uploads` is how they came."""

from fastapi import APIRouter
from fastapi.responses import FileResponse

from desktop.central.files import blobs
from desktop.central.routes.door import Bearer, Door


def routes(door: Door) -> APIRouter:
    """`/v1/blobs/{sha256}`."""
    router = APIRouter(prefix="/v1/blobs")

    @router.get("/{sha256}")
    def fetch(sha256: str, authorization: Bearer = "") -> FileResponse:
        device = door.device(authorization)
        with door.store.database.read() as session:
            path, media_type = blobs.find(door.store, session, device, sha256)
        return FileResponse(path, media_type=media_type)

    return router
