"""What was begun outside this program and has not been recorded yet: an earlier run may have left some."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final

import msgspec
from sqlalchemy.orm import Session

from desktop.models.database import Database
from desktop.sync.journal.tables import JournalMeta

_KEY: Final = "under_way"


class UnderWay:
    """Notes in the order in which they were made, durable as a command is; all methods raise StoreDamaged."""

    def __init__(self, database: Database, writing: Callable[[], AbstractContextManager[Session]]) -> None:
        self._database = database
        self._writing = writing

    def notes(self) -> list[bytes]:
        """What is under way, or was when this program last ended."""
        with self._database.read() as session:
            return _notes(session)

    def note(self, what: bytes) -> None:
        """This begins. Raises StoreFull."""
        self._change(lambda known: [*known, what])

    def dismiss(self, what: bytes) -> None:
        """How this ended is recorded, or it left no trace. Raises StoreFull."""
        self._change(lambda known: [each for each in known if each != what])

    def _change(self, change: Callable[[list[bytes]], list[bytes]]) -> None:
        with self._writing() as session:
            known = msgspec.msgpack.encode(change(_notes(session)))
            session.merge(JournalMeta(key=_KEY, value=known))


def _notes(session: Session) -> list[bytes]:
    row = session.get(JournalMeta, _KEY)
    return msgspec.msgpack.decode(row.value, type=list[bytes]) if row else []
