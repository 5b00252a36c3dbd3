"""Places in the person's language."""

from PySide6.QtCore import QObject

from desktop.views.kiosk.requests.places import PLACES


class PlaceWords(QObject):
    """Turns codes, and what was kept in the landlord's language, into words."""

    def name(self, place: str) -> str:
        """What the tile of a code says."""
        names = {
            "kitchen": self.tr("Kitchen"),
            "bathroom": self.tr("Bathroom"),
            "toilet": self.tr("Toilet"),
            "living_room": self.tr("Living room"),
            "bedroom": self.tr("Bedroom"),
            "entrance": self.tr("Entrance, corridor"),
            "cellar": self.tr("Cellar, garage"),
            "common": self.tr("Stairs, hall"),
            "outside": self.tr("Outside"),
        }
        return names.get(place, place)

    def kept(self, words: str) -> str:
        """What was kept, in the language of the screen if it came from a tile; else as it was written."""
        return next((self.name(code) for code, kept in PLACES.items() if kept == words), words)
