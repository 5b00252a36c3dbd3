"""What a person at a station was told, written down beside it as it was said, for the checkers."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec


class Invoked(msgspec.Struct, frozen=True, tag="invoked"):
    """Somebody is about to do `what` (cash, cheque, card, resolve, request, erp); `op` numbers it here."""

    op: int
    what: str
    lease: str
    cents: int = 0


class Told(msgspec.Struct, frozen=True, tag="told"):
    """The station said that it is done: the row it made, and the number on the receipt if there is one."""

    op: int
    row: str
    number: str = ""


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """The station said that it was not done, and why."""

    op: int
    code: str


class Looked(msgspec.Struct, frozen=True, tag="looked"):
    """A look at one lease's payments, in one picture of the cache: how many of central's rows, their sum.

    `ver` is the agency's version that the cache claims to hold, -1 for a cache that holds nothing yet;
    `missing` are the payments told at this station before, which the picture does not show.
    """

    lease: str
    epoch: str
    ver: int
    count: int
    cents: int
    missing: tuple[str, ...]


Event = Invoked | Told | Refused | Looked


class History:
    """An append-only file; when `say` returns the event is on the disk, like the words in a person's ear."""

    def __init__(self, path: Path) -> None:
        self.past = list(read(path))
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(self._file, b"\n")

    def say(self, event: Event) -> None:
        """Writes and syncs one event."""
        os.write(self._file, msgspec.json.encode(event) + b"\n")
        os.fsync(self._file)

    def next_op(self) -> int:
        """The first number that no action of this station bears."""
        return max((event.op for event in self.past if isinstance(event, Invoked)), default=0) + 1


def read(path: Path) -> Iterator[Event]:
    """The events of a file; a line that a death tore is passed over."""
    if not path.exists():
        return
    decoder = msgspec.json.Decoder(Event)
    for line in path.read_bytes().split(b"\n"):
        try:
            if line:
                yield decoder.decode(line)
        except msgspec.DecodeError:
            continue
