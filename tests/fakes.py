"""Hand-written stand-ins that more than one test needs."""

from collections.abc import Callable
from typing import TypeVar

from desktop.outcomes import Outcome, Ticket, outcome_of

T = TypeVar("T")


class ManualLane:
    """A lane without a thread: work waits until the test says `drain()` or `step()`."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    @property
    def waiting(self) -> int:
        """How many pieces of work have not been carried out yet."""
        return len(self._waiting)

    def run(
        self,
        work: Callable[..., T],
        deliver: Callable[[Outcome[T]], None],
        report: Callable[..., None] | None = None,
    ) -> Ticket:
        """Remember the work; nothing happens yet."""
        ticket = Ticket()

        def carry_out() -> None:
            def tell(step: object) -> None:
                if ticket.live and report is not None:
                    report(step)

            outcome = outcome_of(work, tell if report is not None else None)
            if ticket.live:
                deliver(outcome)

        self._waiting.append(carry_out)
        return ticket

    def step(self) -> None:
        """Carry out the oldest piece of work."""
        self._waiting.pop(0)()

    def drain(self) -> None:
        """Carry out everything, also what the answers ask for in their turn."""
        while self._waiting:
            self.step()
