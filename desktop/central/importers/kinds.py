"""What every kind of ERP file says about itself."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from sqlalchemy import Connection

from desktop.central.importers.layout import FileColumn, Values
from desktop.central.importers.lookup import lookup
from desktop.central.importers.values import BadValue


class Record(NamedTuple):
    """A line whose cells are all readable, its values in the order of the kind's columns."""

    line: int
    values: Values


class Placed(NamedTuple):
    """A row ready to be stored: its scope, and its values in the order of the target's `stored` columns."""

    line: int
    scope: str
    row: Values


@dataclass(frozen=True, slots=True)
class Target:
    """Where rows go. `stored` begins with `id`.

    A `remembered` row is written again only when the ERP's line is another than last time. A row that
    `follows` keeps the scope it has: `following` moves it, with all that hangs on it, after a file that
    `leads`. A file that only ever adds facts is not read again while its content `stands`. A row is in the
    scope of the row whose table and place it names as `beside`. Rows with the same value at the place
    `together` go in at once. A row in `several` scopes says the same in each of them. Rows that `add_up`
    are believed together or not at all: a line that cannot be read makes its lease's sum unsure.
    """

    table: str
    stored: tuple[str, ...]
    remembered: bool = False
    follows: bool = False
    leads: bool = False
    stands: bool = False
    beside: tuple[str, int] | None = None
    together: int = 0
    several: bool = False
    add_up: bool = False


@dataclass(frozen=True, slots=True)
class Remarks:
    """Where a kind says what is wrong with a line (`reject`) or doubtful about one that is taken (`warn`)."""

    reject: Callable[[int, BadValue], None]
    warn: Callable[[int, BadValue], None]


@dataclass(frozen=True, slots=True)
class Batch:
    """Some readable lines, the database to look things up in, and where to complain."""

    connection: Connection
    records: list[Record]
    remarks: Remarks

    def scopes(self, table: str, *places: int) -> dict[str, str]:
        """The scopes of the rows of `table` that the values at `places` name, by id, if known."""
        ids = {name for record in self.records for place in places if (name := record.values[place])}
        rows = lookup(self.connection, table, ("id", "scope"), ids)
        return {id_: scope for id_, scope in rows.values()}


class FileKind(ABC):
    """One of the six files: its columns, its checks, its references, its rows."""

    name: ClassVar[str]
    columns: ClassVar[tuple[FileColumn, ...]]
    target: ClassVar[Target]
    weighty: ClassVar[frozenset[str]] = frozenset()
    """The columns of which a guess is good enough for a sum, but for no proof."""

    def clean(self, values: Values, doubts: list[BadValue]) -> Values:  # noqa: ARG002
        """The values of a line that was looked at closely; what `doubts` says is missing may be put in.

        Raises BadValue when too much is missing.
        """
        return values

    def check(self, values: Values) -> None:  # noqa: B027
        """Raises BadValue when values that are good each by itself cannot be true together."""

    @abstractmethod
    def place(self, batch: Batch) -> list[Placed]:
        """The rows of a batch; rejects those that refer to nothing."""

    def weigh(self, stored: Values, offered: Placed, remarks: Remarks) -> Values | None:  # noqa: ARG002
        """The row to keep when the stored one differs: the offered one, or None to leave what is stored.

        Raises BadValue when the line must be rejected. The ERP is right, unless a kind says otherwise.
        """
        return offered.row
