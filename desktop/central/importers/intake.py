"""Reads one file: lines, checks, references, rows; what is wrong goes to the report, changes to the stage."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from sqlalchemy import Connection

from desktop.central.importers.encoding import FileRefused, Survey
from desktop.central.importers.kinds import Batch, FileKind, Placed, Record, Remarks
from desktop.central.importers.layout import Layout
from desktop.central.importers.lines import LineBlock, blocks
from desktop.central.importers.logical import logical_lines
from desktop.central.importers.lookup import lookup
from desktop.central.importers.remarks import remarks_for
from desktop.central.importers.report import FileReport, FindingTally
from desktop.central.importers.rows import Comparison
from desktop.central.importers.seen import SeenKeys
from desktop.central.importers.unread import RejectedLines, UnreadLeases
from desktop.central.importers.values import BadValue
from desktop.models.database import Database


class Intake:
    """One file on its way to the stage. Nothing is locked, nothing of central is written."""

    def __init__(
        self,
        kind: FileKind,
        database: Database,
        comparison: Comparison,
        rejections: FindingTally,
        warnings: FindingTally,
    ) -> None:
        self._kind = kind
        self._database = database
        self._comparison = comparison
        self._rejections = rejections
        self._rejected_before = self._rejections.count
        self._told = self._remarks = remarks_for(kind, rejections, warnings)
        self._read = 0
        self._guessed: set[int] = set()
        self._lost: RejectedLines | None = None
        if kind.target.add_up:
            self._lost = RejectedLines.begin(database)
            self._remarks = Remarks(self._reject_of_sum, self._remarks.warn)
        self.unread = UnreadLeases()

    def take(self, path: Path, surveyed: Survey, advance: Callable[[int, int], None]) -> FileReport:
        """Reads the whole file; `advance(bytes, lines)` is called after each block.

        Raises FileRefused("file_cut") when the last line does not end as the others do, and if the file turns
        out not to be usable in another way; the caller throws the stage away.
        """
        layout: Layout | None = None
        seen = SeenKeys()
        try:
            for block in blocks(path, surveyed):
                if layout is None:
                    layout = Layout(self._kind.columns, block.lines, exact=self._kind.target.add_up)
                self._take_block(block, layout, seen)
                advance(block.bytes_read, self._read)
        finally:
            seen.close()
        if layout is None:
            raise FileRefused("file_empty")
        if self._lost is not None:
            self.unread = self._lost.leases(self._database, path, surveyed, layout)
        return self._report(layout, surveyed)

    def _reject_of_sum(self, line: int, bad: BadValue) -> None:
        """Rejects it, and remembers that a sum lacks it."""
        if self._lost is not None:
            self._lost.add(line, bad)
        self._told.reject(line, bad)

    def _take_block(self, block: LineBlock, layout: Layout, seen: SeenKeys) -> None:
        if not block.ended and block.first + len(block.lines) > 2:
            raise FileRefused("file_cut", line=block.first + len(block.lines) - 1)
        records = self._records(block, layout)
        doubled = seen.first_lines(records)
        for record in records:
            if record.line in doubled:
                first, key = doubled[record.line], self._kind.columns[0].name
                bad = BadValue("doubled_line", key, record.values[0], first_line=first.line)
                (self._told if first.same else self._remarks).reject(record.line, bad)
        kept = [record for record in records if record.line not in doubled] if doubled else records
        with self._database.read() as session:
            connection = session.connection()
            placed = self._kind.place(Batch(connection, kept, self._remarks))
            placed = self._but_guessed(connection, placed)
            self._comparison.put(connection, placed, self._remarks)
        if self._lost is not None:
            self._lost.passed(each.row[1] for each in placed)

    def _but_guessed(self, connection: Connection, placed: list[Placed]) -> list[Placed]:
        """Without the lines in which something was guessed though a better one is stored: that one stays."""
        guessed = {each.row[0] for each in placed if each.line in self._guessed} if self._guessed else set()
        self._guessed.clear()
        stored = lookup(connection, self._kind.target.table, ("id",), guessed) if guessed else {}
        self._comparison.unchanged += len(stored)
        return [each for each in placed if each.row[0] not in stored] if stored else placed

    def _records(self, block: LineBlock, layout: Layout) -> list[Record]:
        swift = self._swift_records(block, layout)
        if swift is not None:
            self._read += len(swift)
            return swift
        records = []
        for number, line, remarks in logical_lines(block, layout):
            self._read += 1
            doubts = list(remarks)
            try:
                values = self._kind.clean(layout.values(line, doubts), doubts)
                self._kind.check(values)
            except BadValue as bad:
                if bad.value is None and bad.column is not None:
                    bad.value = layout.cell(line, bad.column)
                self._remarks.reject(number, bad)
            else:
                records.append(Record(number, values))
                self._doubt(number, doubts)
        return records

    def _doubt(self, number: int, doubts: list[BadValue]) -> None:
        """Tells what was left out of a line that is taken; of a sum, it may be one that matters."""
        for doubt in doubts:
            self._remarks.warn(number, doubt)
            if self._lost is not None and doubt.column in self._kind.weighty:
                self._lost.add(number, doubt)
                self._guessed.add(number)

    def _swift_records(self, block: LineBlock, layout: Layout) -> list[Record] | None:
        """The same of a block in which every line is good, by columns; None of any other."""
        lines = block.lines[1:] if block.first == 1 else block.lines
        values = layout.swiftly(lines) if block.clean else None
        if values is None:
            return None
        try:
            for each in values:
                self._kind.check(each)
        except BadValue:
            return None
        return list(map(Record, count(block.first + (block.first == 1)), values))

    def _report(self, layout: Layout, surveyed: Survey) -> FileReport:
        return FileReport(
            name=self._kind.name,
            read=self._read,
            unchanged=self._comparison.unchanged,
            rejected=self._rejections.count - self._rejected_before,
            encoding=surveyed.encoding,
            notes=(f"columns_ignored: {', '.join(layout.ignored)}",) if any(layout.ignored) else (),
        )
