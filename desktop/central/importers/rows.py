"""Looks up and writes rows by the thousand, past the ORM, in the unit of work that is open."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

import msgspec

from desktop.central.agency_write import Work
from desktop.central.importers.kinds import FileKind, Placed, Remarks, Target
from desktop.central.importers.layout import Values
from desktop.central.importers.lookup import lookup
from desktop.central.importers.memory import READER_VERSION
from desktop.central.importers.values import BadValue


@dataclass(slots=True)
class Tally:
    """What became of the lines that were not rejected."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


class RowStore:
    """Takes the rows of one file and writes those that differ from what is stored."""

    def __init__(self, work: Work, kind: FileKind, pepper: bytes) -> None:
        self.tally = Tally()
        self._work = work
        self._connection = work.session.connection()
        self._kind = kind
        self._target = kind.target
        self._key = hashlib.sha256(pepper).digest()
        self._upsert = _upsert(kind.target)
        self._versions: dict[str, int] = {}

    def put(self, placed: list[Placed], remarks: Remarks) -> None:
        """Stores a batch; no id may come twice."""
        ids = [each.row[0] for each in placed]
        stored = lookup(self._connection, self._target.table, (*self._target.stored, "scope"), ids)
        offered, digests = self._fresh(placed, stored, ids)
        rows: list[Values] = []
        for each in offered:
            old = stored.get(each.row[0])
            if old is None:
                self._write(rows, each.row, each.scope)
                self.tally.new += 1
                continue
            try:
                self._renew(rows, each, old, remarks)
            except BadValue as bad:
                remarks.reject(each.line, bad)
                digests.pop(each.row[0], None)
        if rows:
            self._connection.exec_driver_sql(self._upsert, rows)
        self._remember(digests)

    def _fresh(
        self, placed: list[Placed], stored: dict[str, Values], ids: list[str]
    ) -> tuple[list[Placed], dict[str, bytes]]:
        """The rows whose ERP line is not the one last taken, and the digests to remember for them."""
        if not self._target.remembered:
            return placed, {}
        question = "SELECT id, digest FROM erp_row WHERE tbl = ? AND id IN (SELECT value FROM json_each(?))"
        known = self._connection.exec_driver_sql(question, (self._target.table, json.dumps(ids)))
        last = {row[0]: row[1] for row in known if row[0] in stored}
        digests = {each.row[0]: self._digest(each.row) for each in placed}
        fresh = [each for each in placed if last.get(each.row[0]) != digests[each.row[0]]]
        self.tally.unchanged += len(placed) - len(fresh)
        return fresh, {each.row[0]: digests[each.row[0]] for each in fresh}

    def _renew(self, rows: list[Values], offered: Placed, old: Values, remarks: Remarks) -> None:
        old_scope: str = old[-1]
        scope = old_scope if self._target.follows else offered.scope
        row: Values | None = offered.row
        if old[:-1] != row:
            row = self._kind.weigh(old[:-1], offered, remarks)
        if row is None or (*row, scope) == old:
            self.tally.unchanged += 1
            return
        self._open(old_scope)
        self._write(rows, row, scope)
        self.tally.changed += 1

    def _write(self, rows: list[Values], row: Values, scope: str) -> None:
        version = self._versions.get(scope) or self._open(scope)
        rows.append((*row, scope, version))

    def _open(self, scope: str) -> int:
        """Says once that rows of `scope` change; its new version."""
        self._work.changed(scope)
        self._versions[scope] = self._work.version(scope)
        return self._versions[scope]

    def _digest(self, row: Values) -> bytes:
        """Keyed, because what it covers can be guessed."""
        text = msgspec.msgpack.encode((READER_VERSION, row))
        return hashlib.blake2b(text, digest_size=16, key=self._key).digest()

    def _remember(self, digests: dict[str, bytes]) -> None:
        if digests:
            statement = """INSERT INTO erp_row (tbl, id, digest) VALUES (?, ?, ?)
                ON CONFLICT (tbl, id) DO UPDATE SET digest = excluded.digest"""
            rows: list[Any] = [(self._target.table, id_, digest) for id_, digest in digests.items()]
            self._connection.exec_driver_sql(statement, rows)


def _upsert(target: Target) -> str:
    names = (*target.stored, "scope", "ver")
    renewed = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    marks = ", ".join("?" * len(names))
    return (
        f"INSERT INTO {target.table} ({', '.join(names)}) VALUES ({marks}) "  # noqa: S608
        f"ON CONFLICT (id) DO UPDATE SET {renewed}"
    )
