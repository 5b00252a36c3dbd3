"""A failure that a person can meet, as the screens know it: a code, and where it comes from."""

from dataclasses import dataclass, field
from typing import Any

from desktop.errors import DeviceUnavailable, GuichetError, Offline, StoreDamaged, StoreFull


@dataclass(frozen=True, slots=True)
class Trouble:
    """`code` chooses the sentence, `facts` fill it. `device` is set when a device failed."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict)
    device: str = ""


OFFLINE = "offline"
STORE_FULL = "store_full"
NOT_STORABLE = "not_storable"
UNREADABLE = "journal_unreadable"


def trouble_of(error: GuichetError) -> Trouble:
    """All ways of not reaching central are one trouble; so are all full disks, and all a journal's damage."""
    match error:
        case Offline():
            return Trouble(OFFLINE)
        case StoreFull():
            return Trouble(STORE_FULL)
        case StoreDamaged() if error.facts.get("store") == "journal.db":
            return Trouble(UNREADABLE)
        case DeviceUnavailable():
            return Trouble(error.code, error.facts, error.device)
        case _:
            return Trouble(error.code, error.facts)
