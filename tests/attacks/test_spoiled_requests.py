"""Real requests of a real station, spoiled in every way: none breaks central, and none moves money."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from random import Random
from typing import Any, NamedTuple

import msgspec
import pytest
from sqlalchemy import func, select

from desktop.models.payment import Payment
from desktop.services.access.activation import ActivateAccount
from desktop.services.requests.photos import JPEG
from desktop.sync.wire.transport import Reply
from tests import sweeps
from tests.hashes import hash_like
from tests.pictures import kept_photo
from tests.sync.direct import DirectTransport
from tests.sync.fleet import Fleet
from tests.sync.visits import a_lease, itself, take_cash

MANY = int(os.environ.get("GUICHET_SPOILED", "40000"))
FEW = 800
WRONG = {
    "lease_number": "17580000012",
    "code": "2X38AZEGB8",
    "birth_date": date(1979, 6, 15),
    "password_hash": hash_like(),
}
NASTY = (
    *(None, True, -1, 0, 2**31, 2**63, 2**64 - 1, -(2**63), 1e308, float("nan"), float("inf")),
    *("", "\0", "\ud7ff\ufffe", "A" * 70_000, "%00", "../..", "\u202e", b"", b"\0" * 70_000, b"\xff" * 16),
    *([], {}, [[]] * 50, {"a": 1}, {1: 2}, msgspec.Raw(b"\xc1")),
)


class Asked(NamedTuple):
    """One request as it was really made."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class Listening(DirectTransport):
    """The way of a station, on which somebody writes down all that is said."""

    heard: list[Asked]

    def _say(self, method: str, path: str, body: bytes, headers: dict[str, str] | None) -> Reply:
        self.heard.append(Asked(method, path, dict(headers or {}), body))
        return super()._say(method, path, body, headers)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.soak)])
def fleet(request: pytest.FixtureRequest) -> Iterator[Fleet]:
    """Two counters and a kiosk."""
    built = Fleet(request.param)
    yield built
    built.close()


def a_day(fleet: Fleet) -> list[Asked]:
    """All that a counter and a kiosk say in a day: money, a photo, a wrong code, their own questions."""
    heard: list[Asked] = []
    for name in ("west", "kiosk"):
        member = fleet.members[name]
        way = Listening(fleet.central, member.way._device_id)
        way.heard = heard
        member.station.link.transport = way
    west, kiosk = fleet.members["west"].station, fleet.members["kiosk"].station
    take_cash(west, a_lease(west), 7)
    photo = kept_photo("spoiled", 3_000)
    west.uploads.keep(sha256(photo).hexdigest(), photo, JPEG)
    kiosk.perform_at_central(ActivateAccount(**WRONG), itself(kiosk))
    for station in (west, kiosk):
        while station.exchange() or station.uploads.send_one():
            pass
    return list(
        {(each.method, each.path.partition("?")[0], bool(each.body)): each for each in heard}.values()
    )


def spoiled(asked: Asked, random: Random) -> Asked:
    """One thing about it is wrong, or several."""
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        asked = random.choice(WAYS)(asked, random)
    return asked


def _bytes(asked: Asked, random: Random) -> Asked:
    body = bytearray(asked.body or b"\0")
    for _ in range(random.choice((1, 1, 3, 20))):
        body[random.randrange(len(body))] = random.randrange(256)
    return asked._replace(body=bytes(body))


def _cut(asked: Asked, random: Random) -> Asked:
    return asked._replace(body=asked.body[: random.randint(0, len(asked.body))])


def _twice(asked: Asked, random: Random) -> Asked:
    at = random.randint(0, len(asked.body))
    return asked._replace(body=asked.body[:at] + asked.body[at // 2 :])


def _value(asked: Asked, random: Random) -> Asked:
    try:
        said = msgspec.msgpack.decode(asked.body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _bytes(asked, random)
    return asked._replace(body=msgspec.msgpack.encode(_with_one_wrong(said, random)))


def _with_one_wrong(said: Any, random: Random) -> Any:
    if isinstance(said, list) and said and random.random() < 0.9:
        at = random.randrange(len(said))
        return [*said[:at], _with_one_wrong(said[at], random), *said[at + 1 :]]
    if isinstance(said, dict) and said and random.random() < 0.9:
        key = random.choice(list(said))
        return said | {key: _with_one_wrong(said[key], random)}
    return random.choice(NASTY)


def _path(asked: Asked, random: Random) -> Asked:
    wrong = random.choice(("%00", "%ff", "x" * 3_000, "..", "?cursor=%ff", "?t=nan", "?checks=9", "/", "%2e"))
    at = random.randint(4, len(asked.path))
    return asked._replace(path=asked.path[:at] + wrong + random.choice(("", asked.path[at:])))


def _header(asked: Asked, random: Random) -> Asked:
    names = [*asked.headers, "Content-Encoding", "Range", "Upload-Offset", "Upload-Length", "Sync-Rows"]
    words = ("", "-1", "9" * 400, "zstd", "gzip", "bytes=9-1", "sha256 gP8=", "\xff", "0x10", "1e3")
    return asked._replace(headers=asked.headers | {random.choice(names): random.choice(words)})


def _method(asked: Asked, random: Random) -> Asked:
    return asked._replace(method=random.choice(("GET", "POST", "PUT", "PATCH", "HEAD", "DELETE", "OPTIONS")))


WAYS: tuple[Callable[[Asked, Random], Asked], ...] = (
    *(_bytes, _cut, _twice, _value, _value, _value, _path, _header, _method),
)


def broken_by(fleet: Fleet, heard: list[Asked], random: Random, times: int) -> list[object]:
    """The answers that no honest server gives."""
    way = DirectTransport(fleet.central, fleet.members["west"].way._device_id)
    broken: list[object] = []
    for _ in range(times):
        asked = spoiled(random.choice(heard), random)
        if asked.path.partition("?")[0].endswith(("/events", "/wait")):
            continue
        reply = way._say(asked.method, asked.path, asked.body, asked.headers)
        if reply.status >= 500:
            broken.append((reply.status, asked.method, asked.path[:80], asked.headers, asked.body[:200]))
    return broken


@pytest.mark.parametrize("times", [FEW, pytest.param(MANY, marks=pytest.mark.soak)])
@pytest.mark.timeout(1_800)
def test_no_spoiled_request_breaks_central_or_moves_money(fleet: Fleet, times: int) -> None:
    heard = a_day(fleet)
    assert len({each.path.partition("?")[0] for each in heard}) >= 2
    before = _money(fleet)
    assert broken_by(fleet, heard, Random(sweeps.seed()), times) == []
    assert _money(fleet) == before
    while fleet.members["east"].station.exchange():
        pass
    assert fleet.members["east"].station.status().bootstrapped


def _money(fleet: Fleet) -> tuple[int, int]:
    with fleet.central.store.database.read() as session:
        count, cents = session.execute(
            select(func.count(), func.coalesce(func.sum(Payment.amount_cents), 0)).select_from(Payment)
        ).one()
        return count, cents
