"""Where the columns of a kind of file stand in tonight's file, and how a line becomes values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.central.importers.encoding import FileRefused
from desktop.central.importers.lines import LONGEST_LINE, cells_of
from desktop.central.importers.values import BadValue, Reader

Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class FileColumn:
    """A column that must be there. What a `secret` one holds never appears in a report."""

    name: str
    read: Reader
    secret: bool = False


class Layout:
    """The header of tonight's file, matched with the columns its kind must have; others are ignored."""

    def __init__(self, columns: Sequence[FileColumn], header: str, *, clean: bool) -> None:
        """Raises FileRefused: header_unreadable, column_missing, column_doubled."""
        try:
            names = [cell.strip().casefold() for cell in cells_of(header, clean=clean)]
        except BadValue as bad:
            raise FileRefused("header_unreadable", reason=bad.code) from None
        wanted = {column.name.casefold(): column.name for column in columns}
        if missing := [name for folded, name in wanted.items() if folded not in names]:
            raise FileRefused("column_missing", columns=", ".join(missing))
        if doubled := [name for folded, name in wanted.items() if names.count(folded) > 1]:
            raise FileRefused("column_doubled", columns=", ".join(doubled))
        self.columns = tuple(columns)
        self.ignored = tuple(name for name in names if name not in wanted)
        self._width = len(names)
        self._plan = [(names.index(column.name.casefold()), column.read) for column in columns]

    def values(self, line: str, *, clean: bool) -> Values:
        """The values of one line, in the order of `columns`.

        Raises BadValue, which then names the column, or none if the line as a whole is wrong.
        """
        cells = cells_of(line, clean=clean)
        if len(cells) != self._width:
            code = "too_few_columns" if len(cells) < self._width else "too_many_columns"
            raise BadValue(code, value=line, found=len(cells), expected=self._width)
        try:
            return tuple([read(cells[place].strip()) for place, read in self._plan])
        except BadValue:
            self._blame(cells)
            raise

    def swiftly(self, lines: list[str]) -> list[Values] | None:
        """The values of many clean lines; None when one of them needs a closer look, by `values`."""
        if any('"' in line or len(line) > LONGEST_LINE for line in lines):
            return None
        rows = [line.split(";") for line in lines]
        if {*map(len, rows)} != {self._width}:
            return None
        cells = list(zip(*rows, strict=True))
        try:
            return list(
                zip(*[map(read, map(str.strip, cells[place])) for place, read in self._plan], strict=True)
            )
        except BadValue:
            return None

    def place_of(self, name: str) -> int:
        """Where the column `name` stands in a line of the file."""
        return next(place for column, (place, _) in self._pairs() if column.name == name)

    def cell(self, line: str, name: str) -> str:
        """What stands in the column `name` of a line that was read."""
        return cells_of(line, clean=True)[self.place_of(name)].strip()

    def _pairs(self) -> "zip[tuple[FileColumn, tuple[int, Reader]]]":
        return zip(self.columns, self._plan, strict=True)

    def _blame(self, cells: list[str]) -> None:
        """Reads again with names, so that the fast path above needs none."""
        for column, (place, read) in self._pairs():
            try:
                read(cells[place].strip())
            except BadValue as bad:
                raise BadValue(bad.code, column.name, cells[place].strip(), **bad.facts) from None
