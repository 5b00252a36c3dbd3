"""Reads one file: lines, checks, references, rows; what is wrong goes to the report, changes to the stage."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from desktop.central.importers.encoding import FileRefused, Survey
from desktop.central.importers.kinds import Batch, FileKind, Record, Remarks
from desktop.central.importers.layout import Layout
from desktop.central.importers.lines import LineBlock, blocks
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
        self._lost: RejectedLines | None = None
        if kind.target.add_up:
            self._lost = RejectedLines.begin(database)
            self._remarks = Remarks(self._reject_of_sum, self._remarks.warn)
        self.unread = UnreadLeases()

    def take(self, path: Path, surveyed: Survey, advance: Callable[[int, int], None]) -> FileReport:
        """Reads the whole file; `advance(bytes, lines)` is called after each block.

        Raises FileRefused if the file turns out not to be usable; the caller throws the stage away.
        """
        layout: Layout | None = None
        seen = SeenKeys()
        try:
            for block in blocks(path, surveyed):
                if layout is None:
                    layout = Layout(self._kind.columns, block.lines[0], clean=block.clean)
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
            self._comparison.put(connection, placed, self._remarks)
        if self._lost is not None:
            self._lost.passed(each.row[1] for each in placed)
        if not block.ended:
            self._remarks.warn(block.first + len(block.lines) - 1, BadValue("last_line_not_ended"))

    def _records(self, block: LineBlock, layout: Layout) -> list[Record]:
        swift = self._swift_records(block, layout)
        if swift is not None:
            self._read += len(swift)
            return swift
        records = []
        check, clean = self._kind.check, block.clean
        for number, line in enumerate(block.lines, block.first):
            if number == 1 or not line.strip():
                continue
            self._read += 1
            try:
                values = layout.values(line, clean=clean)
                check(values)
            except BadValue as bad:
                if bad.value is None and bad.column is not None:
                    bad.value = layout.cell(line, bad.column)
                self._remarks.reject(number, bad)
            else:
                records.append(Record(number, values))
        return records

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
