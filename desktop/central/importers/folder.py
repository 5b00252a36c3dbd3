"""Imports one night's folder of ERP files, each all or nothing, rejected lines aside."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from time import perf_counter

from sqlalchemy import select

from desktop.central.agency_write import agency_write
from desktop.central.importers import memory
from desktop.central.importers.contracts import ActivationLetters, Leases
from desktop.central.importers.encoding import FileRefused, survey
from desktop.central.importers.following import follow
from desktop.central.importers.homes import homes
from desktop.central.importers.intake import Intake
from desktop.central.importers.kinds import FileKind
from desktop.central.importers.ledger import LedgerLines
from desktop.central.importers.people import Tenants
from desktop.central.importers.places import Agencies, Dwellings
from desktop.central.importers.report import FileReport, Finding, Findings, ImportReport
from desktop.central.store import UNASSIGNED_SCOPE, ensure_scopes
from desktop.errors import Refused
from desktop.models.database import Database
from desktop.models.everything import GLOBAL_SCOPE, Agency, ParameterRow
from desktop.rules.parameters import Parameter

FILES = ("agences.csv", "logements.csv", "locataires.csv", "contrats.csv", "activations.csv", "ecritures.csv")
"""In the order in which they lean on each other."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the night is: bytes over all files, and the lines read of the current one."""

    file: str
    lines: int
    bytes_done: int
    bytes_total: int


def import_folder(
    database: Database, pepper: bytes, folder: Path, now: datetime, progress: Callable[[Progress], None]
) -> ImportReport:
    """Imports what `folder` holds of the six files; the others are reported as missing.

    Each file is one unit of work, which holds central's write lock until the file is in: stations that push
    meanwhile are told to come back. If this raises, the files before are in, the current one is not at all.
    Raises Refused("nothing_to_import") when none of the files is there.
    """
    paths = _find(folder)
    if not any(path.exists() for path in paths.values()):
        raise Refused("nothing_to_import", folder=str(folder))
    memory.prepare(database)
    return _Night(database, pepper, now, paths, progress).run()


def _find(folder: Path) -> dict[str, Path]:
    """The files by their proper names; capitals do not matter."""
    there = {path.name.casefold(): path for path in sorted(folder.glob("*"), reverse=True)}
    return {
        name: folder / name if (folder / name).exists() else there.get(name, folder / name) for name in FILES
    }


@dataclass(slots=True)
class _Night:
    database: Database
    pepper: bytes
    now: datetime
    paths: dict[str, Path]
    progress: Callable[[Progress], None]
    rejections: Findings = field(default_factory=Findings)
    warnings: Findings = field(default_factory=Findings)
    bytes_before: int = 0
    bytes_total: int = 0

    def run(self) -> ImportReport:
        self.bytes_total = sum(path.stat().st_size for path in self.paths.values() if path.exists())
        reports = tuple(self._import(kind) for kind in self._kinds())
        kept = len(self.rejections.kept) + len(self.warnings.kept)
        left_out = self.rejections.count + self.warnings.count - kept
        return ImportReport(reports, tuple(self.rejections.kept), tuple(self.warnings.kept), left_out)

    def _kinds(self) -> Iterator[FileKind]:
        """Made one after the other: some look at what the ones before have brought."""
        yield Agencies()
        yield Dwellings()
        yield Tenants(self.now.date(), homes(self.database, self.paths["contrats.csv"]))
        yield Leases()
        yield ActivationLetters(self.pepper, self._parameters())
        yield LedgerLines()

    def _import(self, kind: FileKind) -> FileReport:
        path = self.paths[kind.name]
        before = self.rejections.count, self.warnings.count
        try:
            report = self._take(kind, path)
        except FileRefused as refusal:
            self.rejections.undo_to(before[0])
            self.warnings.undo_to(before[1])
            line = int(refusal.facts.get("line", 0))
            self.rejections.add(Finding(kind.name, line, "", "", refusal.code, refusal.facts))
            report = FileReport(kind.name, refused_reason=refusal.code)
        self.bytes_before += path.stat().st_size if path.exists() else 0
        self._tell(kind, 0, report.read)
        return report

    def _take(self, kind: FileKind, path: Path) -> FileReport:
        started = perf_counter()
        surveyed = survey(path)
        with agency_write(self.database, self._scopes()) as work:
            lines = memory.same_as_before(work.session, kind.name, surveyed) if kind.target.stands else None
            if lines is not None:
                return FileReport(
                    kind.name,
                    lines,
                    unchanged=lines,
                    rows_per_second=round(lines / (perf_counter() - started)),
                    encoding=surveyed.encoding,
                    notes=("same_file_as_before",),
                )
            doubts = self.warnings.count
            intake = Intake(kind, work, self.pepper, (self.rejections, self.warnings))
            report = intake.take(path, surveyed, lambda done, read: self._tell(kind, done, read))
            if kind.target.leads and any(moved := follow(work)):
                note = "leases_moved: {}, tenants_moved: {}".format(*moved)
                report = replace(report, notes=(*report.notes, note))
            memory.keep_run(work.session, report, surveyed, self.warnings.count - doubts, self.now)
            return report

    def _scopes(self) -> set[str]:
        with self.database.read() as session:
            scopes = {GLOBAL_SCOPE, UNASSIGNED_SCOPE, *session.scalars(select(Agency.id))}
        ensure_scopes(self.database, scopes)
        return scopes

    def _parameters(self) -> list[Parameter]:
        with self.database.read() as session:
            rows = session.scalars(select(ParameterRow))
            return [Parameter(row.key, row.valid_from, row.value, row.source) for row in rows]

    def _tell(self, kind: FileKind, done: int, lines: int) -> None:
        self.progress(Progress(kind.name, lines, self.bytes_before + done, self.bytes_total))
