"""A failure that a person can meet, as the screens know it: a code, and where it comes from."""

from dataclasses import dataclass, field
from typing import Any, Final

from desktop.errors import DeviceUnavailable, GuichetError, Invalid, Offline, StoreDamaged, StoreFull

OFFLINE: Final = "offline"
STORE_FULL: Final = "store_full"
NOT_STORABLE: Final = "not_storable"
UNREADABLE: Final = "journal_unreadable"


@dataclass(frozen=True, slots=True)
class Trouble:
    """`code` chooses the sentence, `facts` fill it; `entry`: the field at fault, `device`: what failed."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict)
    entry: str = ""
    device: str = ""


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
            return Trouble(error.code, error.facts, device=error.device)
        case Invalid():
            return Trouble(error.code, error.facts, entry=error.field)
        case _:
            return Trouble(error.code, error.facts)
