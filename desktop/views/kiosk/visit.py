"""One person's visit to the kiosk: who it is and what was done."""

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.services.access.accounts import AccountCard


class Act(StrEnum):
    """What a visit may have done, for its summary."""

    ACTIVATED = "activated"
    PAID = "paid"
    IN_DOUBT = "in_doubt"
    PRINTED = "printed"
    REQUESTED = "requested"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done: an amount in cents, or a number, where it has one."""

    act: Act
    cents: int = 0
    number: str = ""


@dataclass(slots=True)
class Visit:
    """Lives from one wipe to the next; it has `begun` once somebody left the welcome screen."""

    account: AccountCard | None = None
    figures_shown: bool = False
    deeds: list[Deed] = field(default_factory=list)
    begun: bool = False
    incident: str = ""

    @property
    def lease_id(self) -> str:
        """The lease of who is signed in. A screen that asks this without anybody signed in is a fault."""
        if self.account is None:
            raise LookupError("nobody is signed in")
        return self.account.lease_id

    @property
    def actor(self) -> str:
        """Who performs the commands of this visit."""
        return f"tenant:{self.lease_id}"

    def note(self, act: Act, *, cents: int = 0, number: str = "") -> None:
        """Remember that this was done."""
        self.deeds.append(Deed(act, cents, number))
