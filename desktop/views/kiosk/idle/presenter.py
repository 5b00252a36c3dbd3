"""Counts the seconds nobody touched anything: first a warning that is easy to answer, then the end."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.views.kiosk.parts import IdleTimes


class Presence(Enum):
    """What the kiosk believes."""

    HERE = auto()
    IN_DOUBT = auto()
    GONE = auto()


@dataclass(frozen=True, slots=True)
class IdleState:
    """`seconds_left` counts down while the presence is in doubt."""

    presence: Presence = Presence.HERE
    seconds_left: int = 0


class IdlePresenter:
    """Told of every second and of everything a person does; the shell acts on what it believes."""

    def __init__(self, times: IdleTimes) -> None:
        self._times = times
        self._quiet = 0
        self._awake = False
        self.state = IdleState()

    def stay_awake(self, awake: bool) -> None:
        """While a card or a paper is under way nobody is sent away; afterwards the count starts anew."""
        self._awake = awake
        self.acted()

    def acted(self) -> None:
        """Somebody did something. During the warning only « I am still here » counts: see `go_on`."""
        if self.state.presence is Presence.HERE:
            self._quiet = 0

    def go_on(self) -> None:
        """The person answered the warning."""
        self._quiet = 0
        self.state = IdleState()

    def tick(self) -> IdleState:
        """A second has passed; returns what to believe now."""
        if self._awake:
            return self.state
        self._quiet += 1
        over = self._quiet - self._times.before_warning
        left = self._times.warning - over
        if left <= 0:
            self.state = IdleState(Presence.GONE)
        elif over >= 0:
            self.state = IdleState(Presence.IN_DOUBT, left)
        return self.state
