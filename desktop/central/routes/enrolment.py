"""Letting stations in: a one-time code once, then a signed assertion for each short-lived token."""

import msgspec
from fastapi import APIRouter, Response

from desktop.central.routes.door import Body, Door, read_json
from desktop.central.stations import devices
from desktop.central.stations.clocks import tell_of_clock
from desktop.errors import NotAllowed
from desktop.protocol.messages import EnrolRequest
from desktop.rules.parameters import DEVICE_ACCESS_MINUTES
from desktop.security import tokens
from desktop.security.device_key import check_assertion, claimed_device
from desktop.services.days import local_day
from desktop.services.parameters import in_force

AUDIENCE = "guichet-central"
OPEN = {"/v1/health": 0, "/v1/enrol": 16 * 1024, "/v1/token": 16 * 1024}


class _TokenRequest(msgspec.Struct):
    assertion: str


def routes(door: Door) -> APIRouter:
    """`/v1/enrol`, `/v1/token`, `/v1/health`."""
    router = APIRouter(prefix="/v1")

    @router.get("/health")
    def health() -> dict[str, str]:
        return {"landlord": door.store.settings.landlord}

    @router.post("/enrol")
    def enrol(body: Body) -> Response:
        enrolled = devices.enrol(door.store, read_json(body, EnrolRequest), door.clock())
        return Response(msgspec.json.encode(enrolled), media_type="application/json")

    @router.post("/token")
    def token(body: Body) -> dict[str, str | int]:
        assertion, now = read_json(body, _TokenRequest).assertion, door.clock()
        with door.store.database.read() as session:
            device = devices.authenticated(session, claimed_device(assertion))
            minutes = in_force(session, DEVICE_ACCESS_MINUTES, local_day(now))
        try:
            assertion_id = check_assertion(assertion, device.public_key, device.id, AUDIENCE, now)
        except NotAllowed as refusal:
            tell_of_clock(door.store, device, refusal, now)
            raise
        door.once(assertion_id, now)
        issued = tokens.issue(door.store.vault.token_secret, device.id, now, minutes)
        return {"token": issued, "seconds": minutes * 60}

    return router
