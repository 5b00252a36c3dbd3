"""How a station stands with central, and what its staff should see to."""

from collections.abc import Callable
from datetime import datetime

from desktop.errors import StoreDamaged
from desktop.services.ledger.freshness import old_since
from desktop.station import attention
from desktop.station.exchanging import Exchanging
from desktop.station.room import Room
from desktop.sync.cache import cache
from desktop.sync.cache.replica import Replica
from desktop.sync.journal.evidence import Evidence
from desktop.sync.journal.journal import Journal
from desktop.sync.standing import AttentionItem, Damage, SyncStatus, WaitingItem
from desktop.sync.uploads import Uploads


class Overview:
    """Put together anew whenever a screen asks, from what the journal, the cache and the exchange know."""

    def __init__(
        self,
        exchanging: Exchanging,
        journal: Journal,
        replica: Replica,
        uploads: Uploads,
        room: Room,
        clock: Callable[[], datetime],
    ) -> None:
        self._journal = journal
        self._replica = replica
        self._uploads = uploads
        self._exchanging = exchanging
        self._room = room
        self._clock = clock
        self._evidence = Evidence(journal)

    def status(self, *, online: bool) -> SyncStatus:
        """How this station stands with central."""
        with self._replica.read() as session:
            told, cursor = cache.meta(session, "as_of"), cache.meta(session, "cursor")
            ledger_as_of = old_since(session, self._clock())
        conversation = self._exchanging.conversation
        as_of = datetime.fromisoformat(told) if told else None
        of_staff, damage, files, handed_in = self._told_by_journal()
        unreadable = self._journal.database.is_damaged
        return SyncStatus(
            online=online,
            bootstrapped=cursor is not None,
            waiting=self._journal.waiting(),
            attention=of_staff + (damage is not None) + unreadable,
            as_of=as_of,
            files_waiting=files,
            offline_since=None if online else conversation.heard_at or as_of,
            storage_full=self._journal.is_full or self._room.is_short(),
            clock_ahead_ms=conversation.clock_ahead_ms,
            fetched_rows=conversation.anew.fetched_rows,
            update_needed=conversation.anew.update_needed,
            revoked=self._exchanging.admission.is_revoked,
            handed_in=handed_in,
            damage=damage,
            unreadable=unreadable,
            ledger_as_of=ledger_as_of,
        )

    def attention(self, limit: int) -> tuple[AttentionItem, ...]:
        """The oldest `limit` of what staff should see to."""
        with self._replica.read() as session:
            return attention.items(session, self._journal, limit)

    def waiting(self, limit: int) -> tuple[WaitingItem, ...]:
        """The oldest commands that central has not answered yet, at most `limit`."""
        with self._replica.read() as session:
            return attention.waiting(session, self._journal, limit)

    def acknowledge(self, seq: int) -> None:
        """Staff have seen how command `seq` ended; below zero, that central undid one."""
        if seq < 0:
            self._journal.keeping.undone.acknowledge(seq)
        else:
            self._journal.unseen.acknowledge(seq)

    def acknowledge_damage(self) -> None:
        """Staff know what became of the damaged journal."""
        self._evidence.acknowledge()

    def _told_by_journal(self) -> tuple[int, Damage | None, int, bool]:
        """What staff have not acknowledged, the damage, the files that wait, whether central has it all."""
        try:
            with self._replica.read() as session:
                of_staff = attention.count(session, self._journal, self._clock())
            handed_in = self._exchanging.admission.is_handed_in and not self._evidence.waiting(1)
            return of_staff, self._evidence.damage(), self._uploads.waiting(), handed_in
        except StoreDamaged:
            if not self._journal.database.is_damaged:
                raise
            return 0, None, 0, False
