"""The nightly upkeep: marks of old deletions, files that nothing names, bootstraps nobody fetches."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, exists, func, select
from sqlalchemy.orm import Session

from desktop.central.database.tables import Blob, Scope, SpentAssertion, Tombstone, VersionMark
from desktop.central.store import Store
from desktop.models.request import RequestPhoto

TOMBSTONES = timedelta(days=180)
"""A station that was away longer fetches its agency anew."""

BLOBS = timedelta(days=30)
SNAPSHOTS = timedelta(days=7)
ASSERTIONS = timedelta(days=1)
DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Tidied:
    """How many of each were let go; `files` are put aside, and removed by the next upkeep."""

    tombstones: int
    files: int
    assertions: int
    snapshots: int


def tidy(store: Store, now: datetime) -> Tidied:
    """Lets go of what nobody can need any more, while central serves."""
    with store.database.write() as session:
        tombstones = sum(
            _prune(session, name, now) for name in session.scalars(select(Scope.id).order_by(Scope.id)).all()
        )
        old = delete(SpentAssertion).where(SpentAssertion.at < now - ASSERTIONS)
        assertions = len(session.execute(old.returning(SpentAssertion.id)).all())
    _finish_dropping(store)
    return Tidied(tombstones, _drop_files(store, now), assertions, _drop_snapshots(store, now))


def _prune(session: Session, name: str, now: datetime) -> int:
    """Marks where the scope stands today, and forgets the deletions before the mark that is old enough."""
    scope = session.get_one(Scope, name, with_for_update=True)
    session.merge(VersionMark(scope=name, at=now, ver=scope.ver))
    session.flush()
    marks = select(func.max(VersionMark.ver)).where(
        VersionMark.scope == name, VersionMark.at <= now - TOMBSTONES, VersionMark.ver <= scope.ver
    )
    reached = session.scalar(marks) or 0
    if reached <= scope.min_ver:
        return 0
    gone = delete(Tombstone).where(Tombstone.scope == name, Tombstone.ver <= reached)
    scope.min_ver = reached
    session.execute(delete(VersionMark).where(VersionMark.scope == name, VersionMark.ver < reached))
    return len(session.execute(gone.returning(Tombstone.id)).all())


def _drop_files(store: Store, now: datetime) -> int:
    """Puts files aside that no photo of their agency has named for a month: one that returns is put back."""
    named = exists().where(RequestPhoto.scope == Blob.scope, RequestPhoto.sha256 == Blob.sha256)
    unused = delete(Blob).where(Blob.stored_at < now - BLOBS, ~named).returning(Blob.sha256)
    with store.database.write() as session:
        released = set(session.scalars(unused).all())
        still = set(session.scalars(select(Blob.sha256).where(Blob.sha256.in_(released))).all())
    aside = store.blobs / DROPPED
    for sha256 in released - still:
        aside.mkdir(exist_ok=True)
        if _place(store, sha256).exists():
            _place(store, sha256).replace(aside / sha256)
    return len(released - still)


def _finish_dropping(store: Store) -> None:
    """What was put aside by an earlier upkeep goes, unless somebody sent it again meanwhile."""
    aside = sorted((store.blobs / DROPPED).glob("*"))
    with store.database.read() as session:
        names = [path.name for path in aside]
        wanted = set(session.scalars(select(Blob.sha256).where(Blob.sha256.in_(names))).all())
    for path in aside:
        place = _place(store, path.name)
        if path.name in wanted and not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            path.replace(place)
        else:
            path.unlink()


def _drop_snapshots(store: Store, now: datetime) -> int:
    old = [
        path
        for path in store.snapshots.glob("*")
        if path.is_dir() and path.stat().st_mtime < (now - SNAPSHOTS).timestamp()
    ]
    for path in old:
        shutil.rmtree(path, ignore_errors=True)
    return len(old)


def _place(store: Store, sha256: str) -> Path:
    return store.blobs / sha256[:2] / sha256[2:4] / sha256
