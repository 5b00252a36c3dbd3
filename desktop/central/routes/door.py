"""Who is asking: every route lets a station in through here, by its token alone."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, TypeVar

import msgspec
from fastapi import Depends, Header, Request, Response

from desktop.central import devices
from desktop.central.feed import Reader
from desktop.central.pokes import Pokes
from desktop.central.store import Store
from desktop.errors import Invalid, NotAllowed, Refused
from desktop.models.device import Device
from desktop.protocol.messages import MEDIA_TYPE
from desktop.security import tokens

MAX_BODY_BYTES = 8 * 1024 * 1024
Shape = TypeVar("Shape", bound=msgspec.Struct)


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


@dataclass(slots=True)
class Door:
    """What every route needs: the store, the clock, the pokes, and who stands before it."""

    store: Store
    clock: Callable[[], datetime]
    pokes: Pokes
    letterbox: bytes = b""
    _assertions: dict[str, datetime] = field(default_factory=dict)
    _checking: threading.Lock = field(default_factory=threading.Lock)

    def device(self, authorization: str) -> Device:
        """The enrolled station that bears this token. Raises NotAllowed."""
        device_id = tokens.read(
            self.store.vault.token_secret, authorization.removeprefix("Bearer "), self.clock()
        )
        with self.store.database.read() as session:
            return devices.authenticated(session, device_id)

    @contextmanager
    def reader(self, device: Device, incarnation: str = "") -> Iterator[Reader]:
        """One picture of the data, as far as this station may see it."""
        with self.store.database.read() as session:
            yield Reader(session, device, incarnation)

    def now_ms(self) -> int:
        """Central's clock, in milliseconds since 1970 UTC."""
        return round(self.clock().timestamp() * 1000)

    def once(self, assertion_id: str, now: datetime) -> None:
        """Each assertion opens once: a copy of it is worth nothing."""
        with self._checking:
            fresh = {key: at for key, at in self._assertions.items() if (now - at).total_seconds() < 600}
            if assertion_id in fresh:
                raise NotAllowed("assertion_used")
            self._assertions = fresh | {assertion_id: now}


def read(body: bytes, shape: type[Shape]) -> Shape:
    """A msgpack body as a `shape`. Raises Invalid("body_unreadable")."""
    try:
        return msgspec.msgpack.decode(body, type=shape)
    except msgspec.DecodeError as error:
        raise Invalid("body", "body_unreadable") from error


def read_json(body: bytes, shape: type[Shape]) -> Shape:
    """A JSON body as a `shape`. Raises Invalid("body_unreadable")."""
    try:
        return msgspec.json.decode(body, type=shape)
    except msgspec.DecodeError as error:
        raise Invalid("body", "body_unreadable") from error


def answer(body: bytes) -> Response:
    """A msgpack answer."""
    return Response(body, media_type=MEDIA_TYPE)
