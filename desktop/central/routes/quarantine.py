"""The one door open to a station that was revoked: it hands over what it holds, and nobody does it unseen."""

import msgspec
from fastapi import APIRouter, Response

from desktop.central.routes.door import Body, Door, answer, read
from desktop.central.routes.enrolment import AUDIENCE
from desktop.central.stations import quarantine
from desktop.protocol.messages import QuarantineRequest
from desktop.security.device_key import check_assertion, claimed_device

OPEN = {"/v1/sync/quarantine": 8 * 1024 * 1024}


def routes(door: Door) -> APIRouter:
    """`/v1/sync/quarantine`."""
    router = APIRouter(prefix="/v1/sync")

    @router.post("/quarantine")
    def hand_over(body: Body) -> Response:
        request, now = read(body, QuarantineRequest), door.clock()
        with door.store.database.read() as session:
            device = quarantine.claimed(session, claimed_device(request.assertion))
        door.once(check_assertion(request.assertion, device.public_key, device.id, AUDIENCE, now), now)
        kept = quarantine.keep(door.store, device, request.incarnation, request.envelopes, now)
        return answer(msgspec.msgpack.encode(kept))

    return router
