"""What a screen of the counter says of itself in its folder, and all of them together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from desktop.sync.standing import SyncStatus
from desktop.views.common.screen import Screen, Words, screens
from desktop.views.counter.parts import CounterGuide, CounterParts
from desktop.views.counter.scene import CounterScene


@dataclass(frozen=True, slots=True, kw_only=True)
class TopWay:
    """How the top bar leads to a screen: the lower `order` comes first, `key` opens it.

    `count`: how many things wait there, said beside the words, with a warning while there are any.
    """

    order: int
    key: str
    icon: str
    words: Words
    count: Callable[[SyncStatus], int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaseWay:
    """How the file of a lease leads to a screen about it: a button with its key in the heading.

    The lower `order` comes first; the `primary` one is what most people come for.
    """

    order: int
    key: str
    icon: str
    words: Words
    primary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperName:
    """What people call a paper, `what` being what `Printing` is told; `again`: when it says DUPLICATA."""

    what: str
    first: Words
    again: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterScreen(Screen[Callable[..., CounterScene[Any]]]):
    """`about`: the word of what it needs told to open, `lease` or `request`; empty when nothing.

    A screen without a `way` is reached from another one, and leads back there. `papers`: those it prints that
    no other screen has named.
    """

    about: str
    way: TopWay | LeaseWay | None
    papers: tuple[PaperName, ...] = ()

    def scene(self, parts: CounterParts, guide: CounterGuide, subject: str) -> CounterScene[Any]:
        """A new presenter, told what it is about where it wants to know."""
        return self.presenter(parts, guide, subject) if self.about else self.presenter(parts, guide)


AWay = TypeVar("AWay", TopWay, LeaseWay)


@cache
def counter_screens() -> Mapping[str, CounterScreen]:
    """Every screen of the counter by its place; loaded when first asked for."""
    return screens("desktop.views.counter", CounterScreen)


def ways() -> dict[str, TopWay]:
    """The ways of the top bar in their order, by the places they lead to."""
    return _ordered(TopWay)


def lease_ways() -> dict[str, LeaseWay]:
    """The ways out of the file of a lease in their order, by the places they lead to."""
    return _ordered(LeaseWay)


def paper_names() -> dict[str, PaperName]:
    """What each paper of the counter is called."""
    return {each.what: each for screen in counter_screens().values() for each in screen.papers}


def _ordered(kind: type[AWay]) -> dict[str, AWay]:
    found = [(place, each.way) for place, each in counter_screens().items() if isinstance(each.way, kind)]
    return dict(sorted(found, key=lambda entry: entry[1].order))
