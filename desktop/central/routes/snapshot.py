"""Bootstraps: the manifest of all a station may hold, and its files."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Header, Response
from fastapi.responses import FileResponse

from desktop.central import snapshots
from desktop.central.routes.door import Bearer, Door, answer
from desktop.protocol.messages import MEDIA_TYPE


def routes(door: Door) -> APIRouter:
    """`/v1/sync/snapshot` and `/v1/sync/snapshot/{name}/{index}`."""
    router = APIRouter(prefix="/v1/sync/snapshot")

    @router.get("")
    def snapshot(authorization: Bearer = "", sync_incarnation: Annotated[str, Header()] = "") -> Response:
        device = door.device(authorization)
        with door.reader(device, sync_incarnation) as reader:
            return answer(msgspec.msgpack.encode(snapshots.build(door.store.snapshots, reader)))

    @router.get("/{name}/{index}")
    def file(name: str, index: int, authorization: Bearer = "") -> FileResponse:
        device = door.device(authorization)
        with door.reader(device) as reader:
            path = snapshots.file_of(door.store.snapshots, reader, name, index)
            return FileResponse(path, media_type=MEDIA_TYPE)

    return router
