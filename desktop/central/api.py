"""The HTTP face of central: its routes together, and what a refusal looks like; nothing is decided here."""

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
from fastapi import FastAPI, Request, Response
from sqlalchemy.exc import OperationalError

from desktop.central.chains import Forgotten, Fork, Restored
from desktop.central.commands import letterbox_of
from desktop.central.pokes import Pokes
from desktop.central.routes import blobs, commands, enrolment, events, exchange, snapshot, verify
from desktop.central.routes.door import Door
from desktop.central.store import Store
from desktop.errors import GuichetError, NotAllowed, Offline, Refused, StoreFull
from desktop.protocol.messages import Problem

_SUBJECTS = (commands, enrolment, exchange, snapshot, verify, events, blobs)


def build_api(store: Store, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> FastAPI:
    """The application over an opened store."""
    api = FastAPI(title="Guichet central", docs_url=None, redoc_url=None, openapi_url=None)
    api.add_exception_handler(GuichetError, _refusal)
    api.add_exception_handler(OperationalError, _refusal)
    api.state.pokes = Pokes(store.database)
    door = Door(store, clock, api.state.pokes, letterbox_of(store))
    for subject in _SUBJECTS:
        api.include_router(subject.routes(door))
    return api


async def _refusal(_request: Request, error: Exception) -> Response:
    code = error.code if isinstance(error, GuichetError) else "central_busy"
    facts = error.facts if isinstance(error, GuichetError) else {}
    body = msgspec.json.encode(Problem(code, facts))
    return Response(body, status_code=status_of(error), media_type="application/json")


def status_of(error: Exception) -> int:
    """The HTTP status of a refusal; a database that somebody else holds too long is a reason to come back."""
    match error:
        case NotAllowed(code="device_unknown" | "device_revoked" | "enrolment_refused"):
            return 403
        case NotAllowed():
            return 401
        case Fork() | Forgotten() | Restored():
            return 409
        case Refused():
            return 422
        case StoreFull() | Offline() | OperationalError():
            return 503
        case _:
            return 500
