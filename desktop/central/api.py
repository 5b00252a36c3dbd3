"""The HTTP face of central: its routes together, and what a refusal looks like; nothing is decided here."""

import errno
import logging
import random
from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
from fastapi import FastAPI, Request, Response
from sqlalchemy.exc import DataError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from desktop.central.commands.chains import Forgotten, Fork, Restored
from desktop.central.commands.status import letterbox_of
from desktop.central.news.pokes import Pokes
from desktop.central.quotas import OverQuota
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
from desktop.central.threshold.crowd import Crowd
from desktop.central.threshold.descriptors import within_reach
from desktop.central.threshold.threshold import Threshold
from desktop.config import Bounds
from desktop.errors import GuichetError, NotAllowed, Offline, Refused, StoreFull
from desktop.models.storable import NOT_STORABLE
from desktop.protocol.messages import Problem

_SUBJECTS = (commands, quarantine, readmission, enrolment, exchange, snapshot, verify, events, blobs, uploads)
_log = logging.getLogger(__name__)

_COME_BACK_SECONDS = (1, 5)
"""Stations that were sent away together do not come back together."""

_KINDS: dict[type[GuichetError], int] = {NotAllowed: 401, OverQuota: 429, StoreFull: 503, Offline: 503}

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FOREIGN: dict[type[Exception], tuple[int, str]] = {
    OperationalError: (503, "central_busy"),
    NoConnection: (503, "central_busy"),
    DataError: (422, NOT_STORABLE),
    OverflowError: (422, NOT_STORABLE),
    UnicodeError: (422, NOT_STORABLE),
    OSError: (503, "store_full"),
}
"""What the failures of libraries mean to whoever asked: come back later, or say something else."""

_STATUSES = {
    "length_required": 411,
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
    handled: tuple[type[Exception], ...] = (GuichetError, *_FOREIGN)
    for each in handled:
        api.add_exception_handler(each, _refusal)
    api.state.pokes = Pokes(store.database, store.settings.bounds.streams_of_a_device)
    api.state.bounds = within_reach(store.settings.bounds)
    api.state.crowd = Crowd(api.state.bounds)
    door = Door(store, clock, api.state.pokes, letterbox_of(store))
    for subject in _SUBJECTS:
        api.include_router(subject.routes(door))
    api.add_middleware(
        Threshold,
        bounds=api.state.bounds,
        token_of=door.bearer_of,
        strangers=open_to_strangers(api.state.bounds),
        refusal=_refused,
    )
    return api


def open_to_strangers(bounds: Bounds) -> dict[str, int]:
    """The paths at which one may speak without a token, each with how much one may say there, in bytes."""
    said = {path: most for subject in _SUBJECTS for path, most in getattr(subject, "OPEN", {}).items()}
    return {path: min(most, bounds.body_bytes) for path, most in said.items()}


async def _refusal(_request: Request, error: Exception) -> Response:
    return _refused(error)


def _refused(error: Exception) -> Response:
    code = error.code if isinstance(error, GuichetError) else _foreign(error)[1]
    if isinstance(error, OSError):
        _log.error("central's disk failed while it answered: %s", error)
    facts = error.facts if isinstance(error, GuichetError) else {}
    body, status = msgspec.json.encode(Problem(code, facts)), status_of(error)
    return Response(body, status_code=status, headers=_later(error, status), media_type="application/json")


def _later(error: Exception, status: int) -> dict[str, str]:
    if isinstance(error, OverQuota):
        return {"Retry-After": str(error.facts["retry_after"])}
    return {"Retry-After": str(random.randint(*_COME_BACK_SECONDS))} if status == 503 else {}  # noqa: S311


def _foreign(error: Exception) -> tuple[int, str]:
    if isinstance(error, OSError) and error.errno not in _FULL:
        return 503, "central_failing"
    return next(
        (what for kind, what in _FOREIGN.items() if isinstance(error, kind)), (500, "central_failing")
    )


def status_of(error: Exception) -> int:
    """The HTTP status of a refusal."""
    match error:
        case NotAllowed(code="device_unknown" | "device_revoked" | "enrolment_refused"):
            return 403
        case Refused(code=code):
            otherwise = 409 if isinstance(error, Fork | Forgotten | Restored) else 422
            return _STATUSES.get(code, otherwise)
        case _:
            known = (status for kind, status in _KINDS.items() if isinstance(error, kind))
            return next(known, _foreign(error)[0])
