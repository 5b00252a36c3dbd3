"""The conversation of stations with central: commands in, outcomes and changed rows out."""

import msgspec
from fastapi import APIRouter, Response

from desktop import failpoints
from desktop.central.feed import answer_of
from desktop.central.perform import Performed, perform_batch, perform_now
from desktop.central.routes.door import Bearer, Body, Door, answer, read
from desktop.protocol.messages import ExchangeRequest, Frame, PerformRequest


def routes(door: Door) -> APIRouter:
    """`/v1/sync/exchange` and `/v1/sync/perform`."""
    router = APIRouter(prefix="/v1/sync")

    @router.post("/exchange")
    def exchange(body: Body, authorization: Bearer = "") -> Response:
        device = door.device(authorization)
        request = read(body, ExchangeRequest)
        performed = Performed([], {})
        with door.reader(device, request.incarnation) as reader:
            if request.envelopes:
                reader.require_history(request.history)
            reader.require(request.told)
        if request.envelopes:
            performed = perform_batch(
                door.store, device, request.incarnation, request.envelopes, door.clock(), request.told
            )
            door.pokes.moved(performed.versions, device.id)
        with door.reader(device, request.incarnation) as reader:
            failpoints.reached("exchange.before_answer")
            frames: list[Frame] = [reader.hello(door.now_ms(), door.letterbox), *performed.results]
            return answer(answer_of(reader, frames, request.cursor, checked=request.checks))

    @router.post("/perform")
    def perform(body: Body, authorization: Bearer = "") -> Response:
        device = door.device(authorization)
        performed = perform_now(door.store, device, read(body, PerformRequest), door.clock())
        door.pokes.moved(performed.versions, device.id)
        return answer(msgspec.msgpack.encode(performed.results[0]))

    return router
