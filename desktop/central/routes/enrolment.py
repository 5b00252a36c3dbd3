"""Letting stations in: a one-time code once, then a signed assertion for each short-lived token."""

import msgspec
from fastapi import APIRouter, Response

from desktop.central.routes.door import Body, Door, read_json
from desktop.central.stations import devices
from desktop.protocol.messages import EnrolRequest
from desktop.security import tokens
from desktop.security.device_key import check_assertion, claimed_device

AUDIENCE = "guichet-central"
TOKEN_MINUTES = 10


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
        door.once(check_assertion(assertion, device.public_key, device.id, AUDIENCE, now), now)
        issued = tokens.issue(door.store.vault.token_secret, device.id, now, TOKEN_MINUTES)
        return {"token": issued, "seconds": TOKEN_MINUTES * 60}

    return router
