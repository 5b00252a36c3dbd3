"""A real station, lanes by hand, and a guide that remembers where it was told to go."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.services.access.accounts import AccountCard
from desktop.views.kiosk.parts import KioskGuide, KioskParts
from desktop.views.kiosk.scene import KioskScene
from desktop.views.kiosk.visit import Visit
from tests.unit.services.rows import LEASE
from tests.views.kiosk.kit import Hall, hall


class Companion:
    """A guide without a window."""

    def __init__(self) -> None:
        self.visit = Visit()
        self.language = "fr"
        self.places: list[str] = []
        self.finished = 0
        self.awake = False
        self.errors: list[BaseException] = []

    def go(self, place: str) -> None:
        self.places.append(place)

    def finish(self) -> None:
        self.finished += 1

    def stay_awake(self, awake: bool) -> None:
        self.awake = awake

    def report(self, error: BaseException) -> None:
        self.errors.append(error)


class Screen:
    """Remembers every state it was shown."""

    def __init__(self) -> None:
        self.states: list[Any] = []

    def show_state(self, state: Any) -> None:
        self.states.append(state)


Opened = Callable[[Callable[[KioskParts, KioskGuide], KioskScene[Any]]], Any]


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Hall]:
    """A kiosk with a network, so it believes."""
    with hall(tmp_path) as built:
        yield built


@pytest.fixture
def guide() -> Companion:
    """Nobody is signed in."""
    return Companion()


@pytest.fixture
def visitor(guide: Companion, kiosk: Hall) -> Companion:
    """Diane EL AMRANI is signed in."""
    kiosk.parts.photos.begin()
    guide.visit.account = AccountCard(LEASE, "L000001", "Diane", "EL AMRANI", "MME", "fr")
    return guide


@pytest.fixture
def opened(kiosk: Hall, guide: Companion) -> Opened:
    """Makes a presenter, shows it a screen, opens it and lets it read."""

    def open_it(presenter: Callable[[KioskParts, KioskGuide], KioskScene[Any]]) -> KioskScene[Any]:
        scene = presenter(kiosk.parts, guide)
        scene.attach(Screen())
        scene.open()
        kiosk.settle()
        return scene

    return open_it
