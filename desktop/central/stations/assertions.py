"""Signed assertions open once: a copy of one is worth nothing, whichever worker it is shown to."""

import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert

from desktop.central.database.tables import SpentAssertion
from desktop.errors import NotAllowed
from desktop.models.database import Database

REMEMBERED = timedelta(minutes=10)
"""Longer than any assertion is valid."""


class Assertions(Protocol):
    """What was shown before."""

    def spend(self, assertion_id: str, now: datetime) -> None:
        """Raises NotAllowed("assertion_used") the second time."""


def assertions_of(database: Database) -> Assertions:
    """Kept in the database where several processes serve from it; a file is served by one alone."""
    return _InDatabase(database) if database.dialect == "postgresql" else _InMemory()


@dataclass(slots=True)
class _InMemory:
    _spent: dict[str, datetime] = field(default_factory=dict)
    _checking: threading.Lock = field(default_factory=threading.Lock)

    def spend(self, assertion_id: str, now: datetime) -> None:
        with self._checking:
            fresh = {key: at for key, at in self._spent.items() if now - at < REMEMBERED}
            if assertion_id in fresh:
                raise NotAllowed("assertion_used")
            self._spent = fresh | {assertion_id: now}


@dataclass(frozen=True, slots=True)
class _InDatabase:
    _database: Database

    def spend(self, assertion_id: str, now: datetime) -> None:
        with self._database.write() as session:
            session.execute(delete(SpentAssertion).where(SpentAssertion.at < now - REMEMBERED))
            spent = insert(SpentAssertion).values(id=assertion_id, at=now).on_conflict_do_nothing()
            if session.scalar(spent.returning(SpentAssertion.id)) is None:
                raise NotAllowed("assertion_used")
