"""The cache as a station uses it: read at any time, written by one at a time, replaced when in doubt."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from desktop import failpoints
from desktop.errors import GuichetError, StoreDamaged
from desktop.sync.cache import cache
from desktop.sync.cache.apply import Bare, Replay, apply_delta, replay_missing
from desktop.sync.cache.cache import Cache
from desktop.sync.cache.generations import Generations
from desktop.sync.journal.journal import Journal
from desktop.sync.wire.delta import Delta

_log = logging.getLogger(__name__)


class Replica:
    """What central had, with the effects of the commands still pending. `writing` is held by whoever writes.

    It can always be made anew: when it cannot be read any more, or central's epoch is another one, `cursor`
    is None and the next exchange fetches a fresh one.
    """

    def __init__(
        self, generations: Generations, journal: Journal, replay: Replay, clock: Callable[[], datetime]
    ) -> None:
        self.writing = threading.RLock()
        self._generations = generations
        self._journal = journal
        self._replay = replay
        self._clock = clock
        self._behind = True
        self._stale = generations.is_older

    @property
    def current(self) -> Cache:
        """The generation that serves the screens."""
        return self._generations.current

    @property
    def cursor(self) -> str | None:
        """Up to where central's rows are here; None when a bootstrap is needed."""
        if self._stale:
            return None
        with self._watched(self.current) as watched:
            return cache.cursor(watched.database)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One unchanging picture of the rows."""
        with self._watched(self.current) as watched, watched.database.read() as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A transaction on the rows, after the journal's commands that are not in them yet."""
        with self.writing:
            self.heal()
            with self._watched(self.current) as watched, watched.database.write() as session:
                yield session

    def heal(self) -> None:
        """Performs here what only the journal holds: a crash, or a full disk, came between the two."""
        with self.writing:
            if self._behind:
                with self._watched(self.current) as watched, watched.database.write() as session:
                    replay_missing(session, self._journal, self._replay)
                    failpoints.reached("heal.before_commit")
                self._behind = False

    def start(self) -> None:
        """Heals, and if these rows cannot even be healed begins with none: a station must always start."""
        try:
            with self._watched(self.current) as watched:
                _require_no_other_past(watched, self._journal)
            self._try_to_heal()
        except StoreDamaged:
            if not self._stale:
                raise
            self._generations.prepare().create_triggers()
            self._generations.switch()
            self._stale = False
            self._try_to_heal()

    def fell_behind(self) -> None:
        """The journal holds a command whose effects could not be kept here: now, or before the next write."""
        self._behind = True
        with suppress(StoreDamaged):
            self._try_to_heal()

    def _try_to_heal(self) -> None:
        """Nothing new is done before it went well, whatever is in the way now. Raises StoreDamaged."""
        try:
            self.heal()
        except StoreDamaged:
            raise
        except (GuichetError, SQLAlchemyError, OSError):
            _log.exception("the cache is still behind the journal")

    def distrust(self) -> None:
        """These rows are not central's any more."""
        self._stale = True

    def apply(self, delta: Delta) -> frozenset[str]:
        """Takes in what central sent; returns the tables that may look different."""
        with self.writing:
            tables = self._apply(self.current, delta)
            self._generations.tidy()
            return tables

    def compare(self, delta: Delta, bare: Bare) -> frozenset[str]:
        """As `apply`, and shows `bare`, in the same transaction, the rows without our commands in them."""
        with self.writing:
            return self._apply(self.current, delta, bare)

    def prepare(self, source: str) -> Cache:
        """A new generation to be filled from `source` while the current one still serves the screens."""
        return self._generations.prepare(source)

    def abandon(self) -> None:
        """What was filled so far is worth nothing."""
        self._generations.abandon()

    def adopt(self, delta: Delta, bare: Bare) -> None:
        """What was prepared, brought up to date by `delta`, serves from now on."""
        with self.writing:
            self._apply(self._generations.coming, delta, bare)
            self._generations.switch()
            self._stale = self._behind = False

    def erase(self) -> None:
        """No row is left here, nor any way to read those that were."""
        with self.writing:
            self._generations.erase()
            self._stale, self._behind = False, True

    def make_room(self) -> None:
        """Lets go of what does not serve the screens: it can be fetched again."""
        with self.writing:
            self._generations.make_room()
            with self.current.database.engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Lets go of the file."""
        self._generations.close()

    def _apply(self, target: Cache, delta: Delta, *bare: Bare) -> frozenset[str]:
        with self._watched(target), target.database.write() as session:
            tables = apply_delta(session, delta, self._journal, self._replay, *bare)
            cache.set_meta(session, "as_of", self._clock().isoformat())
            failpoints.reached("apply.before_commit")
        return tables

    @contextmanager
    def _watched(self, used: Cache) -> Iterator[Cache]:
        """Marks this cache for a bootstrap when the block finds it damaged; the error goes on."""
        try:
            yield used
        except StoreDamaged as error:
            if error.facts.get("store") == used.path.name:
                _log.exception("the cache is damaged and will be fetched anew")
                self.distrust()
            raise


def _require_no_other_past(rows: Cache, journal: Journal) -> None:
    """An older journal was put back: rows with commands in them that it never held are not its own."""
    with rows.database.read() as session:
        if max(cache.told(session), cache.last_performed(session)) > journal.head:
            raise StoreDamaged("cache_ahead_of_journal", store=rows.path.name)
