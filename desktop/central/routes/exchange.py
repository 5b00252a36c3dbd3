"""The conversation of stations with central: commands in, outcomes and changed rows out."""

from dataclasses import replace

import msgspec
from fastapi import APIRouter, Response

from desktop import failpoints
from desktop.central.commands.perform import perform_batch, perform_now
from desktop.central.routes.door import Bearer, Body, Door, answer, read
from desktop.central.rows.feed import Reader, answer_of
from desktop.protocol.frames import pack
from desktop.protocol.messages import End, ExchangeRequest, Frame, PerformRequest, Result


def routes(door: Door) -> APIRouter:
    """`/v1/sync/exchange` and `/v1/sync/perform`."""
    router = APIRouter(prefix="/v1/sync")

    @router.post("/exchange")
    def exchange(body: Body, authorization: Bearer = "") -> Response:
        with door.visit(authorization) as visitor:
            request = read(body, ExchangeRequest)
            reader = replace(visitor, incarnation=request.incarnation)
            device = reader.device
            if request.envelopes:
                reader.require_epoch(request.epoch)
            reader.require(request.told)
            if not request.envelopes:
                return _said(reader, request, [])
        performed = perform_batch(
            door.store, device, request.incarnation, request.envelopes, door.clock(), request.told
        )
        door.pokes.moved(performed.versions, device.id)
        with door.reader(device, request.incarnation) as reader:
            return _said(reader, request, performed.results)

    def _said(reader: Reader, request: ExchangeRequest, results: list[Result]) -> Response:
        failpoints.reached("exchange.before_answer")
        frames: list[Frame] = [
            reader.hello(door.now_ms(), door.letterbox, door.seeds.of(reader.device)),
            *results,
        ]
        if request.results_only:
            return answer(pack([*frames, End(None, None, {})]))
        return answer(answer_of(reader, frames, request.cursor, checked=request.checks))

    @router.post("/perform")
    def perform(body: Body, authorization: Bearer = "") -> Response:
        device = door.device(authorization)
        performed = perform_now(door.store, device, read(body, PerformRequest), door.clock())
        door.pokes.moved(performed.versions, device.id)
        return answer(msgspec.msgpack.encode(performed.results[0]))

    return router
