"""Finding out whether the rows here are central's, and mending those that are not."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version

from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop.models.everything import raw_columns, synced_tables
from desktop.protocol.messages import Drop, Sums, VerifyRequest
from desktop.protocol.sums import add_up, bucket_of
from desktop.sync.cache import cache
from desktop.sync.cache.apply import Bare
from desktop.sync.cache.replica import Replica
from desktop.sync.wire.delta import Row
from desktop.sync.wire.link import Answer, Link

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Verified:
    """The buckets of each table that were not central's; `mended`: now they are."""

    wrong: dict[str, list[int]] = field(default_factory=dict)
    mended: bool = True


class Verification:
    """One comparison: sums first, then only the buckets that differ, then a new generation if all else fails.

    Both sides add up the same picture: an answer brings what changed together with what it adds up to then.
    """

    def __init__(
        self, link: Link, replica: Replica, incarnation: str, take_in: Callable[[Answer], None]
    ) -> None:
        self._link = link
        self._replica = replica
        self._incarnation = incarnation
        self._take_in = take_in

    def run(self, tables: Iterable[str]) -> Verified:
        """Compares these tables, or all. Raises Offline when central cannot say."""
        wrong = self._compared(list(tables), {})
        if not wrong:
            return Verified()
        _log.error("rows here are not central's: %s", wrong)
        still = self._compared(list(wrong), wrong)
        if still:
            _log.error("rows here cannot be mended and will be fetched anew: %s", still)
            self._replica.distrust()
        return Verified(wrong, mended=not still)

    def _compared(self, tables: list[str], fetched: dict[str, list[int]]) -> dict[str, list[int]]:
        """The buckets that differ, after those named in `fetched` were put right."""
        cursor = self._replica.cursor
        if cursor is None:
            return {}
        answer = self._link.verify(VerifyRequest(cursor, self._incarnation, tables, fetched, _program()))
        if answer.reset:
            self._take_in(answer)
            return {}
        wrong: dict[str, list[int]] = {}
        self._replica.compare(answer.delta, _compare(answer, wrong))
        return wrong


def _program() -> str:
    try:
        return version("guichet")
    except PackageNotFoundError:
        return "unpackaged"


def miscounted(answer: Answer, wrong: set[str]) -> Bare:
    """Puts into `wrong` the tables of which there are not as many rows and versions as central counted."""

    def look(session: Session) -> set[Row]:
        for table, counted in answer.delta.end.checks.items():
            if table in synced_tables() and cache.check(session, table) != tuple(counted):
                _log.error("table %s does not count what central counted: %s", table, counted)
                wrong.add(table)
        return set()

    return look


def _compare(answer: Answer, wrong: dict[str, list[int]]) -> Bare:
    def look(session: Session) -> set[Row]:
        gone = _remove_invented(session, answer)
        for sums in answer.sums:
            differing = _differing(session, sums)
            if differing:
                wrong[sums.table] = differing
        return gone

    return look


def _differing(session: Session, sums: Sums) -> list[int]:
    table = synced_tables().get(sums.table)
    if table is None or not all(name in table.c for name in sums.columns):
        return []
    query = f"SELECT {raw_columns(sums.table, sums.columns)} FROM {sums.table}"  # noqa: S608 - our own names
    here = add_up(tuple(row) for row in session.connection().exec_driver_sql(query))
    return [number for number, total in enumerate(sums.sums) if here[number] != total]


def _remove_invented(session: Session, answer: Answer) -> set[Row]:
    """Rows in a bucket that came whole, and did not come with it."""
    gone: set[Row] = set()
    for bucket in answer.buckets:
        if bucket.table not in synced_tables():
            continue
        numbers = set(bucket.numbers)
        known = {row for row in answer.delta.rows() if row[0] == bucket.table}
        query = f"SELECT id FROM {bucket.table}"  # noqa: S608 - a name of our own tables
        here = {(bucket.table, row_id) for row_id in session.execute(text(query)).scalars()}
        invented = {row for row in here - known if bucket_of(row[1]) in numbers}
        cache.drop(session, Drop(bucket.table, sorted(row_id for _, row_id in invented)))
        gone |= invented
    return gone
