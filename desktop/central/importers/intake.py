"""Takes one file through: lines, checks, references, rows; what is wrong goes to the report, the rest in."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from desktop.central.agency_write import Work
from desktop.central.importers.encoding import FileRefused, Survey
from desktop.central.importers.kinds import Batch, FileKind, Record, Remarks
from desktop.central.importers.layout import Layout
from desktop.central.importers.lines import Block, blocks
from desktop.central.importers.report import HIDDEN, FileReport, Finding, Findings, shortened
from desktop.central.importers.rows import RowStore
from desktop.central.importers.seen import SeenKeys
from desktop.central.importers.values import BadValue


class Intake:
    """One file on its way into the unit of work that is open."""

    def __init__(
        self, kind: FileKind, work: Work, pepper: bytes, findings: tuple[Findings, Findings]
    ) -> None:
        self._kind = kind
        self._connection = work.session.connection()
        self._rejections, self._warnings = findings
        self._rejected_before = self._rejections.count
        self._store = RowStore(work, kind, pepper)
        self._remarks = Remarks(reject=self._reject, warn=self._warn)
        self._secret = {column.name for column in kind.columns if column.secret}
        self._read = 0

    def take(self, path: Path, surveyed: Survey, advance: Callable[[int, int], None]) -> FileReport:
        """Reads the whole file; `advance(bytes, lines)` is called after each block.

        Raises FileRefused if the file turns out not to be usable; the caller undoes what was written.
        """
        started = perf_counter()
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
        return self._report(layout, surveyed, perf_counter() - started)

    def _take_block(self, block: Block, layout: Layout, seen: SeenKeys) -> None:
        records = self._records(block, layout)
        doubled = seen.first_lines([(record.values[0], record.line) for record in records])
        for record in records:
            if record.line in doubled:
                facts = {"first_line": doubled[record.line]}
                key = self._kind.columns[0].name
                self._reject(record.line, BadValue("doubled_line", key, record.values[0], **facts))
        kept = [record for record in records if record.line not in doubled] if doubled else records
        self._store.put(self._kind.place(Batch(self._connection, kept, self._remarks)), self._remarks)
        if not block.ended:
            self._warn(block.first + len(block.lines) - 1, BadValue("last_line_not_ended"))

    def _records(self, block: Block, layout: Layout) -> list[Record]:
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
                self._reject(number, bad)
            else:
                records.append(Record(number, values))
        return records

    def _reject(self, line: int, bad: BadValue) -> None:
        self._rejections.add(self._finding(line, bad))

    def _warn(self, line: int, bad: BadValue) -> None:
        self._warnings.add(self._finding(line, bad))

    def _finding(self, line: int, bad: BadValue) -> Finding:
        """A value from a secret column, or from a whole line that has one, does not leave this place."""
        secret = bool(self._secret) if bad.column is None else bad.column in self._secret
        value = HIDDEN if secret and bad.value else shortened(bad.value or "")
        return Finding(self._kind.name, line, bad.column or "", value, bad.code, bad.facts)

    def _report(self, layout: Layout, surveyed: Survey, seconds: float) -> FileReport:
        tally = self._store.tally
        return FileReport(
            name=self._kind.name,
            read=self._read,
            new=tally.new,
            changed=tally.changed,
            unchanged=tally.unchanged,
            rejected=self._rejections.count - self._rejected_before,
            rows_per_second=round(self._read / max(seconds, 1e-6)),
            encoding=surveyed.encoding,
            notes=(f"columns_ignored: {', '.join(layout.ignored)}",) if any(layout.ignored) else (),
        )
