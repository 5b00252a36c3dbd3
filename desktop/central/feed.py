"""What changed for a station since its cursor, read from one picture of the data."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desktop.central.chains import Forgotten, Restored, chain_of, receipts_of
from desktop.central.shapes import Part, Shape, shape_of
from desktop.central.tables import CommandRecord, Scope, Tombstone
from desktop.models.device import Device
from desktop.models.everything import GLOBAL_SCOPE
from desktop.protocol.cursor import Position, read_cursor, write_cursor
from desktop.protocol.messages import ROWS_PER_FRAME, Drop, End, Frame, Hello, Put, Reset

MAX_DELTA_ROWS = 50_000
"""Beyond this a snapshot is cheaper, and a delta must be applied all or nothing."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One station's view: its scopes and shape follow from its enrolment, never from what it asks."""

    session: Session
    device: Device
    incarnation: str

    @property
    def shape(self) -> Shape:
        """The shape of this station."""
        return shape_of(self.device.kind)

    def scopes(self) -> tuple[str, str]:
        """The scopes of this station."""
        return (self.device.agency_id, GLOBAL_SCOPE)

    def position(self) -> Position:
        """Where its scopes stand now."""
        return {scope.id: (scope.epoch, scope.ver) for scope in self._scopes()}

    def _scopes(self) -> list[Scope]:
        return list(self.session.scalars(select(Scope).where(Scope.id.in_(self.scopes()))))

    def hello(self, server_ms: int, letterbox: bytes = b"") -> Hello:
        """The opening frame."""
        chain = chain_of(self.session, self.device, self.incarnation)
        held = chain.last_seq if chain else None
        scopes = {scope.id: scope for scope in self._scopes()}
        durable = {name: scope.durable_ver for name, scope in scopes.items()}
        home = scopes[self.device.agency_id]
        receipts = receipts_of(self.session, self.device)
        return Hello(server_ms, held, durable, receipts, home.epoch, home.ver, letterbox)

    def require_history(self, heard: str) -> None:
        """Raises Restored when the station last heard another history: it has things to hand in first."""
        epoch = self.position()[self.device.agency_id][0]
        if heard and heard != epoch:
            raise Restored(epoch)

    def require(self, told: bytes) -> None:
        """Raises Forgotten when the station was told the outcome of a command that is not here."""
        if told and self.session.get(CommandRecord, told) is None:
            chain = chain_of(self.session, self.device, self.incarnation)
            raise Forgotten(held=chain.last_seq if chain else 0)

    def end(self, checks: dict[str, tuple[int, int]] | None = None) -> End:
        """The closing frame, of the same picture as the rows."""
        chain = chain_of(self.session, self.device, self.incarnation)
        cursor = write_cursor(self.shape.name, self.position())
        if chain is None:
            return End(cursor, None, checks or {})
        return End(cursor, chain.last_seq, checks or {}, chain.last_hash)


def changes(reader: Reader, cursor: str | None) -> Iterator[Frame]:
    """The frames after Hello and Results: rows that came and went since `cursor`, or a Reset; then End."""
    since = read_cursor(cursor, reader.shape.name) if cursor else None
    reason = _reset_reason(reader, since)
    if reason or since is None:
        yield Reset(reason or "bootstrap")
        yield End(None, None, {})
        return
    moved = _moved(reader, since)
    if sum(rows for counted in moved.values() for rows in counted.values()) > MAX_DELTA_ROWS:
        yield Reset("too_far")
        yield End(None, None, {})
        return
    for scope, counted in moved.items():
        for part in reader.shape.parts:
            if counted.get(part.table):
                yield from _puts(reader, part, scope, since[scope][1])
                yield from _left(reader, part, scope, since[scope][1])
        yield from _buried(reader, scope, since[scope][1])
    yield reader.end()


def all_rows(reader: Reader) -> Iterator[Put]:
    """Every row of the shape, for a snapshot; newest first, so that recent files come early."""
    for part in reader.shape.parts:
        for scope in reader.scopes():
            yield from _puts(reader, part, scope, 0)


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


def _reset_reason(reader: Reader, since: Position | None) -> str | None:
    if since is None:
        return "bootstrap"
    for scope in reader.session.scalars(select(Scope).where(Scope.id.in_(reader.scopes()))):
        epoch, ver = since.get(scope.id, ("", 0))
        if epoch != scope.epoch or ver > scope.ver:
            return "epoch"
        if ver < scope.min_ver:
            return "too_old"
    return None


def _moved(reader: Reader, since: Position) -> dict[str, dict[str, int]]:
    """Per scope that moved, how many rows of each table changed, and of how many rows only a mark is left."""
    found = {}
    for scope, (_epoch, ver) in reader.position().items():
        if ver == since[scope][1]:
            continue
        tables = [*(part.table for part in reader.shape.parts), "tombstone"]
        each = (f"SELECT '{t}', count(*) FROM {t} WHERE scope = :scope AND ver > :ver" for t in tables)  # noqa: S608
        rows = reader.session.execute(
            text(" UNION ALL ".join(each)), {"scope": scope, "ver": since[scope][1]}
        )
        found[scope] = {table: int(count) for table, count in rows}
    return found


def _puts(reader: Reader, part: Part, scope: str, ver: int) -> Iterator[Put]:
    columns = part.columns
    query = (
        f"SELECT {', '.join(columns)} FROM {part.table} "  # noqa: S608 - names of our own tables
        f"WHERE scope = :scope AND ver > :ver{_and(part)} ORDER BY ver DESC"
    )
    found = reader.session.execute(text(query), {"scope": scope, "ver": ver})
    for rows in found.partitions(ROWS_PER_FRAME):
        yield Put(part.table, list(columns), [tuple(row) for row in rows])


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
