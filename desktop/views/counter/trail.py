"""The way through the screens: each keeps its state while one looks deeper, and forgets it when left."""

from collections.abc import Callable, Collection
from typing import Any, Final

from desktop.views.counter.scene import CounterScene
from desktop.views.counter.shift import Stop

FIRST: Final = "search"


class Trail:
    """The search is always the first step; `make` builds the presenter of a stop.

    `ways`: the places that the top bar leads to; the others are reached from a lease.
    """

    def __init__(self, make: Callable[[Stop], CounterScene[Any]], ways: Collection[str]) -> None:
        self.make = make
        self._ways = ways
        self._steps: list[tuple[Stop, CounterScene[Any]]] = []

    @property
    def top(self) -> CounterScene[Any] | None:
        """The presenter of the screen one is on."""
        return self._steps[-1][1] if self._steps else None

    @property
    def stop(self) -> Stop | None:
        """The screen one is on."""
        return self._steps[-1][0] if self._steps else None

    @property
    def place(self) -> str:
        """Which way of the top bar led here."""
        led = [stop.place for stop, _scene in self._steps if stop.place in self._ways]
        return led[-1] if led else FIRST

    def go(self, stop: Stop) -> bool:
        """Move there; False when one is there already."""
        if stop == self.stop:
            return False
        if self.top is not None:
            self.top.detach()
        if stop.place in self._ways and not stop.subject:
            self._back_to(1 if self._steps else 0)
        if stop.place == FIRST and self._steps:
            self._steps[-1][1].refresh()
            return True
        scene = self.make(stop)
        self._steps.append((stop, scene))
        scene.open()
        return True

    def back(self) -> bool:
        """Leave this screen; False on the first."""
        if len(self._steps) <= 1:
            return False
        self._back_to(len(self._steps) - 1)
        return True

    def clear(self) -> None:
        """Forget every step."""
        self._back_to(0)

    def _back_to(self, length: int) -> None:
        while len(self._steps) > length:
            self._steps.pop()[1].close()
