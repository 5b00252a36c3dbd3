"""Reads who the landlord is, and the legal amounts that ship with the program."""

from pathlib import Path

import msgspec

from desktop.config import RESOURCES
from desktop.errors import Invalid
from desktop.models.landlord import Landlord
from desktop.rules.parameters import Parameter, read_parameters


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
    """The landlord described in a TOML file. Raises Invalid, naming what is wrong, when it is not one."""
    try:
        described = msgspec.toml.decode(path.read_bytes(), type=_Described)
    except (OSError, msgspec.DecodeError) as error:
        raise Invalid("landlord", "landlord_unreadable", path=str(path), reason=str(error)) from error
    return Landlord(id="landlord", **msgspec.structs.asdict(described))


def read_house_parameters() -> tuple[Parameter, ...]:
    """The dated amounts in `resources/parameters.toml`."""
    return read_parameters((RESOURCES / "parameters.toml").read_text(encoding="utf-8"))
