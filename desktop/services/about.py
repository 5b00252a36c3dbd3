"""What a command is about, so that permission, lists and people speak of the same lease."""

from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy.orm import Session


class Subject(NamedTuple):
    """`lease_id` is empty where it speaks of no lease, or of none that can be found.

    `amount_cents` and `means` (cash, cheque, card) where it speaks of money; `found` is False when it names
    something that is not here; `device_id`: the only station that may speak of it, if one alone may;
    `agency_id`: whose it is, where that is no matter of a lease.
    """

    lease_id: str = ""
    amount_cents: int | None = None
    means: str = ""
    found: bool = True
    device_id: str = ""
    agency_id: str = ""


About = Callable[[Session, Any], Subject]
"""Finds the subject of a command among the rows that are here."""


def its_lease(_session: Session, command: Any) -> Subject:
    """Of a command that names its lease in `lease_id`."""
    return Subject(command.lease_id)


def no_lease(_session: Session, _command: Any) -> Subject:
    """Of a command that must not be tied to a lease, or that only names what somebody typed."""
    return Subject()
