"""Where something does not work: what the landlord's staff will read, always in their language."""

from typing import Final

PLACES: Final = {
    "kitchen": "Cuisine",
    "bathroom": "Salle de bain",
    "toilet": "Toilettes",
    "living_room": "Séjour",
    "bedroom": "Chambre",
    "entrance": "Entrée, couloir",
    "cellar": "Cave, garage",
    "common": "Parties communes",
    "outside": "Extérieur",
}
"""What is kept, by the code of the tile: it is read at the counter, whatever language the tenant chose."""

ICONS: Final = {
    "kitchen": "flag",
    "bathroom": "water",
    "toilet": "water",
    "living_room": "home",
    "bedroom": "home",
    "entrance": "door",
    "cellar": "key",
    "common": "stairs",
    "outside": "leaf",
}
