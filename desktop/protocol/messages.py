"""Every message between a station and central, as arrays: fields may be added at the end, never moved."""

from typing import Annotated, Any

import msgspec

PROTOCOL = 1
"""The version of these messages; sent as the `Sync-Protocol` header."""

ROWS = 1
"""The form of the rows that travel; a station sends the one it was built for as `Sync-Rows`, 0.1.0 none.

It is one more whenever stations of before cannot hold what central sends: a column that they must have is
gone, or says something else. They are answered UPDATE_NEEDED in place of rows, and go on handing in. A new
table or a new column needs nothing: those who do not know it pass it over.
"""

UPDATE_NEEDED = "update_needed"

MEDIA_TYPE = "application/vnd.guichet.sync+msgpack"


UNREADABLE = (msgspec.MsgspecError, ValueError, RecursionError)
"""What decoding raises when a message is none, be it for text that is no UTF-8 or lists within lists."""

Key = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
"""A command's UUIDv7: a message with any other is unreadable."""

Seq = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
"""A number that databases can hold."""


class Envelope(msgspec.Struct, frozen=True, array_like=True):
    """A command on its way: who did what when, and the proof that nothing was added, left out or rewritten.

    `key` is its UUIDv7; `occurred_at` milliseconds since 1970 UTC by the station's clock; `previous` the hash
    of the command before it on that station; `signature` the device's Ed25519 signature of `hash`;
    `body_hash` the SHA-256 of the body in a link of version 2 (`protocol.chain`), empty in one of version 1.
    """

    seq: Seq
    key: Key
    kind: str
    version: int
    body: bytes
    occurred_at: int
    actor: str
    receipt_no: int
    previous: bytes
    hash: bytes
    signature: bytes
    body_hash: bytes = b""


class ExchangeRequest(msgspec.Struct, frozen=True, array_like=True):
    """Commands to perform, in order, and the cursor up to which the station already has central's rows.

    `told` is the key of the last command whose outcome the station was told, just before `envelopes`: a
    central that does not know it was restored from an older copy, and says so. `epoch` is the epoch the
    station last heard: a restored central answers with its new one before it performs anything.
    `checks` asks for End.checks. With `results_only` the answer brings no rows and its End no cursor: a long
    backlog is pushed, and what changed is asked for later.
    """

    cursor: str | None
    incarnation: str
    envelopes: list[Envelope]
    told: bytes = b""
    epoch: str = ""
    checks: bool = False
    results_only: bool = False


class PerformRequest(msgspec.Struct, frozen=True, array_like=True):
    """A command that only central can carry out; it may hold a secret and is kept by no journal."""

    key: Key
    kind: str
    version: int
    body: bytes
    occurred_at: int
    actor: str


class SealedRequest(msgspec.Struct, frozen=True, array_like=True):
    """A PerformRequest that central once carried out, which it alone can read: handed in after a restore."""

    key: Key
    sealed: bytes


class QuarantineRequest(msgspec.Struct, frozen=True, array_like=True):
    """What a station that may not speak any more still holds: kept by central, and never performed unseen.

    `assertion` proves the station's key (RFC 7523).
    """

    assertion: str
    incarnation: str
    envelopes: list[Envelope]


class QuarantineAnswer(msgspec.Struct, frozen=True, array_like=True):
    """The keys of the commands that central now keeps, or performed before.

    `epoch` is where the device's agency stands; from version `ver` on a backup holds them, and one up to
    `durable` is proven: only then may the station let them go.
    """

    kept: list[bytes]
    epoch: str = ""
    ver: int = 0
    durable: int = 0


class ReadmissionRequest(msgspec.Struct, frozen=True):
    """A station that central forgot in a restore asks to be known again: proof of key and of enrolment."""

    assertion: str
    receipt: str


class Hello(msgspec.Struct, frozen=True, array_like=True, tag="hello"):
    """First frame of every answer: central's clock, and the last command of this device that it holds.

    `receipts` is the highest number that a receipt of this device bears: another incarnation may have printed
    it. `durable` maps a scope to the version up to which a proven backup holds it; `epoch` and `ver` are
    where the device's agency stands now; `letterbox` is the key with which secrets are sealed for central
    alone; `chain` the newest version of a link that central reads: in a newer one nothing may be sent to it;
    `seeds` opens, for this counter alone, the seeds of its staff.
    """

    server_ms: int
    last_seq: int | None
    durable: dict[str, int]
    receipts: int = 0
    epoch: str = ""
    ver: int = 0
    letterbox: bytes = b""
    chain: int = 1
    seeds: bytes = b""


class Result(msgspec.Struct, frozen=True, array_like=True, tag="result"):
    """How one command ended; `status` is `services.command.Status`, `data` a msgpack map or nil.

    `ver` is the version of the device's agency in which the effect stands, 0 when that is not known.
    """

    seq: int
    key: bytes
    status: int
    code: str | None
    data: bytes
    ver: int = 0


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

    `told_seq`, the last command of this incarnation whose outcome is told, and its hash are of the same
    picture of the data as the rows; `checks` maps a table to (count, sum of ver).
    """

    cursor: str | None
    told_seq: int | None
    checks: dict[str, tuple[int, int]]
    told_hash: bytes = b""


class Sums(msgspec.Struct, frozen=True, array_like=True, tag="sums"):
    """What a faithful copy of one table adds up to: per bucket of ids the sum of its rows' digests."""

    table: str
    columns: list[str]
    sums: list[int]


class Bucket(msgspec.Struct, frozen=True, array_like=True, tag="bucket"):
    """These buckets of a table come whole in the Puts of this answer: any other row in them is no row."""

    table: str
    numbers: list[int]


Frame = Hello | Result | Put | Drop | Reset | End | Sums | Bucket

ROWS_PER_FRAME = 2000


class SnapshotFrame(msgspec.Struct, frozen=True, array_like=True):
    size: int
    sha256: str
    rows: int


class Snapshot(msgspec.Struct, frozen=True, array_like=True):
    """A bootstrap, ready to be fetched file by file; `name` addresses it.

    All stations of a shape share it, so it knows of no station's commands: an exchange from `cursor` does.
    With `wait_seconds` it is still being made: ask again after that time.
    """

    name: str
    cursor: str
    told_seq: int | None
    frames: list[SnapshotFrame]
    checks: dict[str, tuple[int, int]]
    told_hash: bytes = b""
    wait_seconds: float = 0.0


class VerifyRequest(msgspec.Struct, frozen=True, array_like=True):
    """A station compares what it holds with what central holds.

    `tables` (none: all of its shape) are to be added up; `buckets` are those found wrong, to be sent whole.
    The answer is that of a pull from `cursor`, with Sums and Bucket frames of the same picture.
    """

    cursor: str
    incarnation: str
    tables: list[str] = []
    buckets: dict[str, list[int]] = {}
    app_version: str = ""


class EnrolRequest(msgspec.Struct, frozen=True):
    """A station asks to be one of the landlord's: a one-time code, its public key, proof of the other."""

    code: str
    public_key: str
    proof: str
    incarnation: str


class Enrolled(msgspec.Struct, frozen=True):
    """What central decided about the new station; `receipt` proves it to a central restored from before."""

    device_id: str
    device_code: str
    kind: str
    agency_id: str
    central_name: str
    receipt: str = ""


class Problem(msgspec.Struct, frozen=True):
    """The body of every refusal by central."""

    code: str
    facts: dict[str, Any] = {}
