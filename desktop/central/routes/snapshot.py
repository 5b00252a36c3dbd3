"""Bootstraps: the manifest of all a station may hold, and its files."""

import asyncio
from typing import Annotated

import msgspec
from fastapi import APIRouter, Header, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse

from desktop.central.routes.door import Bearer, Door
from desktop.central.rows.snapshots import Snapshots, file_of
from desktop.errors import Refused
from desktop.protocol.messages import MEDIA_TYPE, ROWS, UPDATE_NEEDED, Snapshot

PATIENCE_SECONDS = 2.0
"""How long an answer waits for a snapshot that is being built; most are built by then."""

COME_BACK_SECONDS = 1.0

BuiltFor = Annotated[int, Header(alias="Sync-Rows")]
"""The form of rows that the station asking can hold; 0.1.0 does not say."""


def routes(door: Door) -> APIRouter:
    """`/v1/sync/snapshot` and `/v1/sync/snapshot/{name}/{index}`."""
    router = APIRouter(prefix="/v1/sync/snapshot")
    snapshots = Snapshots(door.store, door.clock)

    @router.get("")
    async def snapshot(authorization: Bearer = "", rows: BuiltFor = 1) -> Response:
        device = await run_in_threadpool(door.device, authorization)
        if rows < ROWS:
            raise Refused(UPDATE_NEEDED)
        found = await run_in_threadpool(snapshots.ready, device)
        if found is None:
            building = asyncio.wrap_future(snapshots.begin(device))
            done, _ = await asyncio.wait([building], timeout=PATIENCE_SECONDS)
            for ended in done:
                ended.result()
            found = await run_in_threadpool(snapshots.ready, device)
        return _ready(found) if found else _not_yet()

    @router.get("/{name}/{index}")
    def file(name: str, index: int, authorization: Bearer = "") -> FileResponse:
        path = file_of(door.store.snapshots, door.device(authorization), name, index)
        return FileResponse(path, media_type=MEDIA_TYPE, headers={"Cache-Control": "immutable, private"})

    return router


def _ready(found: Snapshot) -> Response:
    return Response(msgspec.msgpack.encode(found), media_type=MEDIA_TYPE)


def _not_yet() -> Response:
    waiting = Snapshot("", "", None, [], {}, wait_seconds=COME_BACK_SECONDS)
    headers = {"Retry-After": str(round(COME_BACK_SECONDS))}
    return Response(msgspec.msgpack.encode(waiting), status_code=202, headers=headers, media_type=MEDIA_TYPE)
