"""Every message between a station and central, as arrays: fields may be added at the end, never moved."""

from typing import Any

import msgspec

PROTOCOL = 1
"""The version of these messages; sent as the `Sync-Protocol` header."""

MEDIA_TYPE = "application/vnd.guichet.sync+msgpack"


class Envelope(msgspec.Struct, frozen=True, array_like=True):
    """A command on its way: who did what when, and the proof that nothing was added, left out or rewritten.

    `key` is its UUIDv7; `occurred_at` milliseconds since 1970 UTC by the station's clock; `previous` the hash
    of the command before it on that station; `signature` the device's Ed25519 signature of `hash`.
    """

    seq: int
    key: bytes
    kind: str
    version: int
    body: bytes
    occurred_at: int
    actor: str
    receipt_no: int
    previous: bytes
    hash: bytes
    signature: bytes


class ExchangeRequest(msgspec.Struct, frozen=True, array_like=True):
    """Commands to perform, in order, and the cursor up to which the station already has central's rows.

    `told` is the key of the last command whose outcome the station was told, just before `envelopes`: a
    central that does not know it was restored from an older copy, and says so.
    """

    cursor: str | None
    incarnation: str
    envelopes: list[Envelope]
    told: bytes = b""


class PerformRequest(msgspec.Struct, frozen=True, array_like=True):
    """A command that only central can carry out; it may hold a secret and is kept by no journal."""

    key: bytes
    kind: str
    version: int
    body: bytes
    occurred_at: int
    actor: str


class Hello(msgspec.Struct, frozen=True, array_like=True, tag="hello"):
    """First frame of every answer: central's clock, and the last command of this device that it holds.

    `receipts` is the highest number that a receipt of this device bears: another life may have printed it.
    """

    server_ms: int
    last_seq: int | None
    durable: dict[str, int]
    receipts: int = 0


class Result(msgspec.Struct, frozen=True, array_like=True, tag="result"):
    """How one command ended; `status` is `services.command.Status`, `data` a msgpack map or nil."""

    seq: int
    key: bytes
    status: int
    code: str | None
    data: bytes


class Put(msgspec.Struct, frozen=True, array_like=True, tag="put"):
    """Rows of one table as central has them now: at most ROWS_PER_FRAME, raw column values."""

    table: str
    columns: list[str]
    rows: list[tuple[Any, ...]]


class Drop(msgspec.Struct, frozen=True, array_like=True, tag="drop"):
    """Rows of one table that left what this station may hold."""

    table: str
    ids: list[str]


class Reset(msgspec.Struct, frozen=True, array_like=True, tag="reset"):
    """The cursor is of no use any more: fetch a snapshot. The journal is not concerned."""

    reason: str


class End(msgspec.Struct, frozen=True, array_like=True, tag="end"):
    """Last frame: without it nothing of the answer counts.

    `acked_seq`, the last command of this life of the device, and its hash are of the same picture of the data
    as the rows; `checks` maps a table to (count, sum of ver).
    """

    cursor: str | None
    acked_seq: int | None
    checks: dict[str, tuple[int, int]]
    acked_hash: bytes = b""


Frame = Hello | Result | Put | Drop | Reset | End

ROWS_PER_FRAME = 2000


class SnapshotFrame(msgspec.Struct, frozen=True, array_like=True):
    """One file of a snapshot."""

    size: int
    sha256: str
    rows: int


class Snapshot(msgspec.Struct, frozen=True, array_like=True):
    """A bootstrap, ready to be fetched file by file; `name` addresses it."""

    name: str
    cursor: str
    acked_seq: int | None
    frames: list[SnapshotFrame]
    checks: dict[str, tuple[int, int]]
    acked_hash: bytes = b""


class EnrolRequest(msgspec.Struct, frozen=True):
    """A station asks to be one of the landlord's: a one-time code, its public key, proof of the other."""

    code: str
    public_key: str
    proof: str
    incarnation: str


class Enrolled(msgspec.Struct, frozen=True):
    """What central decided about the new station."""

    device_id: str
    device_code: str
    kind: str
    agency_id: str
    central_name: str


class Problem(msgspec.Struct, frozen=True):
    """The body of every refusal by central."""

    code: str
    facts: dict[str, Any] = {}
