"""Whether central still admits this station: kept across restarts, until central speaks with it again."""

from sqlalchemy import delete

from desktop.sync.journal import Journal
from desktop.sync.journal_tables import JournalMeta

HANDED_OVER = "handed_over"
_REVOKED, _ERASED = "revoked", b"erased"


class Admission:
    """`is_revoked` once central said so; `is_erased` once the cache of a revoked station is gone."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        standing = journal.meta(_REVOKED)
        self.is_revoked, self.is_erased = standing is not None, standing == _ERASED

    def revoke(self) -> None:
        """Central admits this station no more."""
        if not self.is_revoked:
            self._journal.set_meta(_REVOKED, b"revoked")
            self.is_revoked = True

    def erased(self) -> None:
        """The cache is gone; its key does not linger in what was written ahead either."""
        self._journal.set_meta(_REVOKED, _ERASED)
        self.is_erased = True
        with self._journal.database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def admit(self) -> None:
        """Central speaks with this station (again)."""
        if self.is_revoked:
            with self._journal.writing() as session:
                session.execute(delete(JournalMeta).where(JournalMeta.key.in_((_REVOKED, HANDED_OVER))))
            self.is_revoked = self.is_erased = False
