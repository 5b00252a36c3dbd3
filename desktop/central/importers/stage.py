"""The file where what an import will change waits, safe on the disk, until all of it has been brought in."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from desktop import failpoints
from desktop.central.importers.kinds import Target
from desktop.central.importers.layout import Values

STAGED: Final = "staged.db"
_BUILDING: Final = "building.db"
_FIXED: Final = ("scope", "together", "weight", "line", "old_scope", "was", "digest", "written")
_VALUES: Final = len(_FIXED) + 1

Place = tuple[str, str]
"""How far a stage was brought in: the scope, and what belongs together in it."""


class Change(NamedTuple):
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


class Unit(NamedTuple):
    """What goes in at once: changes of one scope, and where they end."""

    end: Place
    changes: list[Change]


@dataclass(slots=True)
class Stage:
    """One file's changes."""

    path: Path
    connection: sqlite3.Connection
    rows: int = 0

    @classmethod
    def begin(cls, folder: Path, target: Target) -> "Stage":
        """An empty one in `folder`; what an earlier import left half-read goes."""
        folder.mkdir(mode=0o700, exist_ok=True)
        path = folder / _BUILDING
        path.unlink(missing_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        connection = _connect(path)
        values = (f"c{place}" for place in range(len(target.stored)))
        connection.execute("CREATE TABLE note (text BLOB NOT NULL)")
        connection.execute(f"CREATE TABLE change (n INTEGER PRIMARY KEY, {', '.join((*_FIXED, *values))})")
        connection.execute("BEGIN")
        return cls(path, connection)

    @classmethod
    def left(cls, folder: Path) -> "Stage | None":
        """The one that waits in `folder`, if any."""
        path = folder / STAGED
        if not path.exists():
            return None
        stage = cls(path, _connect(path))
        stage.rows = stage.connection.execute("SELECT count(*) FROM change").fetchone()[0]
        return stage

    def add(self, changes: Iterable[Values]) -> None:
        """Takes changes, flat: the fields of `Change`, then the values of its row."""
        rows = list(changes)
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self.connection.executemany(f"INSERT INTO change VALUES (NULL, {marks})", rows)  # noqa: S608
            self.rows += len(rows)

    def seal(self, note: bytes) -> None:
        """Makes it safe on the disk: from here on the file will go in, whatever happens."""
        self.connection.execute("INSERT INTO note VALUES (?)", (note,))
        self.connection.execute("CREATE INDEX order_of_units ON change (scope, together)")
        self.connection.execute("COMMIT")
        self.connection.close()
        _sync(self.path)
        self.path = self.path.rename(self.path.with_name(STAGED))
        _sync(self.path.parent)
        self.connection = _connect(self.path)
        failpoints.reached("import.staged")

    @property
    def note(self) -> bytes:
        """What `seal` was told."""
        found: bytes = self.connection.execute("SELECT text FROM note").fetchone()[0]
        return found

    def units(self, after: Place | None, heaviest: int) -> Iterator[Unit]:
        """What is left, in units of one scope of about `heaviest` rows; what is together stays together."""
        which = "WHERE (scope, together) > (?, ?)" if after else ""
        question = f"SELECT * FROM change {which} ORDER BY scope, together, n"  # noqa: S608 - no outside text
        changes: list[Change] = []
        weight, place, make = 0, after, tuple.__new__
        for row in self.connection.execute(question, after or ()):
            here = row[1:3]
            if here != place:
                if place and changes and (weight >= heaviest or here[0] != place[0]):
                    yield Unit(place, changes)
                    changes, weight = [], 0
                place = here
            changes.append(make(Change, (*row[1:_VALUES], row[_VALUES:])))
            weight += row[3]
        if place and changes:
            yield Unit(place, changes)

    def forget(self) -> None:
        """Its file is not to be had after all; one that is safe on the disk stays."""
        self.connection.close()
        self.path.with_name(_BUILDING).unlink(missing_ok=True)

    def discard(self) -> None:
        """It is in, or will never be."""
        self.connection.close()
        self.path.unlink(missing_ok=True)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -16000")
    return connection


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
