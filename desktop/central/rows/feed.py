"""What changed for a station since its cursor, read from one picture of the data."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import Row, TextClause, bindparam, select, text
from sqlalchemy.orm import Session

from desktop.central.commands.chains import Forgotten, Heard, Restored, heard
from desktop.central.database.tables import CommandRecord, Scope, Tombstone
from desktop.central.rows.shapes import Part, Shape, shape_of
from desktop.models.belonging import Urgency
from desktop.models.device import Device
from desktop.models.entity import GLOBAL_SCOPE
from desktop.protocol.chain import CHAIN
from desktop.protocol.cursor import Position, read_cursor, write_cursor
from desktop.protocol.frames import AnswerTooBig, pack
from desktop.protocol.messages import ROWS_PER_FRAME, Drop, End, Frame, Hello, Put, Reset

MAX_DELTA_ROWS = 50_000
MAX_DELTA_BYTES = 16 * 1024 * 1024
"""Beyond these a snapshot is cheaper, and a delta must be applied all or nothing."""

STREAMED = {"stream_results": True, "max_row_buffer": ROWS_PER_FRAME}
"""Rows come as they are read: a server-side cursor on PostgreSQL."""

_SCOPES = select(*Scope.__table__.c).where(Scope.__table__.c.id.in_(bindparam("scopes", expanding=True)))
_TOLD = select(CommandRecord.__table__.c.key).where(CommandRecord.__table__.c.key == bindparam("key"))


@dataclass(frozen=True, slots=True)
class Reader:
    """One station's view: its scopes and shape follow from its enrolment, never from what it asks."""

    session: Session
    device: Device
    incarnation: str
    _seen: list[Row[Any]] = field(default_factory=list, init=False)
    _heard: list[Heard] = field(default_factory=list, init=False)

    @property
    def shape(self) -> Shape:
        """The shape of this station."""
        return shape_of(self.device.kind)

    def scopes(self) -> tuple[str, str]:
        """The scopes of this station."""
        return (self.device.agency_id, GLOBAL_SCOPE)

    def position(self) -> Position:
        """Where its scopes stand now."""
        return {scope.id: (scope.epoch, scope.ver) for scope in self.standing()}

    def standing(self) -> list[Row[Any]]:
        """Its scopes as they are in this picture; asked for once."""
        if not self._seen:
            these = {"scopes": self.scopes()}
            self._seen.extend(self.session.connection().execute(_SCOPES, these))
        return self._seen

    def heard(self) -> Heard:
        """How far this station was heard in this picture; asked for once."""
        if not self._heard:
            self._heard.append(heard(self.session, self.device, self.incarnation))
        return self._heard[0]

    def hello(self, server_ms: int, letterbox: bytes = b"", seeds: bytes = b"") -> Hello:
        """The opening frame; without a letterbox it is of an answer from which no key is taken."""
        heard = self.heard()
        scopes = {scope.id: scope for scope in self.standing()}
        durable = {name: scope.durable_ver for name, scope in scopes.items()}
        home = scopes[self.device.agency_id]
        stands = (home.epoch, home.ver)
        return Hello(server_ms, heard.seq, durable, heard.receipts, *stands, letterbox, CHAIN, seeds)

    def require_epoch(self, heard: str) -> None:
        """Raises Restored when the station last heard another epoch: it has things to hand in first."""
        epoch = self.position()[self.device.agency_id][0]
        if heard and heard != epoch:
            raise Restored(epoch)

    def require(self, told: bytes) -> None:
        """Raises Forgotten when the station was told the outcome of a command that is not here."""
        if told and self.session.connection().execute(_TOLD, {"key": told}).first() is None:
            raise Forgotten(held=self.heard().seq or 0)

    def end(self, checks: dict[str, tuple[int, int]] | None = None) -> End:
        """The closing frame, of the same picture as the rows."""
        cursor, heard = write_cursor(self.shape.name, self.position()), self.heard()
        return End(cursor, heard.seq, checks or {}, heard.hash)


def changes(reader: Reader, cursor: str | None, *, checked: bool = False) -> Iterator[Frame]:
    """The frames after Hello and Results: rows that came and went since `cursor`, or a Reset; then End."""
    found = _since(reader, cursor)
    if isinstance(found, Reset):
        yield from (found, End(None, None, {}))
        return
    for scope, counted in found.moved.items():
        since = found.position[scope][1]
        for part in reader.shape.parts:
            if counted.get(part.table):
                yield from _puts(reader, part, scope, since)
                yield from _left(reader, part, scope, since)
        if counted.get("tombstone"):
            yield from _buried(reader, scope, since)
    yield reader.end(checks(reader) if checked else None)


def answer_of(reader: Reader, head: Iterable[Frame], cursor: str | None, *, checked: bool = False) -> bytes:
    """`head` and the changes since `cursor`, packed; a Reset in their place when they are too big."""
    opening = list(head)
    with suppress(AnswerTooBig):
        body = pack(chain(opening, changes(reader, cursor, checked=checked)))
        if len(body) <= MAX_DELTA_BYTES:
            return body
    return pack([*opening, Reset("too_far"), End(None, None, {})])


def distance(reader: Reader, cursor: str) -> int | None:
    """How many rows a delta from `cursor` has; None when only a snapshot helps."""
    found = _since(reader, cursor)
    return None if isinstance(found, Reset) else found.rows


