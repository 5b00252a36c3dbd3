"""A dwelling's address as people write it."""

from desktop.models.dwelling import Dwelling


def street_line(dwelling: Dwelling) -> str:
    """`133 chemin des Dunes`."""
    return " ".join(filter(None, (dwelling.street_number, dwelling.street_type, dwelling.street_name)))


def town_line(dwelling: Dwelling) -> str:
    """`62280 Saint-Martin-Boulogne`."""
    return f"{dwelling.postal_code} {dwelling.city}".strip()


def address_lines(dwelling: Dwelling) -> tuple[str, ...]:
    """Street, then town."""
    return (street_line(dwelling), town_line(dwelling))


def postal_lines(dwelling: Dwelling) -> tuple[str, ...]:
    """What an envelope needs, in the order of French addresses (NF Z10-011): the door before the street."""
    inside = (
        ("Bât. ", dwelling.building),
        ("Esc. ", dwelling.staircase),
        ("Étage ", dwelling.floor),
        ("Appt ", dwelling.door),
    )
    door = " - ".join(f"{word}{place}" for word, place in inside if place)
    return tuple(filter(None, (door, *address_lines(dwelling))))
