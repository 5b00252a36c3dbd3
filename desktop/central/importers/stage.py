"""The file where what an import will change waits, safe on the disk, until all of it has been brought in."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from desktop import failpoints
from desktop.central.importers.layout import Values
from desktop.disk import sync_file, sync_folder

STAGED: Final = "staged.db"
_BUILDING: Final = "building.db"
_PIECES_OF: Final = 20_000
"""So many rows wait in memory until those that belong together are written as one piece."""

Place = tuple[str, str]
"""How far a stage was brought in: the scope, and what belongs together in it."""


class RowChange(NamedTuple):
    """A row to bring in. `was` is the fingerprint of the stored row it was compared with, None for a new one.

    With `written` 0 only the `digest` of its line is to be remembered.
    """

    scope: str
    together: str
    weight: int
    line: int
    old_scope: str | None
    was: bytes | None
    digest: bytes | None
    written: int
    row: Values


_encoded = msgspec.msgpack.Encoder().encode
_decoded = msgspec.msgpack.Decoder(list[RowChange]).decode


class Unit(NamedTuple):
    """What goes in at once: changes of one scope, and where they end."""

    end: Place
    changes: list[RowChange]


@dataclass(slots=True)
class StagedChanges:
    """One file's changes."""

    path: Path
    connection: sqlite3.Connection
    rows: int = 0
    waiting: dict[Place, list[RowChange]] = field(default_factory=dict)
    many: int = 0

    @classmethod
    def begin(cls, folder: Path) -> "StagedChanges":
        """An empty one in `folder`; what an earlier import left half-read goes."""
        folder.mkdir(mode=0o700, exist_ok=True)
        path = folder / _BUILDING
        path.unlink(missing_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        connection = _connect(path)
        connection.execute("CREATE TABLE note (text BLOB NOT NULL)")
        connection.execute("CREATE TABLE piece (n INTEGER PRIMARY KEY, scope, together, size, changes)")
        connection.execute("BEGIN")
        return cls(path, connection)

    @classmethod
    def left(cls, folder: Path) -> "StagedChanges | None":
        """The one that waits in `folder`, if any."""
        path = folder / STAGED
        if not path.exists():
            return None
        stage = cls(path, _connect(path))
        stage.rows = stage.connection.execute("SELECT coalesce(sum(size), 0) FROM piece").fetchone()[0]
        return stage

    def add(self, changes: Iterable[RowChange]) -> None:
        """Takes changes, in the order in which those that belong together are to go in."""
        for change in changes:
            self.waiting.setdefault(change[:2], []).append(change)
            self.many += 1
        if self.many >= _PIECES_OF:
            self._write()

    def _write(self) -> None:
        pieces = ((*place, len(some), _encoded(some)) for place, some in self.waiting.items())
        self.connection.executemany("INSERT INTO piece VALUES (NULL, ?, ?, ?, ?)", pieces)
        self.waiting = {}
        self.rows, self.many = self.rows + self.many, 0

    def seal(self, note: bytes) -> None:
        """Makes it safe on the disk: from here on the file will go in, whatever happens."""
        self._write()
        self.connection.execute("INSERT INTO note VALUES (?)", (note,))
        self.connection.execute("CREATE INDEX order_of_units ON piece (scope, together)")
        self.connection.execute("COMMIT")
        self.connection.close()
        sync_file(self.path)
        self.path = self.path.rename(self.path.with_name(STAGED))
        sync_folder(self.path.parent)
        self.connection = _connect(self.path)
        failpoints.reached("import.staged")

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added."""
        return not (self.rows or self.many)

    @property
    def note(self) -> bytes:
        """What `seal` was told."""
        found: bytes = self.connection.execute("SELECT text FROM note").fetchone()[0]
        return found

    def units(self, after: Place | None, heaviest: int) -> Iterator[Unit]:
        """What is left, in units of one scope of about `heaviest` rows; what is together stays together."""
        which = "WHERE (scope, together) > (?, ?)" if after else ""
        question = f"SELECT scope, together, changes FROM piece {which} "  # noqa: S608 - no outside text
        question += "ORDER BY scope, together, n"
        changes: list[RowChange] = []
        weight, place = 0, after
        for *found, piece in self.connection.execute(question, after or ()):
            here = (found[0], found[1])
            if here != place:
                if place and changes and (weight >= heaviest or here[0] != place[0]):
                    yield Unit(place, changes)
                    changes, weight = [], 0
                place = here
            some = _decoded(piece)
            changes += some
            weight += sum([change.weight for change in some])
        if place and changes:
            yield Unit(place, changes)

    def forget(self) -> None:
        """Its file is not to be had after all; one that is safe on the disk stays."""
        self.connection.close()
        self.path.with_name(_BUILDING).unlink(missing_ok=True)

    def discard(self) -> None:
        """Removes the file, whose rows are in or never will be."""
        self.connection.close()
        self.path.unlink(missing_ok=True)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -16000")
    return connection
