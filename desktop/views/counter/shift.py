"""One agent's time at the counter: who it is, and which files were opened."""

from dataclasses import dataclass, field

from desktop.services.access.staff import StaffCard
from desktop.services.leases.search import Found

RECENT = 8
"""How many of the last opened files the empty search offers again."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A screen and what it is about: the number of a lease, or nothing."""

    place: str
    subject: str = ""


@dataclass(slots=True)
class Shift:
    """Lives from sign-in to sign-out; a new one is made for the next person."""

    staff: StaffCard | None = None
    recent: list[Found] = field(default_factory=list)

    @property
    def actor(self) -> str:
        """Who performs the commands. A screen that asks this without anybody signed in is a fault."""
        if self.staff is None:
            raise LookupError("nobody is signed in")
        return f"staff:{self.staff.login}"

    def remember(self, found: Found) -> None:
        """This file was opened just now."""
        others = [each for each in self.recent if each.lease_id != found.lease_id]
        self.recent[:] = [found, *others][:RECENT]