@dataclass(frozen=True, slots=True)
class _Since:
    """From where a delta begins, and per scope that moved how many rows of each table did since."""

    position: Position
    moved: dict[str, dict[str, int]]

    @property
    def rows(self) -> int:
        return sum(rows for counted in self.moved.values() for rows in counted.values())


def _since(reader: Reader, cursor: str | None) -> "_Since | Reset":
    since = read_cursor(cursor, reader.shape.name) if cursor else None
    reason = _reset_reason(reader.standing(), since)
    if reason or since is None:
        return Reset(reason or "bootstrap")
    behind = [scope for scope, (_, ver) in reader.position().items() if ver != since[scope][1]]
    found = _Since(since, _moved(reader, since, behind))
    return Reset("too_far") if found.rows > MAX_DELTA_ROWS else found


def all_rows(reader: Reader) -> Iterator[Put]:
    """Every row of the shape, for a snapshot: the most urgent first; the last ones newest year first."""
    for part in sorted(reader.shape.parts, key=lambda part: part.urgency):
        for scope in reader.scopes():
            if part.urgency is not Urgency.LAST:
                yield from _puts(reader, part, scope, 0)
                continue
            for year in _years(reader, part, scope):
                yield from _puts(reader, part, scope, 0, year)


def checks(reader: Reader) -> dict[str, tuple[int, int]]:
    """Per table the count of rows and the sum of versions that a faithful copy has."""
    found = {}
    for part in reader.shape.parts:
        query = (
            f"SELECT count(*), coalesce(sum(ver), 0) FROM {part.table} "  # noqa: S608 - our own names
            f"WHERE scope IN (:agency, :everyone){_and(part)}"
        )
        agency, everyone = reader.scopes()
        count, total = reader.session.execute(text(query), {"agency": agency, "everyone": everyone}).one()
        found[part.table] = (int(count), int(total))
    return found


def _reset_reason(scopes: Iterable[Row[Any]], since: Position | None) -> str | None:
    if since is None:
        return "bootstrap"
    for scope in scopes:
        epoch, ver = since.get(scope.id, ("", 0))
        if epoch != scope.epoch or ver > scope.ver:
            return "epoch"
        if ver < scope.min_ver:
            return "too_old"
    return None


def _moved(reader: Reader, since: Position, behind: Iterable[str]) -> dict[str, dict[str, int]]:
    """Per scope that moved, how many rows of each table changed, and of how many rows only a mark is left."""
    found = {}
    query = _counts(tuple(part.table for part in reader.shape.parts))
    for scope in behind:
        rows = reader.session.connection().execute(query, {"scope": scope, "ver": since[scope][1]})
        found[scope] = {table: int(count) for table, count in rows}
    return found


@cache
def _counts(tables: tuple[str, ...]) -> TextClause:
    each = (
        f"SELECT '{table}', count(*) FROM {table} WHERE scope = :scope AND ver > :ver"  # noqa: S608 - our own
        for table in (*tables, "tombstone")
    )
    return text(" UNION ALL ".join(each))


def _years(reader: Reader, part: Part, scope: str) -> list[str]:
    query = text(
        f"SELECT DISTINCT substr(period, 1, 4) FROM {part.table} WHERE scope = :scope ORDER BY 1 DESC"  # noqa: S608
    )
    return list(reader.session.execute(query, {"scope": scope}).scalars())


def _puts(reader: Reader, part: Part, scope: str, ver: int, year: str | None = None) -> Iterator[Put]:
    columns = list(part.columns)
    values = {"scope": scope, "ver": ver} | ({} if year is None else {"year": year})
    asked = _rows_of(part, of_year=year is not None)
    found = reader.session.connection().execute(asked, values, execution_options=STREAMED)
    for rows in found.partitions(ROWS_PER_FRAME):
        yield Put(part.table, columns, [tuple(row) for row in rows])


@cache
def _rows_of(part: Part, *, of_year: bool) -> TextClause:
    within = " AND substr(period, 1, 4) = :year" if of_year else ""
    return text(
        f"SELECT {', '.join(part.columns)} FROM {part.table} "  # noqa: S608 - names of our own tables
        f"WHERE scope = :scope AND ver > :ver{_and(part)}{within}"
    )


def _left(reader: Reader, part: Part, scope: str, ver: int) -> Iterator[Drop]:
    """A row that changed and no longer belongs to the shape leaves the station like a deleted one."""
    if not part.only:
        return
    query = (
        f"SELECT id FROM {part.table} WHERE scope = :scope AND ver > :ver "  # noqa: S608 - our own names
        f"AND ({part.only}) IS NOT TRUE"
    )
    gone = reader.session.execute(text(query), {"scope": scope, "ver": ver}).scalars().all()
    if gone:
        yield Drop(part.table, list(gone))


def _buried(reader: Reader, scope: str, ver: int) -> Iterator[Drop]:
    """The rows that were deleted, or moved to another scope."""
    tables = [part.table for part in reader.shape.parts]
    query = select(Tombstone.tbl, Tombstone.id).where(
        Tombstone.scope == scope, Tombstone.ver > ver, Tombstone.tbl.in_(tables)
    )
    gone: dict[str, list[str]] = {}
    for table, row_id in reader.session.execute(query):
        gone.setdefault(table, []).append(row_id)
    for table, ids in gone.items():
        yield Drop(table, ids)


def _and(part: Part) -> str:
    return f" AND ({part.only})" if part.only else ""
