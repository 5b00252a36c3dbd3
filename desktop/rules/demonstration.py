"""The landlord of the demonstration: what is printed in its name is worth nothing, and says so."""

from typing import Final

SIREN: Final = "276200007"
"""No company's: its last digit is wrong. 0.1.0 gave it to every central that named no landlord."""

MARK: Final = "DÉMONSTRATION — sans valeur"


def is_demonstration(siren: str) -> bool:
    """Whether the landlord with this SIREN is an invention, however its digits are spaced."""
    return "".join(siren.split()) == SIREN
