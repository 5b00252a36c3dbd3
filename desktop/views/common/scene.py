"""What every presenter shares: its page, its frozen state, and the work it waits for."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Generic, Protocol, TypeVar

from desktop.errors import GuichetError
from desktop.outcomes import Err, Ok, Outcome, Runner, Ticket
from desktop.views.common.trouble import Trouble, trouble_of


class Page(Protocol):
    """A passive view: it shows a state, and its signals say what the person did."""

    def show_state(self, state: Any) -> None: ...


class Guide(Protocol):
    """What any presenter may ask of its shell; the kiosk's and the counter's offer more."""

    def report(self, error: Exception) -> None:
        """Something that should never happen did: keep it as an incident."""
        ...


Parts = TypeVar("Parts")
AGuide = TypeVar("AGuide", bound=Guide)
State = TypeVar("State")
T = TypeVar("T")


class Scene(Generic[Parts, AGuide, State]):
    """A presenter without its decisions. The state survives the page, which may be built anew."""

    def __init__(self, parts: Parts, guide: AGuide, state: State) -> None:
        self._parts = parts
        self._guide = guide
        self._page: Page | None = None
        self._tickets: set[Ticket] = set()
        self.state = state

    def attach(self, page: Page) -> None:
        """Show the state on `page` from now on."""
        self._page = page
        page.show_state(self.state)

    def detach(self) -> None:
        """The page goes away for a while; the work goes on."""
        self._page = None

    def open(self) -> None:
        """The person arrives: start reading what the screen needs."""

    def close(self) -> None:
        """The person leaves for good: nothing asked for before is told any more."""
        self._page = None
        for ticket in self._tickets:
            ticket.cancel()

    def tick(self) -> None:
        """A second has passed."""

    def refresh(self) -> None:
        """The station's rows, or its link to central, changed under the screen."""

    def broke(self) -> None:
        """An incident was reported: nobody knows what became of the work; the screen must not wait for it."""

    def show(self, **changes: Any) -> None:
        """Replace the state, with `changes`, and show it."""
        self.state = replace(self.state, **changes)  # type: ignore[type-var]
        if self._page is not None:
            self._page.show_state(self.state)

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

        def end(outcome: Outcome[T]) -> None:
            self._tickets.discard(ticket)
            match outcome:
                case Ok(value):
                    deliver(value)
                case Err(GuichetError() as error) if fail is not None:
                    fail(trouble_of(error))
                case Err(error):
                    self._guide.report(error)
                    self.broke()

        ticket = lane.run(work, end)
        self._tickets.add(ticket)
        return ticket
