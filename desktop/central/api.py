"""The HTTP face of central: routes, who is asking, what a refusal looks like; nothing is decided here."""

import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated, TypeVar

import msgspec
from fastapi import Depends, FastAPI, Header, Request, Response
from fastapi.responses import FileResponse, StreamingResponse
from sqlalchemy.exc import OperationalError

from desktop.central import blobs, devices, snapshots
from desktop.central.chains import Forgotten, Fork
from desktop.central.feed import Reader, changes
from desktop.central.perform import Performed, perform_batch, perform_now
from desktop.central.pokes import Pokes
from desktop.central.store import Store
from desktop.errors import GuichetError, Invalid, NotAllowed, Offline, Refused, StoreFull
from desktop.models.device import Device
from desktop.protocol.frames import pack
from desktop.protocol.messages import (
    MEDIA_TYPE,
    EnrolRequest,
    ExchangeRequest,
    Frame,
    PerformRequest,
    Problem,
)
from desktop.security import tokens
from desktop.security.device_key import check_assertion, claimed_device

AUDIENCE = "guichet-central"
TOKEN_MINUTES = 10
MAX_BODY_BYTES = 8 * 1024 * 1024
Clock = Callable[[], datetime]
Shape = TypeVar("Shape", bound=msgspec.Struct)


def build_api(store: Store, clock: Clock = lambda: datetime.now(UTC)) -> FastAPI:
    """The application over an opened store."""
    api = FastAPI(title="Guichet central", docs_url=None, redoc_url=None, openapi_url=None)
    api.add_exception_handler(GuichetError, _refusal)
    api.add_exception_handler(OperationalError, _refusal)
    pokes = Pokes(store.database)
    api.state.pokes = pokes
    desk = Desk(store, clock, pokes)
    api.post("/v1/enrol")(desk.enrol)
    api.post("/v1/token")(desk.token)
    api.get("/v1/health")(desk.health)
    api.post("/v1/sync/exchange")(desk.exchange)
    api.post("/v1/sync/perform")(desk.perform)
    api.get("/v1/sync/snapshot")(desk.snapshot)
    api.get("/v1/sync/snapshot/{name}/{index}")(desk.snapshot_file)
    api.get("/v1/sync/events")(desk.events)
    api.put("/v1/blobs/{sha256}")(desk.keep_blob)
    api.get("/v1/blobs/{sha256}")(desk.blob)
    return api


async def body_of(request: Request) -> bytes:
    """The whole body, refused beyond the limit before it fills the memory."""
    limit = MAX_BODY_BYTES if "/blobs/" not in request.url.path else MAX_BODY_BYTES * 4
    parts, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            raise Refused("body_too_big", max_bytes=limit)
        parts.append(chunk)
    return b"".join(parts)


Body = Annotated[bytes, Depends(body_of)]
Bearer = Annotated[str, Header(alias="Authorization")]


