"""The generations of the cache: each under its own key, kept in the journal; one is current."""

from pathlib import Path

import msgspec

from desktop import failpoints
from desktop.errors import StoreDamaged
from desktop.sync.cache import Cache, new_key
from desktop.sync.journal import Journal

_CURRENT = "cache_generation"


class _Generation(msgspec.Struct, frozen=True):
    number: int
    key: bytes


class Generations:
    """Opens the current cache, or makes an empty one; replaces it once a bootstrap is whole."""

    def __init__(self, folder: Path, journal: Journal) -> None:
        self._folder = folder
        self._journal = journal
        self._next: _Generation | None = None
        self._retired: Cache | None = None
        self.current = self._open_current()
        self._remove_others()

    def prepare(self) -> Cache:
        """An empty cache to be filled; the current one still serves the screens."""
        self._bury()
        self._next = _Generation(self._known().number + 1, new_key())
        path = self._path(self._next.number)
        for stale in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
            stale.unlink(missing_ok=True)
        return Cache.open(path, self._next.key)

    def switch(self, fresh: Cache) -> None:
        """The switch is one commit in the journal, and drops the old key.

        The old file goes with the next switch or at the end: a screen may just be reading it.
        """
        if self._next is None:
            raise ValueError("nothing was prepared")
        failpoints.reached("generation.before_switch")
        self._journal.set_meta(_CURRENT, msgspec.msgpack.encode(self._next))
        failpoints.reached("generation.after_switch")
        self._retired, self.current, self._next = self.current, fresh, None

    def close(self) -> None:
        """Lets go of the current file."""
        self._bury()
        self.current.database.close()

    def _bury(self) -> None:
        if self._retired is not None:
            self._retired.destroy()
            self._retired = None

    def _open_current(self) -> Cache:
        known = self._known()
        try:
            current = Cache.open(self._path(known.number), known.key)
        except StoreDamaged:
            # A cache is worth a bootstrap, never a worry: start an empty one and let the exchange fill it.
            known = _Generation(known.number + 1, new_key())
            self._journal.set_meta(_CURRENT, msgspec.msgpack.encode(known))
            current = Cache.open(self._path(known.number), known.key)
        current.create_triggers()
        return current

    def _known(self) -> _Generation:
        kept = self._journal.meta(_CURRENT)
        if kept is None:
            first = _Generation(1, new_key())
            self._journal.set_meta(_CURRENT, msgspec.msgpack.encode(first))
            return first
        return msgspec.msgpack.decode(kept, type=_Generation)

    def _path(self, number: int) -> Path:
        return self._folder / f"cache-{number}.db"

    def _remove_others(self) -> None:
        for path in self._folder.glob("cache-*.db*"):
            if not path.name.startswith(self.current.path.name):
                path.unlink(missing_ok=True)
