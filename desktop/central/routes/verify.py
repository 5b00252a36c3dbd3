"""What a station asks without saying anything: what changed, and whether it holds what it should."""

from fastapi import APIRouter, Response

from desktop.central.routes.door import Bearer, Body, Door, answer, read
from desktop.central.rows.feed import answer_of
from desktop.central.rows.verify import verified
from desktop.protocol.frames import pack
from desktop.protocol.messages import VerifyRequest


def routes(door: Door) -> APIRouter:
    """`/v1/sync/changes` and `/v1/sync/verify`."""
    router = APIRouter(prefix="/v1/sync")

    @router.get("/changes")
    def changes(
        cursor: str = "", incarnation: str = "", checks: bool = False, authorization: Bearer = ""
    ) -> Response:
        device = door.device(authorization)
        with door.reader(device, incarnation) as reader:
            return answer(answer_of(reader, [reader.hello(door.now_ms())], cursor or None, checked=checks))

    @router.post("/verify")
    def verify(body: Body, authorization: Bearer = "") -> Response:
        device = door.device(authorization)
        request = read(body, VerifyRequest)
        with door.reader(device, request.incarnation) as reader:
            return answer(pack([reader.hello(door.now_ms()), *verified(reader, request)]))

    return router
