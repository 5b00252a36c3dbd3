"""Waits for the person in front of the simulated terminal, as long as a test or a demonstration wants."""

from threading import Event
from types import TracebackType

from desktop.hardware.simulator.mode import Mode


class Hold:
    """From a request's arrival on, the terminal waits here for a card; leaving the `with` ends it."""

    def __init__(self) -> None:
        self._asked = Event()
        self._decided = Event()
        self._mode: Mode | None = None

    def wait_until_asked(self, seconds: float = 10.0) -> bool:
        """Block until a request is on the terminal's screen; False if none came in time."""
        return self._asked.wait(seconds)

    def present_card(self) -> None:
        """The person presents the card: the terminal does what its mode says."""
        self._decided.set()

    def press_red_button(self) -> None:
        """The person cancels at the terminal, whatever its mode."""
        self._mode = Mode.ABANDON
        self._decided.set()

    def pass_through(self, mode: Mode) -> Mode:
        """The terminal's side: wait for the person, then return what to do."""
        self._asked.set()
        self._decided.wait()
        return self._mode or mode

    def __enter__(self) -> "Hold":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._decided.set()
