"""What every presenter of the counter shares: one may go back, save while money hangs in the air."""

from typing import TypeVar

from desktop.views.common.scene import Scene
from desktop.views.common.trouble import Trouble
from desktop.views.counter.parts import CounterGuide, CounterParts

State = TypeVar("State")


class CounterScene(Scene[CounterParts, CounterGuide, State]):
    """A presenter of the counter, without its decisions."""

    @property
    def busy(self) -> bool:
        """Whether leaving now would leave the person without an answer about money."""
        return False

    def back_pressed(self) -> None:
        """The person wants to leave this screen."""
        if not self.busy:
            self._guide.back()

    def fail(self, trouble: Trouble) -> None:
        """Say what went wrong, where nothing else is to be done about it."""
        self.show(trouble=trouble)
