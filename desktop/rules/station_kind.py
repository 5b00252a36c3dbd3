"""The kinds of station there are."""

from enum import StrEnum


class StationKind(StrEnum):
    """What stands there: who may sit before it, and so what it may hold and do."""

    KIOSK = "kiosk"
    COUNTER = "counter"
    BOARD = "board"
    """A screen in the waiting room, which nobody touches; none can be enrolled yet."""
