"""Filling a fresh cache from a snapshot, file by file."""

import hashlib
from collections.abc import Iterable

from desktop import failpoints
from desktop.errors import Nonsense
from desktop.models.everything import synced_tables
from desktop.protocol.messages import End, Put, Snapshot, SnapshotFrame
from desktop.services import search
from desktop.sync import cache
from desktop.sync.apply import Delta


def check(frame: SnapshotFrame, body: bytes) -> None:
    """Raises Nonsense unless `body` is the very file that the manifest names."""
    if hashlib.sha256(body).hexdigest() != frame.sha256:
        raise Nonsense("snapshot_altered")


def fill(fresh: cache.Cache, snapshot: Snapshot, puts: Iterable[Put]) -> Delta:
    """Writes all rows, builds the search index, starts the undo log; returns the delta that ends it.

    Nothing else writes this file yet, so its rows need no transaction to hold them together.
    """
    indexes = [index for table in synced_tables().values() for index in table.indexes]
    with fresh.database.write() as session:
        for index in indexes:
            index.drop(session.connection())
        for put in puts:
            cache.put(session, put)
            failpoints.reached("bootstrap.frame")
        for index in indexes:
            index.create(session.connection())
        search.rebuild(session)
    _compare(fresh, snapshot)
    fresh.create_triggers()
    return Delta(end=End(snapshot.cursor, snapshot.acked_seq, snapshot.checks, snapshot.acked_hash))


def _compare(fresh: cache.Cache, snapshot: Snapshot) -> None:
    with fresh.database.read() as session:
        for table, (count, versions) in snapshot.checks.items():
            if table in synced_tables() and cache.check(session, table) != (count, versions):
                raise Nonsense("snapshot_altered", table=table)
