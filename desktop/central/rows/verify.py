"""Whether a station holds what it should, and whether central's own rows are in order."""

import logging
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desktop.central.database.tables import Scope
from desktop.central.rows.feed import STREAMED, Reader, changes
from desktop.central.rows.shapes import Part
from desktop.models.everything import raw_columns, synced_tables
from desktop.protocol.messages import ROWS_PER_FRAME, Bucket, Frame, Put, Reset, Sums, VerifyRequest
from desktop.protocol.sums import add_up, bucket_of

_log = logging.getLogger(__name__)


def verified(reader: Reader, request: VerifyRequest) -> Iterator[Frame]:
    """The frames of a pull from the request's cursor, with the sums and the whole buckets it asks for."""
    frames = list(changes(reader, request.cursor))
    if not isinstance(frames[0], Reset):
        parts = {part.table: part for part in reader.shape.parts}
        wanted = request.tables or ([] if request.buckets else list(parts))
        for table, numbers in request.buckets.items():
            _note(reader, request, table, numbers)
            if table in parts:
                yield from _whole(reader, parts[table], set(numbers))
        yield from (_sums(reader, parts[table]) for table in wanted if table in parts)
    yield from frames


def self_check(session: Session) -> list[str]:
    """The tables with a row newer than its scope, which no station would receive; [] when all is well."""
    versions = {scope.id: scope.ver for scope in session.scalars(select(Scope))}
    return [
        table
        for table in synced_tables()
        if any(ver > versions.get(scope, -1) for scope, ver in _newest_of(session, table))
    ]


def newest(session: Session) -> dict[str, int]:
    """For each scope the highest version that a row of it bears."""
    found: dict[str, int] = {}
    for table in synced_tables():
        for scope, ver in _newest_of(session, table):
            found[scope] = max(ver, found.get(scope, 0))
    return found


def _newest_of(session: Session, table: str) -> list[tuple[str, int]]:
    query = f"SELECT scope, max(ver) FROM {table} GROUP BY scope"  # noqa: S608 - names of our own tables
    return [(scope, int(ver)) for scope, ver in session.execute(text(query))]


def _sums(reader: Reader, part: Part) -> Sums:
    names = _id_first(part)
    return Sums(part.table, names, add_up(_rows(reader, part, raw_columns(part.table, names))))


def _whole(reader: Reader, part: Part, numbers: set[int]) -> Iterator[Frame]:
    """All rows of some buckets: found by reading the whole table, which happens about never."""
    names, batch = _id_first(part), []
    yield Bucket(part.table, sorted(numbers))
    for row in _rows(reader, part, ", ".join(names)):
        if bucket_of(row[0]) in numbers:
            batch.append(row)
        if len(batch) == ROWS_PER_FRAME:
            yield Put(part.table, names, batch)
            batch = []
    if batch:
        yield Put(part.table, names, batch)


def _rows(reader: Reader, part: Part, columns: str) -> Iterator[tuple[Any, ...]]:
    condition = f" AND ({part.only})" if part.only else ""
    query = f"SELECT {columns} FROM {part.table} WHERE scope IN (:agency, :everyone){condition}"  # noqa: S608 - ours
    agency, everyone = reader.scopes()
    values = {"agency": agency, "everyone": everyone}
    for row in reader.session.execute(text(query), values, execution_options=STREAMED):
        yield tuple(row)


def _id_first(part: Part) -> list[str]:
    return ["id", *(name for name in part.columns if name != "id")]


def _note(reader: Reader, request: VerifyRequest, table: str, numbers: list[int]) -> None:
    _log.error(
        "device %s (%s) holds other rows of %s than central at %s: buckets %s",
        reader.device.id,
        request.app_version,
        table,
        reader.position(),
        numbers,
    )
