"""Remembers which line of a file a key was on, in flat memory however long the file is."""

import json
import sqlite3
from collections.abc import Sequence


class SeenKeys:
    """The keys taken so far, in a nameless temporary database that leaves memory for disk when it grows."""

    def __init__(self) -> None:
        self._store = sqlite3.connect("", isolation_level=None)
        self._store.execute("PRAGMA journal_mode = OFF")
        self._store.execute("PRAGMA synchronous = OFF")
        self._store.execute("CREATE TABLE seen (key TEXT PRIMARY KEY, line INTEGER NOT NULL) WITHOUT ROWID")
        self._store.execute("BEGIN")
        self._largest = ""

    def first_lines(self, keys: Sequence[tuple[str, int]]) -> dict[int, int]:
        """Takes `(key, line)` pairs in file order; answers which lines came too late, and after which."""
        names = [key for key, _ in keys]
        known = self._known(names) if min(names, default="") <= self._largest else {}
        self._largest = max(self._largest, *names) if names else self._largest
        doubled: dict[int, int] = {}
        fresh: dict[str, int] = {}
        for key, line in keys:
            first = known.get(key) or fresh.setdefault(key, line)
            if first != line:
                doubled[line] = first
        self._store.executemany("INSERT INTO seen VALUES (?, ?)", fresh.items())
        return doubled

    def _known(self, keys: list[str]) -> dict[str, int]:
        question = "SELECT key, line FROM seen WHERE key IN (SELECT value FROM json_each(?))"
        return dict(self._store.execute(question, [json.dumps(keys)]))

    def close(self) -> None:
        """Forgets everything."""
        self._store.close()
