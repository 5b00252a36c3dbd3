"""Whether central still admits this station: kept across restarts, until central speaks with it again."""

import msgspec
from sqlalchemy import delete

from desktop.sync.journal.journal import Journal
from desktop.sync.journal.tables import JournalMeta

_REVOKED, _HANDED_OVER = "revoked", "handed"
_ADMITTED, _SHUT_OUT, _ERASED, _EMPTIED, _GONE = b"", b"revoked", b"erased", b"emptied", b"gone"
_STAGES = (_ADMITTED, _SHUT_OUT, _ERASED, _EMPTIED, _GONE)


class HandedOver(msgspec.Struct, frozen=True, array_like=True):
    """In which epoch of central, up to which command, and from which version on a backup holds it all.

    `lacking`: central would not keep one of them, so that this journal is the only place that does.
    """

    epoch: str = ""
    seq: int = 0
    ver: int = 0
    lacking: bool = False


class Admission:
    """How far the farewell of a revoked station is; nothing of it is ever taken back but by central."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._stage = journal.meta(_REVOKED) or _ADMITTED

    @property
    def is_revoked(self) -> bool:
        """Whether central said that it admits this station no more."""
        return self._stage != _ADMITTED

    @property
    def is_erased(self) -> bool:
        """Whether the cache is gone."""
        return self._is_past(_ERASED)

    @property
    def is_handed_in(self) -> bool:
        """Whether this station is revoked and central keeps every command in its journal."""
        handed = self.handed_over()
        return self.is_erased and not handed.lacking and self._journal.head <= handed.seq

    @property
    def is_emptied(self) -> bool:
        """Whether the commands are gone, too: a proven backup holds them."""
        return self._is_past(_EMPTIED)

    @property
    def is_gone(self) -> bool:
        """Whether even the key of what was written here before is gone."""
        return self._is_past(_GONE)

    def revoke(self) -> None:
        """Central admits this station no more."""
        if not self.is_revoked:
            self._move(_SHUT_OUT)

    def erased(self) -> None:
        """The cache is gone; its key does not linger in what was written ahead either."""
        self._move(_ERASED)
        self._leave_no_trace()

    def emptied(self) -> None:
        """The commands are gone."""
        self._move(_EMPTIED)
        self._leave_no_trace()

    def gone(self) -> None:
        """This journal is another one, under another key."""
        self._move(_GONE)

    def admit(self) -> None:
        """Central speaks with this station (again)."""
        if self.is_revoked:
            with self._journal.writing() as session:
                session.execute(delete(JournalMeta).where(JournalMeta.key.in_((_REVOKED, _HANDED_OVER))))
            self._stage = _ADMITTED

    def handed_over(self) -> HandedOver:
        """What central has for sure; what it answered before does not count: it may have been restored."""
        kept = self._journal.meta(_HANDED_OVER)
        return msgspec.msgpack.decode(kept, type=HandedOver) if kept else HandedOver()

    def hand_over(self, handed: HandedOver) -> None:
        """Central has this much."""
        self._journal.set_meta(_HANDED_OVER, msgspec.msgpack.encode(handed))

    def _leave_no_trace(self) -> None:
        with self._journal.database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def _is_past(self, stage: bytes) -> bool:
        return _STAGES.index(self._stage) >= _STAGES.index(stage)

    def _move(self, stage: bytes) -> None:
        self._journal.set_meta(_REVOKED, stage)
        self._stage = stage
