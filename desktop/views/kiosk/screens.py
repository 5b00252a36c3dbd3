"""What a screen of the kiosk says of itself in its folder, and all of them together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.views.common.screen import Screen, Words, screens
from desktop.views.kiosk.parts import KioskGuide, KioskParts
from desktop.views.kiosk.scene import KioskScene


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """How the home screen leads to a screen: the lower `order` comes first; `hint` is the line below."""

    order: int
    icon: str
    words: Words
    hint: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskScreen(Screen[Callable[[KioskParts, KioskGuide], KioskScene[Any]]]):
    """`private`: somebody must be signed in; `help`: what « Aide » says of it, beyond what it always says.

    `ends_by_itself`: it counts down, so nobody is asked whether they are still there.
    """

    private: bool
    tile: Tile | None
    help: Words | None
    ends_by_itself: bool = False


@cache
def kiosk_screens() -> Mapping[str, KioskScreen]:
    """Every screen of the kiosk by its place; loaded when first asked for."""
    return screens("desktop.views.kiosk", KioskScreen)


def tiles() -> dict[str, Tile]:
    """The tiles of the home screen in their order, by the places they lead to."""
    found = [(place, screen.tile) for place, screen in kiosk_screens().items() if screen.tile is not None]
    return dict(sorted(found, key=lambda entry: entry[1].order))
