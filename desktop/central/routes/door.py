"""Who is asking: every route lets a station in through here, by its token alone."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, TypeVar

import msgspec
from fastapi import Depends, Header, Request, Response

from desktop.central.factors import SeedKeys
from desktop.central.news.pokes import Pokes
from desktop.central.rows.feed import Reader
from desktop.central.stations import devices
from desktop.central.stations.assertions import Assertions, assertions_of
from desktop.central.store import Store
from desktop.errors import Invalid
from desktop.models.device import Device
from desktop.protocol.cursor import Position
from desktop.protocol.messages import MEDIA_TYPE, UNREADABLE
from desktop.security import tokens

LISTENERS_AT_ONCE = 4
"""Thousands may begin to listen at the same moment, after an outage; the others must not wait for them."""

Shape = TypeVar("Shape", bound=msgspec.Struct)


async def body_of(request: Request) -> bytes:
    """The whole body, whose size was judged before a byte of it was read."""
    return await request.body()


Body = Annotated[bytes, Depends(body_of)]
Bearer = Annotated[str, Header(alias="Authorization")]


@dataclass(frozen=True, slots=True)
class AdmittedStation:
    """An enrolled station, its shape, and where its scopes stand."""

    device: Device
    shape: str
    position: Position


@dataclass(slots=True)
class Door:
    """What every route needs: the store, the clock, the pokes, and who stands before it."""

    store: Store
    clock: Callable[[], datetime]
    pokes: Pokes
    letterbox: bytes = b""
    seeds: SeedKeys = field(init=False)
    _assertions: Assertions = field(init=False)
    _few: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(LISTENERS_AT_ONCE))

    def __post_init__(self) -> None:
        self._assertions = assertions_of(self.store.database)
        self.seeds = SeedKeys(self.store.vault.pepper)

    def device(self, authorization: str) -> Device:
        """The enrolled station that bears this token. Raises NotAllowed."""
        device_id = self.bearer_of(authorization)
        with self.store.database.read() as session:
            return devices.authenticated(session, device_id)

    async def standing(self, authorization: str) -> AdmittedStation:
        """Who stands there, for those who only listen: let in a few at a time, beside those who speak."""
        async with self._few:
            return await asyncio.to_thread(self._standing, authorization)

    def _standing(self, authorization: str) -> AdmittedStation:
        with self.visit(authorization) as reader:
            return AdmittedStation(reader.device, reader.shape.name, reader.position())

    @contextmanager
    def visit(self, authorization: str, incarnation: str = "") -> Iterator[Reader]:
        """Lets a station in, to read in the very picture of the data in which it was recognised."""
        device_id = self.bearer_of(authorization)
        with self.store.database.read() as session:
            yield Reader(session, devices.authenticated(session, device_id), incarnation)

    def bearer_of(self, authorization: str) -> str:
        """The id of the station that this token was given to, welcome still or not. Raises NotAllowed."""
        token = authorization.removeprefix("Bearer ")
        return tokens.read(self.store.vault.token_secret, token, self.clock())

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
        self._assertions.spend(assertion_id, now)


def read(body: bytes, shape: type[Shape]) -> Shape:
    """A msgpack body as a `shape`. Raises Invalid("body_unreadable")."""
    try:
        return msgspec.msgpack.decode(body, type=shape)
    except UNREADABLE as error:
        raise Invalid("body", "body_unreadable") from error


def read_json(body: bytes, shape: type[Shape]) -> Shape:
    """A JSON body as a `shape`. Raises Invalid("body_unreadable")."""
    try:
        return msgspec.json.decode(body, type=shape)
    except UNREADABLE as error:
        raise Invalid("body", "body_unreadable") from error


def answer(body: bytes) -> Response:
    """A msgpack answer."""
    return Response(body, media_type=MEDIA_TYPE)
