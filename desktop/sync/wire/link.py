"""The conversation with central: exchange, snapshot, commands that only central can carry out, files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import msgspec

from desktop.errors import Nonsense, Offline, Refused
from desktop.protocol.frames import unpack_answer
from desktop.protocol.messages import (
    ROWS,
    Bucket,
    Drop,
    Envelope,
    ExchangeRequest,
    Hello,
    PerformRequest,
    Put,
    QuarantineAnswer,
    QuarantineRequest,
    Reset,
    Result,
    SealedRequest,
    Snapshot,
    Sums,
    VerifyRequest,
)
from desktop.services.command import Done, Status
from desktop.sync.wire.delta import Delta
from desktop.sync.wire.fetching import fetch
from desktop.sync.wire.reading import from_msgpack
from desktop.sync.wire.sending import Parcel, Sending
from desktop.sync.wire.transport import QUARANTINE, READMISSION, SILENCE_SECONDS, Transport

PERFORM_TRIES = 3
_DATA: Any = dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Answer:
    """One whole answer of central: outcomes of what was sent, what changed, or that a snapshot is needed.

    `sums` and `buckets` are there when it was asked what the rows add up to.
    """

    results: list[Result]
    delta: Delta
    reset: bool
    hello: Hello
    sums: list[Sums] = field(default_factory=list)
    buckets: list[Bucket] = field(default_factory=list)

    @property
    def is_rowless(self) -> bool:
        """Whether it was not even looked at what changed."""
        return not self.reset and self.delta.end.cursor is None


class Link:
    """What a station says to central, over whatever transport. No method keeps state between calls."""

    def __init__(self, transport: Transport) -> None:
        self.transport = transport

    def exchange(
        self,
        cursor: str | None,
        incarnation: str,
        envelopes: list[Envelope],
        told: bytes = b"",
        epoch: str = "",
        *,
        checks: bool = False,
        results_only: bool = False,
    ) -> Answer:
        """Pushes commands and asks for what changed since `cursor`; with `checks` also for End.checks.

        With `results_only` no rows are asked for, and the answer moves no cursor.

        Raises Offline when the outcome is unknown (send the same again: central knows commands by their key),
        Refused("fork") when this incarnation of the device contradicts an earlier one, Refused("forgotten")
        when central was restored and lacks the command with the key `told`, and Refused("restored") when it
        was restored since it spoke of `epoch`.
        """
        request = ExchangeRequest(cursor, incarnation, envelopes, told, epoch, checks, results_only)
        return _answer(self.transport.post("/v1/sync/exchange", msgspec.msgpack.encode(request)))

    def verify(self, request: VerifyRequest) -> Answer:
        """What changed since the request's cursor, and what the rows then add up to. Raises Offline."""
        return _answer(self.transport.post("/v1/sync/verify", msgspec.msgpack.encode(request)))

    def snapshot(self) -> Snapshot:
        """The manifest of all the rows this station may hold. Raises Refused(UPDATE_NEEDED) if it cannot."""
        return from_msgpack(self.transport.get("/v1/sync/snapshot", {"Sync-Rows": str(ROWS)}), Snapshot)

    def snapshot_file(self, name: str, index: int) -> bytes:
        """One file of a snapshot. Raises Refused("snapshot_gone") when a newer one took its place."""
        return self.transport.get(f"/v1/sync/snapshot/{name}/{index}")

    def perform(self, request: PerformRequest) -> Done:
        """Asks central to carry out one command; tries again with the same key while answers are lost."""
        body = msgspec.msgpack.encode(request)
        for _ in range(PERFORM_TRIES - 1):
            try:
                return _done(from_msgpack(self.transport.post("/v1/sync/perform", body), Result))
            except Offline:
                continue
        return _done(from_msgpack(self.transport.post("/v1/sync/perform", body), Result))

    def outcome(self, key: bytes) -> Result:
        """How a command of this station ended, or stands. Raises Refused("command_unknown")."""
        return from_msgpack(self.transport.get(f"/v1/sync/commands/{key.hex()}"), Result)

    def hand_in(self, request: SealedRequest) -> Result:
        """Gives a restored central what it carried out before; it is done once, however often it is told."""
        return from_msgpack(self.transport.post("/v1/sync/sealed", msgspec.msgpack.encode(request)), Result)

    def quarantine(self, request: QuarantineRequest) -> QuarantineAnswer:
        """Gives central commands that it must not perform unseen; which of them are there, and how safely."""
        body = self.transport.post(QUARANTINE, msgspec.msgpack.encode(request))
        return from_msgpack(body, QuarantineAnswer)

    def readmit(self, request: bytes) -> None:
        """Asks a central that does not know this station to let it in again. Raises NotAllowed, Offline."""
        self.transport.post(READMISSION, request)

    def blob(self, sha256: str) -> bytes:
        """The bytes of a file that central holds for this station's agency, as they came."""
        return fetch(self.transport, f"/v1/blobs/{sha256}")

    def send_file(self, parcel: Parcel, between: Callable[[], None]) -> int | None:
        """Brings a file to central, from where it stood; see `Sending`."""
        return Sending(self.transport, parcel, between).run()

    def pokes(self, silence: float = SILENCE_SECONDS) -> Iterator[str]:
        """A line each time central's rows for this station changed; they say nothing of what changed.

        Raises Offline("central_silent") when not a byte comes for `silence` seconds.
        """
        return self.transport.events("/v1/sync/events", silence)

    def moved_beyond(self, cursor: str | None, seconds: float) -> bool:
        """Waits up to `seconds` for central's rows to be newer than `cursor`; whether they are."""
        reply = self.transport.call("GET", f"/v1/sync/wait?cursor={quote(cursor or '')}&t={seconds:g}")
        return bool(reply.checked().body)


def _answer(body: bytes) -> Answer:
    frames, end = unpack_answer(body)
    if not frames or not isinstance(frames[0], Hello):
        raise Nonsense("answer_unreadable")
    puts = [frame for frame in frames if isinstance(frame, Put)]
    drops = [frame for frame in frames if isinstance(frame, Drop)]
    return Answer(
        results=[frame for frame in frames if isinstance(frame, Result)],
        delta=Delta(puts, drops, end),
        reset=any(isinstance(frame, Reset) for frame in frames),
        hello=frames[0],
        sums=[frame for frame in frames if isinstance(frame, Sums)],
        buckets=[frame for frame in frames if isinstance(frame, Bucket)],
    )


def _done(result: Result) -> Done:
    data: dict[str, Any] | None = from_msgpack(result.data, _DATA)
    if result.status == Status.REJECTED:
        raise Refused(result.code or "rejected", **(data or {}))
    if result.status in {Status.RETRY, Status.DEFERRED}:
        raise Offline("central_failing")
    return Done(result=data, warning=result.code, noop=result.status == Status.NOOP)
