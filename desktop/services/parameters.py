"""Legal and house amounts, read from where they are stored."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.parameter import ParameterRow
from desktop.rules import parameters


def in_force(session: Session, key: str, day: date) -> int:
    """The value of `key` (its unit is in its name) on that day. Raises Refused("parameter_missing")."""
    rows = session.scalars(select(ParameterRow).where(ParameterRow.key == key))
    known = (parameters.Parameter(row.key, row.valid_from, row.value, row.source) for row in rows)
    return parameters.in_force(known, key, day)
