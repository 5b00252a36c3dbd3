"""What every presenter of the kiosk shares: its screen, its frozen state, and the work it waits for."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Generic, Protocol, TypeVar

from desktop.errors import GuichetError
from desktop.outcomes import Err, Ok, Outcome, Runner, Ticket
from desktop.views.kiosk.parts import Guide, KioskParts
from desktop.views.kiosk.trouble import Trouble, trouble_of

State = TypeVar("State")
State_contra = TypeVar("State_contra", contravariant=True)
T = TypeVar("T")


class Screen(Protocol[State_contra]):
    """A passive view: it shows a state and says what the person did."""

    def show_state(self, state: State_contra) -> None:
        """Show all of this state."""
        ...


class Scene(Generic[State]):
    """A presenter without its decisions. The state survives the screen, which may be built anew."""

    def __init__(self, parts: KioskParts, guide: Guide, state: State) -> None:
        self._parts = parts
        self._guide = guide
        self._screen: Screen[State] | None = None
        self._tickets: list[Ticket] = []
        self.state = state

    def attach(self, screen: Screen[State]) -> None:
        """Show the state on `screen` from now on."""
        self._screen = screen
        screen.show_state(self.state)

    def open(self) -> None:
        """The person arrives: start reading what the screen needs."""

    def close(self) -> None:
        """The person leaves: nothing asked for before is told any more."""
        self._screen = None
        for ticket in self._tickets:
            ticket.cancel()

    def tick(self) -> None:
        """A second has passed."""

    def refresh(self) -> None:
        """The station's rows, or its link to central, changed under the screen."""

    def show(self, **changes: Any) -> None:
        """Replace the state, with `changes`, and show it."""
        self.state = replace(self.state, **changes)  # type: ignore[type-var]
        if self._screen is not None:
            self._screen.show_state(self.state)

    def run(
        self,
        lane: Runner,
        work: Callable[[], T],
        deliver: Callable[[T], None],
        fail: Callable[[Trouble], None] | None = None,
    ) -> Ticket:
        """Have `work` done on `lane`; its value goes to `deliver`, a failure that people can meet to `fail`.

        Any other failure is an incident, and so is one that this screen does not expect.
        """

        def settle(outcome: Outcome[T]) -> None:
            match outcome:
                case Ok(value):
                    deliver(value)
                case Err(GuichetError() as error) if fail is not None:
                    fail(trouble_of(error))
                case Err(error):
                    self._guide.report(error)

        ticket = lane.run(work, settle)
        self._tickets.append(ticket)
        return ticket
