"""The generations of the cache: each under its own key, kept in the journal; one is current."""

from contextlib import suppress
from pathlib import Path

import msgspec
from sqlalchemy.exc import SQLAlchemyError

from desktop import failpoints
from desktop.errors import StoreDamaged
from desktop.sync.cache import older
from desktop.sync.cache.cache import Cache, meta, new_key, schema
from desktop.sync.journal.journal import Journal

_CURRENT = "cache_generation"
_NEXT = "cache_generation_next"


class _Generation(msgspec.Struct, frozen=True):
    """`source` names the snapshot that fills it, `schema` the tables it has."""

    number: int
    key: bytes
    source: str = ""
    schema: str = ""


class Generations:
    """Opens the current cache, or makes an empty one; replaces it once a bootstrap is whole.

    `is_older`: the current one was filled by a program with other tables. It serves the screens until another
    takes its place, but nothing of central's goes into it.
    """

    def __init__(self, folder: Path, journal: Journal) -> None:
        self.folder = folder
        self._journal = journal
        self._next: tuple[_Generation, Cache] | None = None
        self._retired: Cache | None = None
        self.is_older = False
        self.current = self._open_current()
        self._has_leftover = self._unfinished() is not None
        self._remove_others()

    def prepare(self, source: str = "") -> Cache:
        """The cache to be filled from `source`: an empty one, or what an earlier attempt left of the same.

        The current one still serves the screens.
        """
        self._bury()
        self._has_leftover = False
        unfinished = self._unfinished()
        if self._next is not None and (not source or self._next[0].source != source):
            self.abandon()
        if self._next is None and source and unfinished and unfinished.source == source:
            self._next = self._reopened(unfinished)
        if self._next is None:
            self._next = self._begun(_Generation(self._known().number + 1, new_key(), source, schema()))
        return self._next[1]

    @property
    def coming(self) -> Cache:
        """The one that was prepared."""
        return self._prepared()[1]

    def abandon(self) -> None:
        """The one being filled is worth nothing."""
        if self._next is not None:
            self._next[1].destroy()
            self._next = None

    def switch(self) -> None:
        """The one that was prepared serves from now on: one commit in the journal, which drops the old key.

        The old file goes with the next switch or at the end: a screen may just be reading it.
        """
        generation, fresh = self._prepared()
        failpoints.reached("generation.before_switch")
        self._journal.set_meta(_CURRENT, msgspec.msgpack.encode(generation))
        failpoints.reached("generation.after_switch")
        self._retired, self.current, self._next = self.current, fresh, None
        self.is_older = False

    def erase(self) -> None:
        """An empty cache serves from now on; the other's key is forgotten, and its file goes."""
        self.abandon()
        self.prepare().create_triggers()
        self.switch()
        self.make_room()

    def make_room(self) -> None:
        """Lets go of all files but the one that serves."""
        self.abandon()
        # On some systems a file that is being read stays until the next start.
        with suppress(OSError):
            self._bury()

    def tidy(self) -> None:
        """The current one is up to date: what an earlier attempt began is not needed any more."""
        if self._has_leftover:
            self._has_leftover = False
            self._journal.set_meta(_NEXT, b"")
            self._remove_others()

    def close(self) -> None:
        """Lets go of the files; one that is half filled is gone on with later."""
        self._bury()
        if self._next is not None:
            self._next[1].database.close()
        self.current.database.close()

    def _prepared(self) -> tuple[_Generation, Cache]:
        if self._next is None:
            raise ValueError("nothing was prepared")
        return self._next

    def _begun(self, generation: _Generation) -> tuple[_Generation, Cache]:
        path = self._cleared(generation.number)
        self._journal.set_meta(_NEXT, msgspec.msgpack.encode(generation))
        return generation, Cache.open(path, generation.key)

    def _reopened(self, generation: _Generation) -> tuple[_Generation, Cache] | None:
        """None when it cannot be read, or when more than a snapshot is in it already."""
        try:
            found = Cache.open(self._path(generation.number), generation.key)
        except StoreDamaged:
            return None
        with found.database.read() as session:
            begun = meta(session, "cursor") is None
        if not begun:
            found.database.close()
        return (generation, found) if begun else None

    def _unfinished(self) -> _Generation | None:
        """What an earlier attempt began, in this life of the program or the one before."""
        kept = self._journal.meta(_NEXT)
        found = msgspec.msgpack.decode(kept, type=_Generation) if kept else None
        return found if found is not None and _follows(found, self._known()) else None

    def _bury(self) -> None:
        if self._retired is not None:
            self._retired.destroy()
            self._retired = None

    def _open_current(self) -> Cache:
        known = self._known()
        try:
            current = self._opened(known)
        except StoreDamaged:
            # A cache is worth a bootstrap, never a worry: start an empty one and let the exchange fill it.
            self.is_older = False
            known = _Generation(known.number + 1, new_key(), schema=schema())
            self._journal.set_meta(_CURRENT, msgspec.msgpack.encode(known))
            current = Cache.open(self._cleared(known.number), known.key)
        current.create_triggers()
        return current

    def _opened(self, known: _Generation) -> Cache:
        found = Cache.open(self._path(known.number), known.key)
        self.is_older = known.schema != schema()
        if self.is_older:
            _adapt(found)
        return found

    def _known(self) -> _Generation:
        kept = self._journal.meta(_CURRENT)
        if kept is None:
            first = _Generation(1, new_key(), schema=schema())
            self._journal.set_meta(_CURRENT, msgspec.msgpack.encode(first))
            return first
        return msgspec.msgpack.decode(kept, type=_Generation)

    def _path(self, number: int) -> Path:
        return self.folder / f"cache-{number}.db"

    def _cleared(self, number: int) -> Path:
        """Where a new file will be: one that was begun and given up under another key may lie there."""
        path = self._path(number)
        for stale in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
            stale.unlink(missing_ok=True)
        return path

    def _remove_others(self) -> None:
        """Files of earlier generations, and of one begun that cannot be gone on with."""
        unfinished = self._unfinished()
        kept = {self.current.path.name, self._path(unfinished.number).name if unfinished else ""}
        for path in self.folder.glob("cache-*.db*"):
            if path.name.removesuffix("-wal").removesuffix("-shm") not in kept:
                path.unlink(missing_ok=True)


def _follows(found: _Generation, known: _Generation) -> bool:
    return found.number == known.number + 1 and found.schema == schema()


def _adapt(found: Cache) -> None:
    """Raises StoreDamaged when it has tables that cannot be given today's columns."""
    try:
        with found.database.write() as session:
            older.adapt(session)
    except SQLAlchemyError as error:
        found.database.close()
        raise StoreDamaged("store_of_another_version", store=found.path.name) from error
