"""Backups that are proven while everything goes wrong, and central put back from the newest of them."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from desktop.central.backups.backup import back_up
from desktop.central.backups.manifest import BackupStep
from desktop.central.backups.prove import prove
from desktop.central.backups.restore import restore
from desktop.central.store import Store
from desktop.errors import Refused
from tests.chaos.history import Event, Told
from tests.chaos.history import Refused as Denied

_TRIES = 20
_PAUSE = 0.5


class Calendar:
    """A backup, a restore, and the same again, spread over an attack; `restores` counts what was put back."""

    def __init__(self, central: Path, reopen: Callable[[Path], Store]) -> None:
        self._central, self._reopen = central, reopen
        self._newest: Path | None = None
        self._next = 1
        self.restores = 0

    def is_due(self, passed: float, seconds: float) -> bool:
        """Whether it is time for the next of the four."""
        return self._next <= 4 and passed >= seconds * self._next / 6

    def is_restore(self) -> bool:
        """Whether that is a restore: nobody may serve or write meanwhile."""
        return self._next % 2 == 0

    def keep(self) -> None:
        """Does what is due."""
        if self.is_restore():
            self._restore()
        else:
            self._back_up()
        self._next += 1

    def _back_up(self) -> None:
        store = self._reopen(self._central)
        try:
            made = back_up(store, self._central.parent / "backups", datetime.now(UTC), _silent)
            prove(made, store, _silent)
            self._newest = made
        finally:
            store.database.close()

    def _restore(self) -> None:
        """The server may take a moment to see that those who were killed are gone."""
        if self._newest is None:
            return
        why = ""
        for _ in range(_TRIES):
            try:
                restore(self._newest, self._central, datetime.now(UTC), _silent, replace=True)
            except Refused as refusal:
                why = f"{refusal.code} {refusal.facts}"
                time.sleep(_PAUSE)
            else:
                self.restores += 1
                return
        raise AssertionError(f"central cannot be put back: {why}")


def still_there(history: list[Event], lines: set[str]) -> list[Event]:
    """The ERP's history without what a restore took from central: the ERP exports that again."""
    gone = {event.op for event in history if isinstance(event, Told) and event.row not in lines}
    return [event for event in history if not (isinstance(event, Told | Denied) and event.op in gone)]


def _silent(_step: BackupStep) -> None:
    """Shows nothing."""