class Desk:
    """Each method is a route; whoever asks is told apart by the token alone."""

    def __init__(self, store: Store, clock: Clock, pokes: Pokes) -> None:
        self._store = store
        self._clock = clock
        self._pokes = pokes
        self._assertions: dict[str, datetime] = {}
        self._checking = threading.Lock()

    def health(self) -> dict[str, str]:
        return {"landlord": self._store.settings.landlord}

    def enrol(self, body: Body) -> Response:
        enrolled = devices.enrol(self._store, _read_json(body, EnrolRequest), self._clock())
        return Response(msgspec.json.encode(enrolled), media_type="application/json")

    def token(self, body: Body) -> dict[str, str | int]:
        assertion = str(_read_json(body, _TokenRequest).assertion)
        now = self._clock()
        device_id = claimed_device(assertion)
        with self._store.database.read() as session:
            device = devices.authenticated(session, device_id)
        self._once(check_assertion(assertion, device.public_key, device.id, AUDIENCE, now), now)
        token = tokens.issue(self._store.vault.token_secret, device.id, now, TOKEN_MINUTES)
        return {"token": token, "seconds": TOKEN_MINUTES * 60}

    def exchange(self, body: Body, authorization: Bearer = "") -> Response:
        device = self._device(authorization)
        request = _read(body, ExchangeRequest)
        performed = Performed([], {})
        with self._reader(device, request.incarnation) as reader:
            reader.require(request.told)
        if request.envelopes:
            performed = perform_batch(
                self._store, device, request.incarnation, request.envelopes, self._clock(), request.told
            )
            self._pokes.moved(performed.versions, device.id)
        with self._reader(device, request.incarnation) as reader:
            frames: list[Frame] = [reader.hello(_ms(self._clock())), *performed.results]
            return _answer(pack([*frames, *changes(reader, request.cursor)]))

    def perform(self, body: Body, authorization: Bearer = "") -> Response:
        device = self._device(authorization)
        performed = perform_now(self._store, device, _read(body, PerformRequest), self._clock())
        self._pokes.moved(performed.versions, device.id)
        return _answer(msgspec.msgpack.encode(performed.results[0]))

    def snapshot(
        self, authorization: Bearer = "", sync_incarnation: Annotated[str, Header()] = ""
    ) -> Response:
        device = self._device(authorization)
        with self._reader(device, sync_incarnation) as reader:
            return _answer(msgspec.msgpack.encode(snapshots.build(self._store.snapshots, reader)))

    def snapshot_file(self, name: str, index: int, authorization: Bearer = "") -> FileResponse:
        device = self._device(authorization)
        with self._reader(device, "") as reader:
            return FileResponse(
                snapshots.file_of(self._store.snapshots, reader, name, index), media_type=MEDIA_TYPE
            )

    async def events(self, authorization: Bearer = "") -> StreamingResponse:
        device = self._device(authorization)
        with self._reader(device, "") as reader:
            scopes = frozenset(reader.scopes())
        lines: AsyncIterator[str] = self._pokes.listen(device.id, scopes)
        return StreamingResponse(lines, media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    def keep_blob(
        self,
        sha256: str,
        body: Body,
        authorization: Bearer = "",
        content_type: Annotated[str, Header()] = "application/octet-stream",
    ) -> dict[str, str]:
        device = self._device(authorization)
        versions = blobs.keep(self._store, device, sha256, body, content_type, self._clock())
        self._pokes.moved(versions, device.id)
        return {"sha256": sha256}

    def blob(self, sha256: str, authorization: Bearer = "") -> FileResponse:
        device = self._device(authorization)
        with self._store.database.read() as session:
            path, media_type = blobs.find(self._store, session, device, sha256)
        return FileResponse(path, media_type=media_type)

    def _device(self, authorization: str) -> Device:
        device_id = tokens.read(
            self._store.vault.token_secret, authorization.removeprefix("Bearer "), self._clock()
        )
        with self._store.database.read() as session:
            return devices.authenticated(session, device_id)

    @contextmanager
    def _reader(self, device: Device, incarnation: str) -> Iterator[Reader]:
        with self._store.database.read() as session:
            yield Reader(session, device, incarnation)

    def _once(self, assertion_id: str, now: datetime) -> None:
        """Each assertion opens once: a copy of it is worth nothing."""
        with self._checking:
            fresh = {key: at for key, at in self._assertions.items() if (now - at).total_seconds() < 600}
            if assertion_id in fresh:
                raise NotAllowed("assertion_used")
            self._assertions = fresh | {assertion_id: now}


class _TokenRequest(msgspec.Struct):
    assertion: str


def _read(body: bytes, shape: type[Shape]) -> Shape:
    try:
        return msgspec.msgpack.decode(body, type=shape)
    except msgspec.DecodeError as error:
        raise Invalid("body", "body_unreadable") from error


def _read_json(body: bytes, shape: type[Shape]) -> Shape:
    try:
        return msgspec.json.decode(body, type=shape)
    except msgspec.DecodeError as error:
        raise Invalid("body", "body_unreadable") from error


def _answer(body: bytes) -> Response:
    return Response(body, media_type=MEDIA_TYPE)


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
        case Fork() | Forgotten():
            return 409
        case Refused():
            return 422
        case StoreFull() | Offline() | OperationalError():
            return 503
        case _:
            return 500


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
