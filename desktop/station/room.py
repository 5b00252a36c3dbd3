"""The room on the disk: the last of it is kept for telling how what was begun has ended."""

import shutil
from pathlib import Path

from desktop.errors import StoreFull
from desktop.services.entry import Entry

RESERVE_BYTES = 16 * 1024 * 1024
"""Below this nothing new is begun: no payment is taken, no card is charged."""


class Room:
    """What is free where a station keeps its files. `reserve`, in bytes, is kept for endings."""

    def __init__(self, folder: Path, reserve: int = RESERVE_BYTES) -> None:
        self._folder = folder
        self.reserve = reserve

    def is_short(self) -> bool:
        """Whether nothing new should be begun."""
        return shutil.disk_usage(self._folder).free < self.reserve

    def require(self, entry: Entry) -> None:
        """Raises StoreFull when this command must not be begun any more."""
        if not entry.last_bytes and self.is_short():
            raise StoreFull(store="journal.db")
