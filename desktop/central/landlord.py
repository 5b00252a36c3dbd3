"""Reads who the landlord is, and the legal amounts that ship with the program."""

from pathlib import Path
from typing import Final

import msgspec
from stdnum.fr import siren as siren_rule

from desktop.config import RESOURCES
from desktop.errors import Invalid, Refused
from desktop.models.landlord import Landlord
from desktop.rules.demonstration import is_demonstration
from desktop.rules.parameters import Parameter, read_parameters
from desktop.written import Unreadable, read_toml

DEMONSTRATION: Final = RESOURCES / "demo" / "landlord.toml"
_MAY_BE_EMPTY: Final = frozenset({"legal_form", "phone", "website", "email"})
_EXAMPLE: Final = """\
# The landlord, as all its papers will name it. Fill in what stands between the quotes, then:
#   guichet central init --data FOLDER --landlord {name}
name = ""          # Office public de l'habitat de …
legal_form = ""    # Office public de l'habitat, société anonyme d'HLM …; may stay empty
address = ""       # number and street of the seat
postal_code = ""
city = ""
siren = ""         # nine digits
phone = ""         # may stay empty, as may the next two
website = ""
email = ""
"""


class _Described(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    legal_form: str
    address: str
    postal_code: str
    city: str
    siren: str
    phone: str
    website: str
    email: str


def read_landlord(path: Path) -> Landlord:
    """The landlord described in a TOML file.

    Raises Invalid on "landlord": landlord_unreadable, landlord_incomplete, siren_wrong.
    """
    try:
        described = read_toml(path, _Described)
    except Unreadable as error:
        raise Invalid("landlord", "landlord_unreadable", path=str(path), reason=error.reason) from error
    said = {name: " ".join(text.split()) for name, text in msgspec.structs.asdict(described).items()}
    for name, text in said.items():
        if not text and name not in _MAY_BE_EMPTY:
            raise Invalid("landlord", "landlord_incomplete", path=str(path), what=name)
    if not siren_rule.is_valid(said["siren"]) and not is_demonstration(said["siren"]):
        raise Invalid("landlord", "siren_wrong", siren=said["siren"])
    return Landlord(id="landlord", **said)


def real_landlord(path: Path) -> Landlord:
    """As `read_landlord`. Raises also Refused("landlord_of_demonstration")."""
    landlord = read_landlord(path)
    if is_demonstration(landlord.siren):
        raise Refused("landlord_of_demonstration", path=str(path))
    return landlord


def chosen_landlord(described: Path | None, *, demonstration: bool) -> Landlord:
    """Of the file, or of the demonstration where that is asked for; none is chosen in silence.

    Raises Refused: landlord_wanted, landlord_or_demonstration, and what `real_landlord` refuses.
    """
    if described is not None and demonstration:
        raise Refused("landlord_or_demonstration")
    if demonstration:
        return read_landlord(DEMONSTRATION)
    if described is None:
        raise Refused("landlord_wanted")
    return real_landlord(described)


def write_example(path: Path) -> None:
    """A file to fill in. Raises Refused("file_there")."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(_EXAMPLE.format(name=path))
    except FileExistsError as error:
        raise Refused("file_there", file=str(path)) from error


def read_house_parameters() -> tuple[Parameter, ...]:
    """The dated amounts in `resources/parameters.toml`."""
    return read_parameters((RESOURCES / "parameters.toml").read_text(encoding="utf-8"))
