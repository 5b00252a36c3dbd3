"""Compares the rows of one file with what is stored, and stages what would change."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, text

from desktop.central.importers.kinds import FileKind, Placed, Remarks
from desktop.central.importers.layout import Values
from desktop.central.importers.lookup import among, listed, lookup
from desktop.central.importers.memory import READER_VERSION
from desktop.central.importers.stage import RowChange, StagedChanges
from desktop.central.importers.values import BadValue

MOVING_WEIGHT = 100
"""What a row counts that moves to another agency: a lease takes its ledger lines along."""

_KNOWN = "SELECT id, digest FROM erp_row WHERE tbl = :tbl AND "


class Comparison:
    """Finds out which rows of one file differ. Reads only; `unchanged` counts those that do not."""

    def __init__(self, stage: StagedChanges, kind: FileKind, pepper: bytes) -> None:
        self.unchanged = 0
        self._stage = stage
        self._kind = kind
        self._target = kind.target
        self._key = hashlib.sha256(pepper).digest()

    def put(self, connection: Connection, placed: list[Placed], remarks: Remarks) -> None:
        """Takes a batch; no id may come twice."""
        ids = [each.row[0] for each in placed]
        stored = lookup(connection, self._target.table, (*self._target.stored, "scope"), ids)
        if self._target.remembered:
            placed, digests = self._fresh(connection, placed, stored)
        else:
            digests = {}
        self._stage.add(self._changes(placed, stored, digests, remarks))

    def _changes(
        self, placed: list[Placed], stored: dict[str, Values], digests: dict[str, bytes], remarks: Remarks
    ) -> Iterator[RowChange]:
        make: Callable[[type[RowChange], Values], RowChange] = tuple.__new__
        together = self._target.together
        for each in placed:
            line, scope, row = each
            old = stored.get(row[0])
            digest = digests.get(row[0])
            if old is None:
                yield make(RowChange, (scope, row[together], 1, line, None, None, digest, 1, row))
                continue
            try:
                written = differs(self._kind, each, old, remarks)
            except BadValue as bad:
                remarks.reject(line, bad)
                continue
            self.unchanged += not written
            if written or digest:
                weight = MOVING_WEIGHT if old[-1] != scope else 1
                was = fingerprint(old)
                yield RowChange(scope, row[together], weight, line, old[-1], was, digest, int(written), row)

    def _fresh(
        self, connection: Connection, placed: list[Placed], stored: dict[str, Values]
    ) -> tuple[list[Placed], dict[str, bytes]]:
        """The rows whose ERP line is not the one last taken, and the digests to remember for them."""
        question = _KNOWN + among(connection, "id")
        bound = {"tbl": self._target.table, "ids": listed(connection, [each.row[0] for each in placed])}
        known = connection.execute(text(question), bound)
        last = {row[0]: bytes(row[1]) for row in known if row[0] in stored}
        digests = {each.row[0]: self._digest(each.row) for each in placed}
        fresh = [each for each in placed if last.get(each.row[0]) != digests[each.row[0]]]
        self.unchanged += len(placed) - len(fresh)
        return fresh, digests

    def _digest(self, row: Values) -> bytes:
        """The digest of a line, keyed: what stands in it is short enough to be found by trying."""
        line = msgspec.msgpack.encode((READER_VERSION, row))
        return hashlib.blake2b(line, digest_size=16, key=self._key).digest()


def differs(kind: FileKind, offered: Placed, old: Values, remarks: Remarks) -> bool:
    """Whether `offered` is to be written over the stored row and scope `old`. Raises BadValue."""
    row: Values | None = offered.row
    if old[:-1] != row:
        row = kind.weigh(old[:-1], offered, remarks)
    return row is not None and (*row, scope_of(kind, offered, old)) != old


def scope_of(kind: FileKind, offered: Placed, old: Values | None) -> str:
    """Where a row goes: where its line says, unless it stays until `following` moves it."""
    if old is None or not kind.target.follows:
        return offered.scope
    there: str = old[-1]
    return there


def fingerprint(stored: Any) -> bytes:
    """Tells two states of a stored row apart."""
    return hashlib.blake2b(msgspec.msgpack.encode(stored), digest_size=16).digest()
