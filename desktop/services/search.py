"""Finds a lease as one types: by name, contract number, phone or address."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the list. `names`: `EL AMRANI Diane`, the holder first; `address` on one line."""

    lease_id: str
    names: tuple[str, ...]
    address: str
    phone: str
    balance_cents: int
    ends_on: date | None


def create(session: Session) -> None:
    """Makes the search table; only a counter's cache has one."""
    raise NotImplementedError


def rebuild(session: Session) -> None:
    """Fills the search table anew from all leases."""
    raise NotImplementedError


def reindex(session: Session, lease_ids: Iterable[str]) -> None:
    """Refreshes these leases in the search table; a lease that is gone leaves it."""
    raise NotImplementedError


def search(session: Session, text: str, limit: int = 20) -> list[Found]:
    """The leases in which every word of `text` begins some word, best match first; [] for an empty text."""
    raise NotImplementedError
