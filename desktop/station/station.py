"""The station: everything a screen may ask of it, everything people do there, and what its engine repeats."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from desktop.config import StationSettings
from desktop.errors import StoreDamaged
from desktop.rules.station_kind import StationKind
from desktop.security.seal import seal
from desktop.services.command import Command, Done
from desktop.station.drafts import Drafts
from desktop.station.exchanging import Exchanging
from desktop.station.overview import Overview
from desktop.station.performing import Performing, replay
from desktop.station.room import Room
from desktop.station.staff_seeds import StaffSeeds
from desktop.sync.cache.generations import Generations
from desktop.sync.cache.replica import Replica
from desktop.sync.cache.verify import Verified
from desktop.sync.journal.journal import Journal
from desktop.sync.standing import AttentionItem, SyncStatus, WaitingItem
from desktop.sync.uploads import Uploads
from desktop.sync.wire.link import Link

__all__ = ["Station", "SyncStatus"]

_log = logging.getLogger(__name__)

P = ParamSpec("P")
Found = TypeVar("Found")
OnChange = Callable[[frozenset[str]], None]


class Station:
    """One enrolled station. Its methods may be called from any thread; writers wait for one another."""

    def __init__(
        self,
        settings: StationSettings,
        journal: Journal,
        generations: Generations,
        link: Link,
        private_key: bytes,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.settings = settings
        self.journal = journal
        self.uploads = Uploads(journal.database, link)
        self.link = link
        self.online = False
        self.wake: Callable[[], None] = lambda: None
        self.room = Room(generations.folder)
        self.staff_seeds = StaffSeeds(settings.device_id, journal.keeping, private_key)
        drafts = Drafts(settings, journal, clock)
        self.replica = Replica(generations, journal, partial(replay, drafts), clock)
        self._exchanging = Exchanging(
            settings, private_key, link, journal, self.replica, tell=self._tell, clock=clock
        )
        self._performing = Performing(
            drafts,
            self._exchanging,
            journal,
            self.replica,
            link,
            self.room,
            device_id=settings.device_id,
            kind=StationKind(settings.kind),
            tell=self._tell,
            wake=self._woken,
        )
        self._overview = Overview(self._exchanging, journal, self.replica, self.uploads, self.room, clock)
        self._private_key = private_key
        self._clock = clock
        self._listeners: list[OnChange] = []
        self.replica.start()

    # What screens ask

    def ask(
        self, query: Callable[Concatenate[Session, P], Found], *args: P.args, **kwargs: P.kwargs
    ) -> Found:
        """Runs a query of the services on one unchanging picture of the cache."""
        try:
            with self.replica.read() as session:
                return query(session, *args, **kwargs)
        except StoreDamaged:
            self.wake()
            raise

    def now(self) -> datetime:
        """The station's clock, aware and in UTC."""
        return self._clock()

    def status(self) -> SyncStatus:
        """How this station stands with central."""
        return self._overview.status(online=self.online)

    def attention(self, limit: int = 200) -> tuple[AttentionItem, ...]:
        """What was refused, parked or done with a warning and not acknowledged: the oldest `limit` of it."""
        return self._overview.attention(limit)

    def waiting_commands(self, limit: int) -> tuple[WaitingItem, ...]:
        """The oldest commands that central has not answered yet, at most `limit`."""
        return self._overview.waiting(limit)

    def acknowledge(self, seq: int) -> None:
        """A member of staff has seen how command `seq` ended, or that central undid one."""
        self._overview.acknowledge(seq)

    def acknowledge_damage(self) -> None:
        """A member of staff knows what became of the damaged journal."""
        self._overview.acknowledge_damage()

    def on_change(self, listener: OnChange) -> None:
        """`listener` is told, on whatever thread, which tables may look different."""
        self._listeners.append(listener)

    def seal(self, fields: dict[str, Any]) -> str:
        """The text of the signed code on a paper: anyone with this station's public key can check it."""
        return seal(self._private_key, fields | {"device": self.settings.device_code})

    def photo(self, sha256: str) -> bytes:
        """The bytes of a photo, from here if still here, else from central. Raises Offline."""
        return self.uploads.content(sha256)

    # What people do

    def perform(self, command: Command, actor: str) -> Done:
        """Carries out `command` here and now, durably; central will confirm when it can.

        Raises Refused when a rule says no, StoreFull when it cannot be kept, StoreDamaged when the journal
        cannot be read, NotAllowed when central does not admit this station any more: nothing was done then.
        """
        return self._performing.here(command, actor)

    def perform_at_central(self, command: Command, actor: str) -> Done:
        """Has central carry out `command`, now. Raises Offline when it cannot be reached: ask again.

        Raises Refused("not_storable"), with nothing asked, for what central could not keep.
        """
        return self._performing.at_central(command, actor)

    # What the engine does

    def exchange(self) -> bool:
        """One round: push the oldest unanswered commands, take in what changed. True when there is more.

        Raises Offline when the outcome is unknown: the same commands are sent again later.
        """
        return self._exchanging.rounds.run()

    def pull(self) -> None:
        """Takes in what changed at central, and says nothing. Raises Offline."""
        self._exchanging.conversation.pull()

    def verify(self) -> Verified:
        """Compares every row here with central's and mends what differs. Raises Offline."""
        return self._exchanging.conversation.verify()

    def close(self) -> None:
        """Hangs up, and lets go of both files."""
        self._exchanging.conversation.close()
        self.link.transport.close()
        self.replica.close()
        self.journal.database.close()

    def _woken(self) -> None:
        """Whoever is told by then of what people did."""
        self.wake()

    def _tell(self, tables: frozenset[str]) -> None:
        for listener in self._listeners:
            try:
                listener(tables)
            except Exception:  # noqa: BLE001 - what was done is done: a screen that stumbles must not undo it
                _log.exception("a listener failed")
