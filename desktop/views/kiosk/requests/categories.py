"""The kinds of request: their words and icons. The promise of days is the services'."""

from typing import Final

from PySide6.QtCore import QObject

ICONS: Final = {
    "plumbing": "water",
    "heating": "heating",
    "electricity": "bolt",
    "doors_windows": "window",
    "lift": "lift",
    "common_areas": "stairs",
    "pests": "pest",
    "nuisance": "speaker",
    "other": "message",
}


class Categories(QObject):
    """Turns the services' codes into words."""

    def name(self, category: str) -> str:
        """What the tile says; a category this version does not know is « other »."""
        names = {
            "plumbing": self.tr("Water, leak, drain"),
            "heating": self.tr("Heating, hot water"),
            "electricity": self.tr("Electricity"),
            "doors_windows": self.tr("Door, window, shutter"),
            "lift": self.tr("Lift"),
            "common_areas": self.tr("Stairs, hall, outside"),
            "pests": self.tr("Insects, rats"),
            "nuisance": self.tr("Noise, neighbours"),
        }
        return names.get(category, self.tr("Something else"))

    def state(self, state: str) -> str:
        """How a request stands."""
        names = {
            "open": self.tr("Sent"),
            "answered": self.tr("Answered"),
            "closed": self.tr("Closed"),
        }
        return names.get(state, state)

    def step(self, kind: str) -> str:
        """A step of its timeline."""
        names = {
            "opened": self.tr("You sent this request"),
            "answered": self.tr("The agency answered"),
            "closed": self.tr("The agency answered and closed it"),
            "reopened": self.tr("The request was opened again"),
        }
        return names.get(kind, kind)


def icon_of(category: str) -> str:
    """The icon of a category."""
    return ICONS.get(category, ICONS["other"])
