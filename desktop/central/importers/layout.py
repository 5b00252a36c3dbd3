"""Where the columns of a kind of file stand in tonight's file, and how a line becomes values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from desktop.central.importers.encoding import FileRefused
from desktop.central.importers.lines import INVISIBLE, LONGEST_LINE, UNREADABLE, cells_of
from desktop.central.importers.values import BadValue, Reader

Values = tuple[Any, ...]

_SAMPLE: Final = 100

ESSENTIAL: Final = object()
"""Of a cell without which its line means nothing."""


@dataclass(frozen=True, slots=True)
class FileColumn:
    """A column that must be there. What a `secret` one holds never appears in a report.

    With an `instead` no line is lost for a cell that cannot be read: it is told, and `instead` stands for it.
    """

    name: str
    read: Reader
    secret: bool = False
    instead: Any = ESSENTIAL


class Layout:
    """The header of tonight's file, matched with the columns its kind must have; others are ignored."""

    def __init__(self, columns: Sequence[FileColumn], lines: Sequence[str], *, exact: bool = False) -> None:
        """`lines` are the first ones of the file. Where they all end with a separator too many, it is none.

        A single line that ends so is taken if the rest of it is good, but not where it must be `exact`: a
        separator too many within would turn a debit into a credit.
        Raises FileRefused: header_unreadable, column_missing, column_doubled.
        """
        header = lines[0]
        try:
            names = [_visible(str)(INVISIBLE.sub("", cell)).strip().casefold() for cell in cells_of(header)]
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
        self._exact = exact
        below = [line for line in lines[1:_SAMPLE] if line.strip()]
        self._all_spare = all(line.count(";") == len(names) and line.endswith(";") for line in below)
        self._plan = [(names.index(column.name.casefold()), column.read) for column in columns]

    def values(self, line: str, doubts: list[BadValue]) -> Values:
        """The values of one line, in the order of `columns`; `doubts` gets the cells that are left out.

        Raises BadValue, which then names the column, or none if the line as a whole is wrong.
        """
        cells = cells_of(line)
        spare = len(cells) == self._width + 1 and not cells[-1].strip()
        if len(cells) != self._width and not (spare and (self._all_spare or not self._exact)):
            raise self._miscounted(line, cells)
        swift = self._swift_values(line, cells)
        if swift is not None:
            return swift
        known = len(doubts)
        read = tuple([self._value(column, cells[place], doubts) for column, (place, _) in self._pairs()])
        if spare and not self._all_spare and len(doubts) > known:
            raise self._miscounted(line, cells)
        return read

    def _swift_values(self, line: str, cells: list[str]) -> Values | None:
        try:
            if UNREADABLE.search(line) is None:
                return tuple([read(cells[place].strip()) for place, read in self._plan])
        except BadValue:
            pass
        return None

    def _miscounted(self, line: str, cells: list[str]) -> BadValue:
        code = "too_few_columns" if len(cells) < self._width else "too_many_columns"
        return BadValue(code, value=line, found=len(cells), expected=self._width)

    def lacks(self, line: str) -> int | None:
        """How many cells a line has too few, below zero too many; None where nobody can tell."""
        try:
            return self._width - len(cells_of(line))
        except BadValue:
            return None

    @staticmethod
    def _value(column: FileColumn, cell: str, doubts: list[BadValue]) -> Any:
        cell = cell.strip()
        try:
            return _visible(column.read)(cell)
        except BadValue as bad:
            named = BadValue(bad.code, column.name, cell, **bad.facts)
            if column.instead is ESSENTIAL:
                raise named from None
            doubts.append(named)
            return column.instead

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
        return cells_of(line)[self.place_of(name)].strip()

    def _pairs(self) -> "zip[tuple[FileColumn, tuple[int, Reader]]]":
        return zip(self.columns, self._plan, strict=True)


def _visible(read: Reader) -> Reader:
    """The same reader of a cell that may hold a control character. Raises control_character."""

    def closely(cell: str) -> Any:
        if found := UNREADABLE.search(cell):
            raise BadValue("control_character", character=f"U+{ord(found[0]):04X}")
        return read(cell)

    return closely
