"""What every command and every service share: the record, the circumstances it runs in, what it answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from functools import lru_cache
from hashlib import sha1
from typing import Any
from uuid import UUID

import msgspec

from desktop.errors import Refused


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """What a person did that changes something. It holds no secret unless its catalogue entry says so."""


class Status(IntEnum):
    """How a command ended. All but RETRY are final, and always let the next one through."""

    APPLIED = 0
    NOOP = 1
    APPLIED_WITH_WARNING = 2
    REJECTED = 3
    DEFERRED = 4
    RETRY = 9


@dataclass(frozen=True, slots=True)
class Done:
    """What a service answers: `result` is plain data (ids, numbers); `warning` a code for staff to see."""

    result: dict[str, Any] | None = None
    warning: str | None = None
    noop: bool = False

    @property
    def status(self) -> Status:
        if self.noop:
            return Status.NOOP
        return Status.APPLIED_WITH_WARNING if self.warning else Status.APPLIED


class Run(IntEnum):
    """When a service runs: first on the station, again there after a rewind, or on central with authority."""

    FIRST = 0
    REPLAY = 1
    AUTHORITY = 2


class Context(msgspec.Struct, frozen=True):
    """The circumstances of one command. All ids derive from its key, so every run makes the same rows.

    `actor` is `tenant:<lease number>`, `staff:<login>` or `device:<id>`; `at` is when the person did it, by
    the station's clock; `receipt_no` numbers this device's next receipt; `pepper` is central's alone.
    `judged`: what its entry's `judge` found before anything was locked.
    `doubt`: what stands, as central finds, against who did it or against its proof, though it is done.
    """

    key: UUID
    actor: str
    device_id: str
    device_code: str
    agency_id: str
    at: datetime
    receipt_no: int
    run: Run = Run.FIRST
    pepper: bytes | None = None
    doubt: str = ""
    judged: object = None

    def new_id(self, name: str) -> str:
        """The id of the row called `name` within this command; the same on every run: uuid5 of the key."""
        return row_id(self.key, name)

    def objection(self, code: str, **facts: Any) -> str:
        """A rule stands against something that may already have happened (cash is in the drawer).

        On first run it refuses; afterwards the fact is kept and the code becomes a warning for staff.
        """
        if self.run is Run.FIRST:
            raise Refused(code, **facts)
        return code


def row_id(key: UUID, name: str) -> str:
    """As `Context.new_id`, for the command with that key."""
    return _uuid5(key.bytes, name)


@lru_cache(maxsize=8192)
def _uuid5(space: bytes, name: str) -> str:
    """As `uuid.uuid5`, which takes several times as long by way of two UUID objects."""
    digest = bytearray(sha1(space + name.encode(), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
