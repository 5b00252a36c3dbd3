"""The words in which an entity says whose rows it has, whose data they hold, and which stations hold them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, Flag, IntEnum, auto
from typing import Final

from sqlalchemy import Table

from desktop.rules.station_kind import StationKind


class Whose(Enum):
    """What a row belongs to: where that goes, the row goes; who may see that, may see the row."""

    LEASE = auto()
    PERSON = auto()
    DWELLING = auto()
    AGENCY = auto()
    LANDLORD = auto()


@dataclass(frozen=True, slots=True)
class RowOwner:
    """Whose rows an entity has. `column` holds the owner's id, after one of the words in `before`."""

    whose: Whose
    column: str = ""
    before: tuple[str, ...] = ("",)

    def ids(self, owner: str) -> list[str]:
        """What `column` holds in the rows of the one whose id is `owner`."""
        return [f"{word}{owner}" for word in self.before]

    def rows_of(self, owner: str) -> str:
        """The SQL condition of the rows of one owner, `owner` being SQL for the id."""
        ids = (f"'{word}' || {owner}" if word else owner for word in self.before)
        return f"{self.column} IN ({', '.join(ids)})"


LEASE_BY_LEASE_ID: Final = RowOwner(Whose.LEASE, "lease_id")
LEASE_BY_ID: Final = RowOwner(Whose.LEASE, "id")
"""The row's own id is the number of the lease."""

PERSON: Final = RowOwner(Whose.PERSON, "id")
DWELLING: Final = RowOwner(Whose.DWELLING, "id")
AGENCY: Final = RowOwner(Whose.AGENCY)
LANDLORD: Final = RowOwner(Whose.LANDLORD)


class Personal(Flag):
    """Whose personal data stand in a row."""

    NOBODY = 0
    TENANT = auto()
    STAFF = auto()


FOR_EVER: Final = ""
"""Instead of a parameter's key: how long rows are kept that say nothing of anybody."""


class Urgency(IntEnum):
    """When an entity's rows come in a bootstrap."""

    FIRST = 0
    """Nobody can be served without."""

    SOON = 1
    LATER = 2
    LAST = 3
    """Newest year first; the rows say theirs in `period` (`2026-11`)."""


EVERY_ROW: Final = ""


@dataclass(frozen=True, slots=True)
class HeldRows:
    """That stations of one kind hold rows of an entity.

    `rows`: the SQL condition of those they hold; None for what this kind of station holds of any owner.
    `hidden`: the columns that stay at central.
    """

    kind: StationKind
    rows: str | None = None
    hidden: frozenset[str] = frozenset()


def counters(rows: str | None = None, hidden: Iterable[str] = ()) -> HeldRows:
    """A counter holds all of its agency unless `rows` says otherwise."""
    return HeldRows(StationKind.COUNTER, rows, frozenset(hidden))


def kiosks(rows: str | None = None, hidden: Iterable[str] = ()) -> HeldRows:
    """A kiosk holds the files of the leases with an activated account unless `rows` says otherwise."""
    return HeldRows(StationKind.KIOSK, rows, frozenset(hidden))


def boards(rows: str | None = None, hidden: Iterable[str] = ()) -> HeldRows:
    """Everybody in the waiting room reads what is on a board: it holds nothing of anybody's file."""
    return HeldRows(StationKind.BOARD, rows, frozenset(hidden))


@dataclass(frozen=True, slots=True)
class NoStation:
    """That no station holds an entity, and why, as a sentence."""

    why: str


@dataclass(frozen=True, slots=True)
class Belonging:
    """All that an entity says of itself. `kept` is the key of a dated parameter, or FOR_EVER.

    `append_only`: at central its rows are neither changed nor deleted, except by the rule that `kept` names.
    """

    owner: RowOwner
    personal: Personal
    kept: str
    held_by: tuple[HeldRows, ...] | NoStation
    urgency: Urgency
    append_only: bool = False

    def held(self, kind: StationKind) -> HeldRows | None:
        """What stations of a kind hold of it."""
        if isinstance(self.held_by, NoStation):
            return None
        return next((each for each in self.held_by if each.kind is kind), None)

    def objections(self, table: Table) -> list[str]:
        """What cannot be so, in sentences that say what to write instead."""
        return [sentence for wrong, sentence in (*self._of_rows(table), *self._of_holders(table)) if wrong]

    def _of_rows(self, table: Table) -> Iterable[tuple[bool, str]]:
        column = self.owner.column
        yield bool(column) and column not in table.c, f"its owner stands in a column {column}: add it"
        yield (
            "lease_id" in table.c and self.owner != LEASE_BY_LEASE_ID,
            "its rows name their lease in lease_id: write owner=LEASE_BY_LEASE_ID",
        )
        yield (
            bool(self.personal) and self.kept == FOR_EVER,
            "it holds personal data: write kept=the key of a parameter that says how long",
        )
        yield (
            self.urgency is Urgency.LAST and "period" not in table.c,
            "it has no period to come by, newest first: write urgency=Urgency.LATER",
        )

    def _of_holders(self, table: Table) -> Iterable[tuple[bool, str]]:
        if isinstance(self.held_by, NoStation):
            yield not self.held_by.why.endswith("."), "no station holds it: say why, as a sentence"
            return
        yield not self.held_by, "no station holds it: write held_by=NoStation(why, as a sentence)"
        for held in self.held_by:
            for name in sorted(held.hidden):
                kept = table.c.get(name)
                yield (
                    kept is None or not kept.nullable,
                    f"{name} is hidden from the {held.kind}, where it is NULL: make it a nullable column",
                )
            yield (
                held.kind is StationKind.BOARD and bool(self.personal),
                "it holds personal data: no board may hold it",
            )
