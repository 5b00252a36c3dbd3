"""Shows the number of an incident for a while, then goes back to the welcome."""

from dataclasses import dataclass
from datetime import datetime

from desktop.services.days import LANDLORD_ZONE
from desktop.views.kiosk.parts import KioskGuide, KioskParts
from desktop.views.kiosk.scene import KioskScene

SECONDS_SHOWN = 30


@dataclass(frozen=True, slots=True)
class IncidentState:
    """`number` is also in the log."""

    number: str
    seconds_left: int = SECONDS_SHOWN


class IncidentPresenter(KioskScene[IncidentState]):
    """Nobody is signed in any more."""

    def __init__(self, parts: KioskParts, guide: KioskGuide) -> None:
        super().__init__(parts, guide, IncidentState(guide.visit.incident))

    def tick(self) -> None:
        """Count down; the welcome comes by itself."""
        if self.state.seconds_left <= 1:
            self._guide.finish()
        else:
            self.show(seconds_left=self.state.seconds_left - 1)

    def leave_pressed(self) -> None:
        """The person has read it."""
        self._guide.finish()


def incident_number(at: datetime) -> str:
    """Day and time to the second, by the agency's clock: `22-143205` is what the log is searched for."""
    return f"{at.astimezone(LANDLORD_ZONE):%d-%H%M%S}"
