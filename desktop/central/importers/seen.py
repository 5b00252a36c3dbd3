"""Remembers which line of a file a key was on and what it said, in flat memory however long the file is."""

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from desktop.central.importers.kinds import Record


class FirstLine(NamedTuple):
    """The line a key was on before; whether it said just the same."""

    line: int
    same: bool


class SeenKeys:
    """The keys taken so far, in a nameless temporary database that leaves memory for disk when it grows."""

    def __init__(self) -> None:
        self._store = sqlite3.connect("", isolation_level=None)
        self._store.execute("PRAGMA journal_mode = OFF")
        self._store.execute("PRAGMA synchronous = OFF")
        self._store.execute(
            "CREATE TABLE seen (key TEXT PRIMARY KEY, line INTEGER, said INTEGER) WITHOUT ROWID"
        )
        self._store.execute("BEGIN")
        self._largest = ""

    def first_lines(self, records: Sequence[Record]) -> dict[int, FirstLine]:
        """Takes records in file order, the key first; answers which lines came too late, and after which."""
        names = [record.values[0] for record in records]
        known = self._known(names) if min(names, default="") <= self._largest else {}
        self._largest = max(self._largest, *names) if names else self._largest
        doubled: dict[int, FirstLine] = {}
        fresh: dict[str, tuple[int, int]] = {}
        for line, values in records:
            said = hash(values)
            first, said_first = known.get(values[0]) or fresh.setdefault(values[0], (line, said))
            if first != line:
                doubled[line] = FirstLine(first, said == said_first)
        self._store.executemany(
            "INSERT INTO seen VALUES (?, ?, ?)", [(key, *each) for key, each in fresh.items()]
        )
        return doubled

    def _known(self, keys: list[str]) -> dict[str, tuple[int, int]]:
        question = "SELECT key, line, said FROM seen WHERE key IN (SELECT value FROM json_each(?))"
        return {key: (line, said) for key, line, said in self._store.execute(question, [json.dumps(keys)])}

    def close(self) -> None:
        """Forgets everything."""
        self._store.close()
