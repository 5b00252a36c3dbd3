"""Filling a fresh cache from a snapshot, file by file: a cut, or a crash, costs no more than one file."""

import gc
import hashlib
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desktop import failpoints
from desktop.errors import Nonsense, Offline, Refused, StoreDamaged
from desktop.models.everything import synced_tables
from desktop.protocol.frames import unpack
from desktop.protocol.messages import Put, Snapshot, SnapshotFrame
from desktop.services.leases import search
from desktop.sync.cache import cache
from desktop.sync.cache.cache import Cache
from desktop.sync.cache.replica import Replica
from desktop.sync.wire.link import Link

TRIES = 3
AHEAD = 2
"""Files that are fetched before they are needed."""

SWITCH_SECONDS = 0.001
"""How long one thread may keep the others waiting while rows go in; Python's own is 0.005."""

PATIENCE_SECONDS = 300.0
"""How long central may take to build a snapshot before the station asks again later."""

Report = Callable[[int, int], None]
"""Hears how many rows are in, of how many."""


class Bootstrap:
    """Fills the next generation of a replica; what another bootstrap left unfinished is gone on with."""

    def __init__(
        self, link: Link, replica: Replica, report: Report, pause: Callable[[float], None] = time.sleep
    ) -> None:
        self._link = link
        self._replica = replica
        self._report = report
        self._pause = pause

    def run(self) -> str:
        """Fetches all rows; returns the cursor from which a delta must follow. Raises Offline."""
        for _ in range(TRIES):
            snapshot = self._manifest()
            fresh = self._replica.prepare(snapshot.name)
            try:
                with _courteous():
                    self._fill(fresh, snapshot)
            except Refused as refusal:
                if refusal.code != "snapshot_gone":
                    raise
            except (Nonsense, StoreDamaged, IntegrityError):
                self._replica.abandon()
                raise
            else:
                return snapshot.cursor
        raise Offline("snapshot_gone")

    def _manifest(self) -> Snapshot:
        waited = 0.0
        while (snapshot := self._link.snapshot()).wait_seconds:
            if waited >= PATIENCE_SECONDS:
                raise Offline("snapshot_building")
            self._pause(snapshot.wait_seconds)
            waited += snapshot.wait_seconds
        return snapshot

    def _fill(self, fresh: Cache, snapshot: Snapshot) -> None:
        first = begin(fresh)
        done, total = sum(f.rows for f in snapshot.frames[:first]), sum(f.rows for f in snapshot.frames)
        self._report(done, total)
        for index, puts in self._files(snapshot, first):
            take_in(fresh, index, puts)
            done += snapshot.frames[index].rows
            self._report(done, total)
        finish(fresh, snapshot)

    def _files(self, snapshot: Snapshot, first: int) -> Iterator[tuple[int, list[Put]]]:
        """While the rows of one file go in, the next ones are fetched and unpacked."""
        coming: deque[Future[list[Put]]] = deque()
        with ThreadPoolExecutor(1, "prefetch") as ahead:
            for index in range(first, len(snapshot.frames) + AHEAD):
                if index < len(snapshot.frames):
                    coming.append(ahead.submit(self._fetched, snapshot, index))
                if index >= first + AHEAD:
                    yield index - AHEAD, coming.popleft().result()

    def _fetched(self, snapshot: Snapshot, index: int) -> list[Put]:
        body = self._link.snapshot_file(snapshot.name, index)
        check(snapshot.frames[index], body)
        return [put for put in unpack(body) if isinstance(put, Put)]


@contextmanager
def _courteous() -> Iterator[None]:
    """Threads change turns often and the garbage collector passes over old objects: no screen stalls."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        sys.setswitchinterval(interval)


def check(frame: SnapshotFrame, body: bytes) -> None:
    """Raises Nonsense unless `body` is the very file that the manifest names."""
    if hashlib.sha256(body).hexdigest() != frame.sha256:
        raise Nonsense("snapshot_altered")


def begin(fresh: Cache) -> int:
    """Makes a cache ready for many rows; how many files are in it already."""
    with fresh.database.write() as session:
        known = int(cache.meta(session, "files_in") or 0)
        if not known:
            for table in synced_tables().values():
                for index in table.indexes:
                    index.drop(session.connection(), checkfirst=True)
    return known


def take_in(fresh: Cache, index: int, puts: list[Put]) -> None:
    """The rows of one file, and that they are in: both or neither."""
    with fresh.database.write() as session:
        session.execute(text("PRAGMA cache_size = -65536"))
        for put in puts:
            cache.insert(session, put)
        cache.set_meta(session, "files_in", str(index + 1))
        failpoints.reached("bootstrap.frame")


def finish(fresh: Cache, snapshot: Snapshot) -> None:
    """Indexes, search, the undo log; then proof that all is there and readable, and on the disk."""
    for table in synced_tables().values():
        with fresh.database.write() as session:
            for index in table.indexes:
                index.create(session.connection(), checkfirst=True)
    with fresh.database.write() as session:
        search.rebuild(session)
    failpoints.reached("bootstrap.indexed")
    with fresh.database.read() as session:
        _compare(session, snapshot)
        _check_file(session, fresh)
    fresh.create_triggers()
    fresh.make_durable()


def _compare(session: Session, snapshot: Snapshot) -> None:
    for table, wanted in snapshot.checks.items():
        if table in synced_tables() and cache.check(session, table) != tuple(wanted):
            raise Nonsense("snapshot_altered", table=table)


def _check_file(session: Session, fresh: Cache) -> None:
    said = session.execute(text("PRAGMA quick_check")).scalars().all()
    if said != ["ok"]:
        raise StoreDamaged("store_unreadable", store=fresh.path.name)
