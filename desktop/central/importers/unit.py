"""Writes one unit of an import: what is staged, if what it was compared with is still what is stored."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import attrgetter, itemgetter

from sqlalchemy import Connection, text

from desktop.central.database.agency_write import Work
from desktop.central.importers.bulk import insert, upsert
from desktop.central.importers.following import follow_leases
from desktop.central.importers.holdings import hold
from desktop.central.importers.kinds import FileKind, Placed, Target
from desktop.central.importers.layout import Values
from desktop.central.importers.lookup import among, listed, lookup
from desktop.central.importers.outcome import UnitOutcome
from desktop.central.importers.rows import differs, fingerprint, scope_of
from desktop.central.importers.stage import RowChange, Unit
from desktop.central.importers.values import BadValue
from desktop.central.matches.matching import match_leases
from desktop.models.lease import Lease

_SCOPE = attrgetter("scope")
_REMEMBERED = ("tbl", "id", "digest")


@dataclass(slots=True)
class _Rows:
    """What is to be written: rows nobody has seen yet, rows over stored ones, digests of their ERP lines.

    `scopes`: where rows that may be in several are stored, by id.
    """

    scopes: Mapping[str, Collection[str]] = field(default_factory=dict)
    fresh: list[Values] = field(default_factory=list)
    renewed: list[Values] = field(default_factory=list)
    remembered: list[Values] = field(default_factory=list)


def write_unit(work: Work, kind: FileKind, unit: Unit, today: date, *, careful: bool) -> UnitOutcome:
    """Brings a unit in. `careful` looks even for the rows that were not there when they were compared.

    Raises Contested when one of them is there after all, and NotAllowed when another scope must be locked.
    """
    connection, target = work.session.connection(), kind.target
    outcome = UnitOutcome(unit.end, len(unit.changes))
    changes = _beside(connection, kind, unit.changes, outcome)
    compared = [change.row[0] for change in changes if careful or change.was is not None]
    stored = lookup(connection, target.table, (*target.stored, "scope"), compared) if compared else {}
    rows = _Rows(_scopes(connection, target.table, compared) if target.several else {})
    fresh = () if careful else [change for change in changes if change.was is None]
    _take_fresh(work, target, fresh, rows, outcome)
    for change in changes if careful else [change for change in changes if change.was is not None]:
        try:
            _sort(work, kind, change, stored.get(change.row[0]), rows, outcome)
        except BadValue as bad:
            outcome.rejected.append((change.line, bad))
            if target.add_up:
                outcome.incomplete.add(change.row[target.together])
    _write(connection, kind.target, rows)
    if target.add_up:
        match_leases(work, {change.row[target.together] for change in changes})
    if target.leads and (rows.fresh or rows.renewed):
        ids = [row[0] for row in (*rows.fresh, *rows.renewed)]
        outcome.moved = follow_leases(work, f"{target.table}.id", ids)
        if target.table == Lease.__tablename__:
            hold(work, ids, today)
    return outcome


def _take_fresh(
    work: Work, target: Target, changes: Iterable[RowChange], rows: _Rows, outcome: UnitOutcome
) -> None:
    """Rows that were not there: by far the most of a first night, so nothing more is done than must be."""
    for scope, some in groupby(changes, key=_SCOPE):
        ending = (scope, work.version(scope))
        new = [change.row + ending for change in some]
        work.changed(scope)
        rows.fresh += new
        outcome.new += len(new)
    if target.remembered:
        rows.remembered += [(target.table, change.row[0], change.digest) for change in changes]


def _write(connection: Connection, target: Target, rows: _Rows) -> None:
    columns = (*target.stored, "scope", "ver")
    if rows.fresh:
        insert(connection, target.table, columns, rows.fresh)
    if rows.renewed:
        keys = ("id", "scope") if target.several else ("id",)
        upsert(connection, target.table, columns, rows.renewed, keys)
    if rows.remembered:
        upsert(connection, "erp_row", _REMEMBERED, rows.remembered, ("tbl", "id"))


def _scopes(connection: Connection, table: str, ids: Iterable[str]) -> dict[str, list[str]]:
    question = f"SELECT id, scope FROM {table} WHERE {among(connection, 'id')} ORDER BY id, scope"  # noqa: S608
    pairs = connection.execute(text(question), {"ids": listed(connection, ids)})
    return {id_: [scope for _, scope in some] for id_, some in groupby(pairs, itemgetter(0))}


def _beside(
    connection: Connection, kind: FileKind, changes: list[RowChange], outcome: UnitOutcome
) -> list[RowChange]:
    """The changes, each with the scope that its lease has now; one whose lease is gone is rejected."""
    if kind.target.beside is None:
        return changes
    table, place = kind.target.beside
    wanted = {change.row[place] for change in changes}
    found = lookup(connection, table, ("id", "scope"), wanted)
    there = []
    if all(id_ in found and found[id_][1] == changes[0].scope for id_ in wanted):
        return changes
    for change in changes:
        home = found.get(change.row[place])
        if home is None:
            column = kind.columns[place].name
            outcome.rejected.append((change.line, BadValue("contract_unknown", column, change.row[place])))
        else:
            there.append(change if home[1] == change.scope else change._replace(scope=home[1]))
    return there


def _sort(
    work: Work, kind: FileKind, change: RowChange, old: Values | None, rows: _Rows, outcome: UnitOutcome
) -> None:
    """Decides what becomes of one change. Raises BadValue when the line must be rejected after all."""
    if change.written and _is_due(kind, change, old, outcome):
        if old is not None:
            work.changed(old[-1])
        into = rows.fresh if old is None else rows.renewed
        for scope in rows.scopes.get(change.row[0]) or (scope_of(kind, _offered(change), old),):
            work.changed(scope)
            into.append((*change.row, scope, work.version(scope)))
    if change.digest:
        rows.remembered.append((kind.target.table, change.row[0], change.digest))


def _is_due(kind: FileKind, change: RowChange, old: Values | None, outcome: UnitOutcome) -> bool:
    """Whether the change holds for what is stored now: as it was compared, or else compared afresh."""
    if old is None:
        outcome.new += 1
        return True
    as_compared = change.was is not None and fingerprint(old) == change.was
    due = as_compared or differs(kind, _offered(change), old, outcome.remarks)
    outcome.changed += due
    outcome.unchanged += not due
    return due


def _offered(change: RowChange) -> Placed:
    return Placed(change.line, change.scope, change.row)
