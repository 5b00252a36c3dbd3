"""What every presenter of the kiosk shares."""

from typing import TypeVar

from desktop.views.common.scene import Scene
from desktop.views.kiosk.parts import KioskGuide, KioskParts

State = TypeVar("State")


class KioskScene(Scene[KioskParts, KioskGuide, State]):
    """A presenter of the kiosk, without its decisions."""

    def back_pressed(self) -> None:
        """Home, where a screen has no step of its own to go back to."""
        self._guide.go("home")
