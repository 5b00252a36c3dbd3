"""Counts the seconds nobody touched anything, and those of the visit: first a warning, then the end."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.views.kiosk.parts import IdleTimes


class Presence(Enum):
    """What the kiosk believes."""

    HERE = auto()
    IN_DOUBT = auto()
    """Nobody touched anything for a while."""
    ENDING = auto()
    """Somebody is there, or something touches by itself; the visit has nearly lasted its longest."""
    GONE = auto()


@dataclass(frozen=True, slots=True)
class IdleState:
    """`seconds_left` counts down while the presence is in doubt or the visit is ending."""

    presence: Presence = Presence.HERE
    seconds_left: int = 0


class IdlePresenter:
    """Told of every second and of everything a person does; the shell acts on what it believes."""

    def __init__(self, times: IdleTimes) -> None:
        self._times = times
        self._quiet = 0
        self._length = 0
        self._awake = False
        self._heard = False
        self.state = IdleState()

    def stay_awake(self, awake: bool) -> None:
        """While a card or a paper is under way nobody is sent away; afterwards the count starts anew.

        Who paid at the very end still has the last call's time, to see how it went and to take the receipt.
        """
        if self._awake and not awake:
            self._length = min(self._length, self._times.longest - self._times.last_call)
        self._awake = awake
        self.acted()

    def acted(self) -> None:
        """Somebody did something. During a warning only its answer counts: see `go_on`."""
        if self.state.presence is Presence.HERE:
            self._quiet = 0

    def go_on(self) -> None:
        """The person answered the warning. The last seconds of a visit are told all the same."""
        self._heard = self._heard or self.state.presence is Presence.ENDING
        self._quiet = 0
        self.state = IdleState()

    def tick(self) -> IdleState:
        """A second has passed; returns what to believe now."""
        self._length += 1
        if self._awake:
            return self.state
        self._quiet += 1
        until_gone = self._times.before_warning + self._times.warning - self._quiet
        until_end = self._times.longest - self._length
        told_from = self._times.warning if self._heard else self._times.last_call
        if min(until_gone, until_end) <= 0:
            self.state = IdleState(Presence.GONE)
        elif until_gone <= min(self._times.warning, until_end):
            self.state = IdleState(Presence.IN_DOUBT, until_gone)
        elif until_end <= told_from:
            self.state = IdleState(Presence.ENDING, until_end)
        return self.state
