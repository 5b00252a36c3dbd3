"""Legal and house amounts as an administrator sees and sets them: from a day on, with their source."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from desktop.central.administration import write_down
from desktop.central.database.agency_write import agency_write
from desktop.central.landlord import read_house_parameters
from desktop.central.store import Store, parameter_row
from desktop.errors import Invalid
from desktop.models.entity import GLOBAL_SCOPE
from desktop.models.parameter import ParameterRow
from desktop.rules.parameters import (
    PAYMENTS_EXPORTED,
    SIGN_IN_FREE_ATTEMPTS,
    SIGN_IN_LOCK_AFTER,
    SIGN_IN_MOST_A_DAY,
    Parameter,
)

_BOUNDS = {
    PAYMENTS_EXPORTED: (0, 1),
    SIGN_IN_LOCK_AFTER: (1, 10),
    SIGN_IN_FREE_ATTEMPTS: (0, 4),
    SIGN_IN_MOST_A_DAY: (1, 25),
    "cents": (0, 10_000_000),
    "days": (0, 3_650),
    "hours": (0, 720),
    "minutes": (1, 1_440),
    "seconds": (5, 3_600),
    "months": (1, 240),
    "years": (1, 100),
}
"""Least and most, by a key or by the unit that ends it: beyond them it was a slip of the hand."""

_ANY = (0, 1_000_000)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a parameter. `in_force`: whether it is the one that holds on the day asked about."""

    key: str
    valid_from: date
    value: int
    source: str
    in_force: bool


def listed(store: Store, today: date) -> list[Value]:
    """All values that were, are and will be, by key and day."""
    query = select(ParameterRow).order_by(ParameterRow.key, ParameterRow.valid_from)
    with store.database.read() as session:
        rows = session.scalars(query).all()
    newest = {row.key: row.valid_from for row in rows if row.valid_from <= today}
    return [
        Value(row.key, row.valid_from, row.value, row.source, newest.get(row.key) == row.valid_from)
        for row in rows
    ]


def set_value(store: Store, wanted: Parameter, today: date) -> None:
    """From its day on `wanted` holds; the stations hear of it with their next rows.

    What was before today was judged by what held then, and stays so. Raises Invalid: parameter_unknown,
    parameter_beyond, parameter_past, parameter_without_source.
    """
    _require(wanted, today)
    row = parameter_row(wanted)
    with agency_write(store.database, {GLOBAL_SCOPE}) as work:
        there = work.session.get(ParameterRow, row.id)
        was = f"{there.value} > " if there is not None else ""
        work.session.merge(row)
        said = f"{was}{wanted.value} from {wanted.valid_from}: {row.source}"
        write_down(work, GLOBAL_SCOPE, "parameter_set", wanted.key, said)


def _require(wanted: Parameter, today: date) -> None:
    known = sorted({each.key for each in read_house_parameters()})
    if wanted.key not in known:
        raise Invalid("parameter", "parameter_unknown", key=wanted.key, known=", ".join(known))
    least, most = _BOUNDS.get(wanted.key) or _BOUNDS.get(wanted.key.rpartition("_")[2], _ANY)
    if not least <= wanted.value <= most:
        raise Invalid("parameter", "parameter_beyond", key=wanted.key, least=least, most=most)
    if wanted.valid_from < today:
        raise Invalid("parameter", "parameter_past", key=wanted.key, today=today.isoformat())
    if not wanted.source.strip():
        raise Invalid("parameter", "parameter_without_source", key=wanted.key)
