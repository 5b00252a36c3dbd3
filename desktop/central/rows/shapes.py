"""What each kind of station may hold, as the entities say: their tables, the rows and columns that travel."""

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import Final

import msgspec

from desktop.errors import NotAllowed
from desktop.models.belonging import EVERY_ROW, Belonging, HeldRows, RowOwner, Urgency, Whose
from desktop.models.everything import synced_entities, synced_tables
from desktop.rules.station_kind import StationKind

_ACTIVATED: Final = "(SELECT id FROM tenant_account)"
_LEASES: Final = f"FROM lease WHERE id IN {_ACTIVATED}"
_OF_ACTIVATED: Final = {
    Whose.LEASE: f"{{column}} IN {_ACTIVATED}",
    Whose.PERSON: f"({{column}}, scope) IN (SELECT holder_id, scope {_LEASES}"
    f" UNION SELECT co_holder_id, scope {_LEASES})",
    Whose.DWELLING: f"{{column}} IN (SELECT dwelling_id {_LEASES})",
}
"""The rows of the files of tenants with an activated account, by whose rows they are."""


@dataclass(frozen=True, slots=True)
class Part:
    """One table of a shape. `only`: an SQL condition on its rows; `hidden`: columns that stay at central."""

    table: str
    only: str = ""
    hidden: frozenset[str] = frozenset()
    urgency: Urgency = Urgency.FIRST

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that travel, in the table's order."""
        return tuple(
            column.name for column in synced_tables()[self.table].c if column.name not in self.hidden
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """All that one kind of station receives; `name` changes whenever its tables, columns or rows do.

    A station with a cursor of another name is told to bootstrap, and serves what it has meanwhile.
    """

    name: str
    parts: tuple[Part, ...]


@cache
def shape_of(kind: str) -> Shape:
    """The shape of a kind of station. Raises NotAllowed for a kind that receives nothing."""
    try:
        known = StationKind(kind)
    except ValueError:
        raise NotAllowed("device_kind_unknown", kind=kind) from None
    parts = tuple(
        _part(table, entity.belonging, held)
        for table, entity in synced_entities().items()
        if (held := entity.belonging.held(known)) is not None
    )
    content = msgspec.msgpack.encode([(part.table, part.columns, part.only) for part in parts])
    return Shape(f"{kind}.{hashlib.sha256(content).hexdigest()[:12]}", parts)


def _part(table: str, belonging: Belonging, held: HeldRows) -> Part:
    rows = _rows(held.kind, belonging.owner) if held.rows is None else held.rows
    return Part(table, rows, held.hidden, belonging.urgency)


def _rows(kind: StationKind, owner: RowOwner) -> str:
    """A kiosk holds only the files of tenants with an activated account."""
    if kind is StationKind.KIOSK and owner.whose in _OF_ACTIVATED:
        return _OF_ACTIVATED[owner.whose].format(column=owner.column)
    return EVERY_ROW
