"""One command of a station: what became of it; and what central alone can do, handed in after a restore."""

import msgspec
from fastapi import APIRouter, Response

from desktop.central.commands.status import outcome_of, perform_sealed
from desktop.central.routes.door import Bearer, Body, Door, answer, read
from desktop.errors import Refused
from desktop.protocol.messages import SealedRequest


def routes(door: Door) -> APIRouter:
    """`/v1/sync/commands/{key}` and `/v1/sync/sealed`."""
    router = APIRouter(prefix="/v1/sync")

    @router.get("/commands/{key}")
    def outcome(key: str, authorization: Bearer = "") -> Response:
        device = door.device(authorization)
        with door.store.database.read() as session:
            return answer(msgspec.msgpack.encode(outcome_of(session, device, _bytes(key))))

    @router.post("/sealed")
    def sealed(body: Body, authorization: Bearer = "") -> Response:
        device = door.device(authorization)
        performed = perform_sealed(door.store, device, read(body, SealedRequest), door.clock())
        door.pokes.moved(performed.versions, device.id)
        return answer(msgspec.msgpack.encode(performed.results[0]))

    return router


def _bytes(key: str) -> bytes:
    try:
        return bytes.fromhex(key)
    except ValueError as error:
        raise Refused("command_unknown", key=key) from error
