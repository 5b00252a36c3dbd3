"""The HTTP face of central: its routes together, and what a refusal looks like; nothing is decided here."""

import random
from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
from fastapi import FastAPI, Request, Response
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from desktop.central.commands.chains import Forgotten, Fork, Restored
from desktop.central.commands.status import letterbox_of
from desktop.central.news.pokes import Pokes
from desktop.central.routes import (
    blobs,
    commands,
    enrolment,
    events,
    exchange,
    quarantine,
    readmission,
    snapshot,
    uploads,
    verify,
)
from desktop.central.routes.door import Door
from desktop.central.store import Store
from desktop.errors import GuichetError, NotAllowed, Offline, Refused, StoreFull
from desktop.protocol.messages import Problem

_SUBJECTS = (commands, quarantine, readmission, enrolment, exchange, snapshot, verify, events, blobs, uploads)
_COME_BACK_SECONDS = (1, 5)
"""Stations that were sent away together do not come back together."""

_STATUSES = {
    "body_too_big": 413,
    "blob_too_big": 413,
    "blob_unknown": 404,
    "upload_unknown": 404,
    "upload_elsewhere": 409,
    "upload_busy": 423,
    "piece_altered": 460,
}


def build_api(store: Store, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> FastAPI:
    """The application over an opened store."""
    api = FastAPI(title="Guichet central", docs_url=None, redoc_url=None, openapi_url=None)
    api.add_exception_handler(GuichetError, _refusal)
    api.add_exception_handler(OperationalError, _refusal)
    api.add_exception_handler(NoConnection, _refusal)
    api.state.pokes = Pokes(store.database)
    door = Door(store, clock, api.state.pokes, letterbox_of(store))
    for subject in _SUBJECTS:
        api.include_router(subject.routes(door))
    return api


async def _refusal(_request: Request, error: Exception) -> Response:
    code = error.code if isinstance(error, GuichetError) else "central_busy"
    facts = error.facts if isinstance(error, GuichetError) else {}
    body, status = msgspec.json.encode(Problem(code, facts)), status_of(error)
    later = {"Retry-After": str(random.randint(*_COME_BACK_SECONDS))} if status == 503 else {}  # noqa: S311
    return Response(body, status_code=status, headers=later, media_type="application/json")


def status_of(error: Exception) -> int:
    """The HTTP status of a refusal; a database that somebody else holds too long is a reason to come back."""
    match error:
        case NotAllowed(code="device_unknown" | "device_revoked" | "enrolment_refused"):
            return 403
        case NotAllowed():
            return 401
        case Fork() | Forgotten() | Restored():
            return 409
        case Refused(code=code):
            return _STATUSES.get(code, 422)
        case StoreFull() | Offline() | OperationalError() | NoConnection():
            return 503
        case _:
            return 500
