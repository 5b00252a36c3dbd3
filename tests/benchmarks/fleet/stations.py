"""Thousands of stations played in one process: real keys, chains and messages over real sockets."""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID, uuid5

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from uuid_utils import uuid7

from desktop.protocol.chain import GENESIS, command_hash
from desktop.protocol.frames import unpack_answer
from desktop.protocol.messages import Envelope, ExchangeRequest, Put, Result
from desktop.security.device_key import client_assertion
from desktop.services.access.staff import RecordView
from desktop.services.catalogue import CATALOGUE, encode
from desktop.services.command import Command, Status
from desktop.services.payments.payments import TakePayment
from tests.benchmarks.fleet.landlord import Place
from tests.benchmarks.fleet.wire import Unreachable, Wire

BATCH = 200
OK = 200
LINE_DOWN = "line down"
"""What is done at a station without a line waits until the evening, and says nothing of central."""


@dataclass
class Day:
    """What all stations share: the times things took, by the part of the day in which they were begun."""

    part: str = ""
    confirmed: dict[str, list[float]] = field(default_factory=dict)
    seen: dict[str, list[float]] = field(default_factory=dict)
    done_at: dict[str, tuple[str, float]] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)
    exchanges: int = 0
    failures: int = 0

    def note(self, times: dict[str, list[float]], begun: tuple[str, float]) -> None:
        """One more time, of what was `begun` in that part of the day and is done now."""
        part, since = begun
        if part == LINE_DOWN:
            return
        times.setdefault(part, []).append((time.perf_counter() - since) * 1000)


class Station:
    """It does what people do, keeps it until central has told how it ended, and follows its agency."""

    def __init__(self, place: Place, port: int, day: Day, chance: random.Random) -> None:
        self.place = place
        self.wire = Wire("127.0.0.1", port)
        self.online = True
        self.pending: list[Envelope] = []
        self.outcomes: dict[bytes, int] = {}
        self.cursor = place.cursor
        self._key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(place.key))
        self._day = day
        self._chance = chance
        self._life = str(uuid7())
        self._last = GENESIS
        self._seq = 0
        self._told = b""
        self._token = ""
        self._made: dict[bytes, tuple[str, float]] = {}
        self._wake = asyncio.Event()

    def act(self) -> None:
        """A person pays, or staff open a file."""
        lease = self._chance.choice(self.place.leases)
        command: Command = RecordView(lease_id=lease)
        if self._chance.random() < 0.7:
            cents = self._chance.randrange(100, 2_000)
            command = TakePayment(lease_id=lease, means="cash", amount_cents=cents, balance_seen_cents=0)
        envelope = self._signed(command)
        self.pending.append(envelope)
        begun = (self._day.part if self.online else LINE_DOWN, time.perf_counter())
        self._made[envelope.key] = begun
        self._day.done_at[str(uuid5(UUID(bytes=envelope.key), "payment"))] = begun
        self._wake.set()

    async def live(self, first: float) -> None:
        """Begins after `first` seconds, then follows pokes and its own work until cancelled."""
        await asyncio.sleep(first)
        listening = asyncio.create_task(self._listen())
        try:
            while True:
                self._wake.clear()
                if self.online:
                    await self._round()
                await self._wake.wait()
        finally:
            listening.cancel()
            self.wire.close()

    async def _round(self) -> None:
        for attempt in range(1_000_000):
            try:
                if not await self._exchange():
                    return
            except Unreachable:
                self._day.failures += 1
                await asyncio.sleep(self._chance.uniform(0, min(10.0, 0.25 * 2**attempt)))

    async def _exchange(self) -> bool:
        sent = self.pending[:BATCH]
        body = msgspec.msgpack.encode(ExchangeRequest(self.cursor, self._life, sent, self._told))
        status, answer = await self.wire.ask("POST", "/v1/sync/exchange", await self._bearer(), body)
        self._day.exchanges += 1
        if status != OK:
            self._day.refused[str(status)] = self._day.refused.get(str(status), 0) + 1
            self._token = "" if status == 401 else self._token
            raise Unreachable
        frames, end = unpack_answer(answer)
        for frame in frames:
            if isinstance(frame, Result) and frame.status != Status.RETRY:
                self._settle(frame)
            elif isinstance(frame, Put) and frame.table == "payment":
                self._see(frame)
        self.cursor = end.cursor or self.cursor
        return bool(self.pending)

    def _settle(self, result: Result) -> None:
        self.outcomes[result.key] = result.status
        if self.pending and self.pending[0].key == result.key:
            self.pending.pop(0)
            self._told = result.key
            self._day.note(self._day.confirmed, self._made.pop(result.key))

    def _see(self, put: Put) -> None:
        place = put.columns.index("id")
        device = put.columns.index("device_id")
        for row in put.rows:
            done = self._day.done_at.get(str(row[place]))
            if done is not None and row[device] != self.place.device_id:
                self._day.note(self._day.seen, done)

    async def _listen(self) -> None:
        while True:
            try:
                if self.online:
                    async for _ in self.wire.events("/v1/sync/events", await self._bearer()):
                        self._wake.set()
            except Unreachable:
                pass
            await asyncio.sleep(self._chance.uniform(0, 4.0))

    async def _bearer(self) -> str:
        if not self._token:
            assertion = client_assertion(
                bytes.fromhex(self.place.key), self.place.device_id, "guichet-central", datetime.now(UTC)
            )
            body = msgspec.json.encode({"assertion": assertion})
            status, answer = await self.wire.ask("POST", "/v1/token", "", body)
            if status != OK:
                raise Unreachable
            self._token = msgspec.json.decode(answer)["token"]
        return self._token

    def _signed(self, command: Command) -> Envelope:
        entry = CATALOGUE[type(command)]
        self._seq += 1
        bare = Envelope(
            seq=self._seq,
            key=uuid7().bytes,
            kind=entry.kind,
            version=entry.version,
            body=encode(command),
            occurred_at=round(time.time() * 1000),
            actor=f"staff:claire.{self.place.agency}",
            receipt_no=self._seq,
            previous=self._last,
            hash=b"",
            signature=b"",
        )
        self._last = command_hash(self._last, self.place.device_id, bare)
        return msgspec.structs.replace(bare, hash=self._last, signature=self._key.sign(self._last))


async def until(true: Callable[[], bool], seconds: float) -> bool:
    """Whether it came true in that time."""
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        await asyncio.sleep(0.1)
    return true()
