"""The start-up guard: what was served is remembered outside the database, so that no restore is forgotten."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from uuid_utils import uuid7

from desktop.central.administration import write_down
from desktop.central.backups import postgres_copy
from desktop.central.backups.manifest import ScopeVersion
from desktop.central.database.agency_write import agency_write
from desktop.central.database.tables import Scope, ScopeRestore
from desktop.central.rows.verify import newest, self_check
from desktop.central.stations import register, revocations
from desktop.central.stations.readmission import Compared, compare
from desktop.central.store import Store
from desktop.disk import lock
from desktop.errors import GuichetError, Refused, StoreDamaged
from desktop.models.entity import GLOBAL_SCOPE
from desktop.security.private_file import replace_private

SERVED_FILE = "served.json"
LOCK_FILE = "serving.lock"
REMEMBER_SECONDS = 1.0
"""At most this much of what was served is forgotten by a power cut: far less than any backup is old."""


class Served(msgspec.Struct, frozen=True):
    """The highest version of each scope that may have been served, and which database it was.

    `unfinished`: a backup is being put back here, and nothing may be served before it is.
    """

    scopes: dict[str, ScopeVersion]
    lineage: dict[str, str] = {}
    unfinished: bool = False


def check(store: Store) -> None:
    """Raises Refused: restore_unfinished, database_behind, database_of_other_epoch, rows_astray.

    Whoever writes must pass, too: what is written over a forgotten restore hides it.
    """
    remembered = _finished(store.folder) or Served({})
    with store.database.read() as session:
        now, astray = _served(session), self_check(session)
    behind = _behind(remembered, now)
    if behind:
        raise Refused("database_behind", folder=str(store.folder), **behind)
    other = [name for name, stood in remembered.scopes.items() if now.scopes[name].epoch != stood.epoch]
    if other or (remembered.lineage and remembered.lineage != now.lineage):
        raise Refused("database_of_other_epoch", folder=str(store.folder))
    if astray:
        raise Refused("rows_astray", folder=str(store.folder), tables=", ".join(astray))


def begin_restore(folder: Path) -> None:
    """Lets nothing serve from `folder` until `begin_new_epochs` ended well there, even after a power cut."""
    replace_private(folder / SERVED_FILE, msgspec.json.encode(Served({}, unfinished=True)))


def begin_new_epochs(store: Store, now: datetime, *, durable: bool = False) -> Compared:
    """The database was restored: stations fetch everything anew and tell again what it lacks.

    `durable` says that a backup is known to hold all that the database holds now. Stations that the register
    does not know as let in are shut out, or have to ask.
    """
    if register.read(store.folder) is None:
        register.carry_over(store.folder, (), store.folder, now)
    with store.database.write() as session:
        reached = newest(session)
        for scope in session.scalars(select(Scope)):
            scope.epoch = str(uuid7())
            session.merge(ScopeRestore(scope=scope.id, at=now))
            scope.ver = max(scope.ver, reached.get(scope.id, 0))
            scope.durable_ver = scope.ver if durable else 0
    compared = compare(store, now)
    with agency_write(store.database, {GLOBAL_SCOPE}) as work:
        write_down(work, GLOBAL_SCOPE, "central_restored", "central")
    remember(store)
    return compared


def same_epochs(store: Store) -> None:
    """The database moved and lost nothing. Raises Refused: restore_unfinished, database_behind."""
    remembered = _finished(store.folder)
    with store.database.read() as session:
        now = _served(session)
    behind = _behind(remembered, now) if remembered else {}
    if behind:
        raise Refused("database_behind", folder=str(store.folder), **behind)
    remember(store)


def require_finished(folder: Path) -> None:
    """Raises Refused("restore_unfinished") where a restore was broken off."""
    _finished(folder)


def remember(store: Store) -> Served:
    """Writes down where every scope stands now, synced to the disk."""
    with store.database.read() as session:
        served = _served(session)
    replace_private(store.folder / SERVED_FILE, msgspec.json.encode(served))
    return served


def recall(folder: Path) -> Served | None:
    """What was written down last; None before the first time. Raises StoreDamaged("served_unreadable")."""
    try:
        return msgspec.json.decode((folder / SERVED_FILE).read_bytes(), type=Served)
    except FileNotFoundError:
        return None
    except msgspec.DecodeError as error:
        raise StoreDamaged("served_unreadable", file=str(folder / SERVED_FILE)) from error


@contextmanager
def serving(store: Store) -> Iterator[None]:
    """Holds central's folder while it serves, and remembers once a second what may have been served.

    A revocation that was noted but that the database did not keep is finished before, and meanwhile, too.
    """
    with only_one(store.folder):
        check(store)
        register.ensure(store)
        remember(store)
        stopping = threading.Event()
        thread = threading.Thread(target=_keep_remembering, args=(store, stopping), name="guard", daemon=True)
        thread.start()
        try:
            with revocations.finishing(store):
                yield
        finally:
            stopping.set()
            thread.join()
            with suppress(SQLAlchemyError, GuichetError):
                remember(store)


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Raises Refused("central_running") while a central serves from this folder."""
    with (folder / LOCK_FILE).open("a+b") as file:
        try:
            lock(file.fileno())
        except OSError as error:
            raise Refused("central_running", folder=str(folder)) from error
        yield


def _keep_remembering(store: Store, stopping: threading.Event) -> None:
    last = None
    while not stopping.wait(REMEMBER_SECONDS):
        try:
            with store.database.read() as session:
                now = _served(session)
            if now != last:
                replace_private(store.folder / SERVED_FILE, msgspec.json.encode(now))
                last = now
        except (SQLAlchemyError, GuichetError):
            # The database is away, or the disk full: the next second tries again.
            continue


def _served(session: Session) -> Served:
    scopes = {scope.id: ScopeVersion(scope.epoch, scope.ver) for scope in session.scalars(select(Scope))}
    on_postgres = session.get_bind().dialect.name == "postgresql"
    return Served(scopes, postgres_copy.lineage(session) if on_postgres else {})


def _finished(folder: Path) -> Served | None:
    remembered = recall(folder)
    if remembered is not None and remembered.unfinished:
        raise Refused("restore_unfinished", folder=str(folder))
    return remembered


def _behind(remembered: Served, now: Served) -> dict[str, str | int]:
    """The first scope that has not what was served, with how far it is and how far it was."""
    for name, stood in sorted(remembered.scopes.items()):
        found = now.scopes.get(name)
        if found is None or found.ver < stood.ver:
            return {"scope": name, "has": found.ver if found else 0, "served": stood.ver}
    return {}
