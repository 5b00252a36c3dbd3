"""A station that central forgot in a restore asks to be known again."""

from fastapi import APIRouter, Response

from desktop.central.routes.door import Body, Door, read_json
from desktop.central.routes.enrolment import AUDIENCE
from desktop.central.stations import readmission
from desktop.protocol.messages import ReadmissionRequest
from desktop.security.device_key import check_assertion

OPEN = {"/v1/readmission": 16 * 1024}


def routes(door: Door) -> APIRouter:
    """`/v1/readmission`."""
    router = APIRouter(prefix="/v1")

    @router.post("/readmission")
    def ask(body: Body) -> Response:
        request, now = read_json(body, ReadmissionRequest), door.clock()
        device = readmission.device_in(door.store, request.receipt)
        door.once(check_assertion(request.assertion, device.public_key, device.id, AUDIENCE, now), now)
        readmission.ask(door.store, request.receipt, now)
        return Response(status_code=202)

    return router
