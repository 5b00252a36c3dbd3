"""Legal and house amounts, read from where they are stored."""

from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desktop.models.parameter import ParameterRow
from desktop.rules import parameters

_ROW = ParameterRow.__table__.c
_VALUES = select(_ROW.key, _ROW.valid_from, _ROW.value, _ROW.source).where(_ROW.key == bindparam("key"))


def in_force(session: Session, key: str, day: date) -> int:
    """The value of `key` (its unit is in its name) on that day. Raises Refused("parameter_missing")."""
    return parameters.in_force(known_parameters(session, key), key, day)


def known_parameters(session: Session, key: str) -> tuple[parameters.Parameter, ...]:
    """All values that `key` has, had or will have."""
    found = session.connection().execute(_VALUES, {"key": key})
    return tuple(parameters.Parameter(*each) for each in found)
