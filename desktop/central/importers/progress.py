"""How far a night's import is."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """Bytes over all files, the lines read of the current one, its rows brought in.

    Half of a file's bytes are done when it is read, the other half when its changes are in.
    """

    file: str
    lines: int
    bytes_done: int
    bytes_total: int
    rows: int = 0


Watcher = Callable[[ImportProgress], None]
