"""How commands ended of which staff should know, until somebody has seen it."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from desktop.models.database import Database
from desktop.services.command import Status
from desktop.sync.journal.tables import JournalCommand, JournalOutcome
from desktop.sync.standing import STATUS_WORDS


class Unseen:
    """Read from the outcomes once, and anew after each change of them."""

    def __init__(self, database: Database, writing: Callable[[], AbstractContextManager[Session]]) -> None:
        self._database = database
        self._writing = writing
        self._changes = 0
        self._known: tuple[int, dict[int, tuple[str, str]]] = (-1, {})

    def look_again(self) -> None:
        """The outcomes changed: what is known of them counts no more, nor what is being read just now."""
        self._changes += 1

    def words(self) -> dict[int, tuple[str, str]]:
        """What staff have not acknowledged: (word of AttentionItem.status, code) by number of the command."""
        changes = self._changes
        if self._known[0] != changes:
            query = select(JournalOutcome.seq, JournalOutcome.status, JournalOutcome.code).where(
                JournalOutcome.status.in_(STATUS_WORDS), JournalOutcome.acknowledged.is_(False)
            )
            with self._database.read() as session:
                found = session.execute(query)
                words = {seq: (STATUS_WORDS[Status(status)], code or "") for seq, status, code in found}
            self._known = (changes, words)
            return words
        return self._known[1]

    def acknowledge(self, seq: int) -> None:
        """A member of staff has seen how command `seq` ended."""
        with self._writing() as session:
            session.execute(update(JournalOutcome).where(JournalOutcome.seq == seq).values(acknowledged=True))
        self.look_again()

    def parked(self, limit: int) -> list[tuple[int, bytes]]:
        """Number and key of commands that central keeps to try again, at most `limit`."""
        query = (
            select(JournalCommand.seq, JournalCommand.key)
            .join(JournalOutcome, JournalOutcome.seq == JournalCommand.seq)
            .where(JournalOutcome.status == Status.DEFERRED)
            .order_by(func.random())
            .limit(limit)
        )
        with self._database.read() as session:
            return [(seq, key) for seq, key in session.execute(query)]
