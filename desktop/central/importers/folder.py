"""Imports one night's folder of ERP files, each all or nothing, rejected lines aside."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from time import perf_counter

import msgspec
from sqlalchemy import select
from uuid_utils import uuid7

from desktop.central.importers import memory
from desktop.central.importers.bringing import Bringing
from desktop.central.importers.contracts import ActivationLetters, Leases
from desktop.central.importers.encoding import FileRefused, Survey, survey
from desktop.central.importers.homes import homes
from desktop.central.importers.intake import Intake
from desktop.central.importers.kinds import FileKind
from desktop.central.importers.ledger import LedgerLines
from desktop.central.importers.outcome import Note
from desktop.central.importers.people import Tenants
from desktop.central.importers.places import Agencies, Dwellings
from desktop.central.importers.progress import ImportProgress, Watcher
from desktop.central.importers.remarks import remarks_for
from desktop.central.importers.report import FileReport, Finding, FindingTally, ImportReport
from desktop.central.importers.resuming import finish_staged, has_staged, staging_folder, the_only_import
from desktop.central.importers.rows import Comparison
from desktop.central.importers.stage import StagedChanges
from desktop.central.matches.matching import match_open_payments
from desktop.central.store import Store
from desktop.errors import Refused
from desktop.models.database import Database, translated
from desktop.models.parameter import ParameterRow
from desktop.rules.parameters import Parameter

FILES = ("agences.csv", "logements.csv", "locataires.csv", "contrats.csv", "activations.csv", "ecritures.csv")
"""In the order in which they lean on each other."""


def import_folder(
    database: Database,
    pepper: bytes,
    folder: Path,
    now: datetime,
    progress: Watcher,
    central: Path | None = None,
    *,
    encoding: str = "",
) -> ImportReport:
    """Imports what `folder` holds of the six files; the others are reported as missing.

    Each file is read, checked, compared and staged in `central`, central's folder (without it, the folder of
    the SQLite file), with nothing locked; then its changes go in by short units of work. If this raises, the
    files before are in; the current one not at all, or wholly once `finish_import` or the next import runs.
    `encoding`: of all files, one of `encoding.NAMES`' values, where it is known better than it looks.
    Raises Refused: nothing_to_import, import_running.
    """
    paths = _find(folder)
    if not any(path.exists() for path in paths.values()):
        raise Refused("nothing_to_import", folder=str(folder))
    with the_only_import(staging_folder(database, central)) as staging:
        memory.prepare(database)
        resumed = finish_staged(database, staging, progress)
        report = _Night(database, pepper, now, paths, progress, staging, encoding).run()
    return report if resumed is None else resumed.followed_by(report)


def finish_import(store: Store, progress: Watcher) -> ImportReport | None:
    """Brings in what an import that broke off had staged; None when there is nothing, or an import runs."""
    if not has_staged(store.folder):
        return None
    try:
        with the_only_import(staging_folder(store.database, store.folder)) as staging:
            memory.prepare(store.database)
            return finish_staged(store.database, staging, progress)
    except Refused:
        return None


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
    progress: Watcher
    staging: Path
    encoding: str = ""
    rejections: FindingTally = field(default_factory=FindingTally)
    warnings: FindingTally = field(default_factory=FindingTally)
    bytes_before: int = 0
    bytes_total: int = 0

    def run(self) -> ImportReport:
        self.bytes_total = sum(path.stat().st_size for path in self.paths.values() if path.exists())
        reports = tuple(self._import(kind) for kind in self._kinds())
        match_open_payments(self.database)
        kept = len(self.rejections.kept) + len(self.warnings.kept)
        left_out = self.rejections.count + self.warnings.count - kept
        return ImportReport(reports, tuple(self.rejections.kept), tuple(self.warnings.kept), left_out)

    def _kinds(self) -> Iterator[FileKind]:
        """Made one after the other: some look at what the ones before have brought."""
        yield Agencies()
        yield Dwellings()
        yield Tenants(self.now.date(), homes(self.database, self.paths["contrats.csv"], self.encoding))
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
        surveyed = survey(path, self.encoding)
        report = self._unchanged(kind, surveyed) or self._bring(kind, path, surveyed)
        return replace(report, rows_per_second=round(report.read / max(perf_counter() - started, 1e-6)))

    def _unchanged(self, kind: FileKind, surveyed: Survey) -> FileReport | None:
        if not kind.target.stands:
            return None
        with self.database.read() as session:
            lines = memory.same_as_before(session, kind.name, surveyed)
        if lines is None:
            return None
        notes = ("same_file_as_before",)
        return FileReport(kind.name, lines, unchanged=lines, encoding=surveyed.encoding, notes=notes)

    def _bring(self, kind: FileKind, path: Path, surveyed: Survey) -> FileReport:
        stage = StagedChanges.begin(self.staging)
        try:
            with translated("import"):
                note = self._read(kind, path, surveyed, stage)
        except BaseException:
            stage.forget()
            raise
        remarks = remarks_for(kind, self.rejections, self.warnings)
        half, share = surveyed.size / 2, surveyed.size / 2 / max(stage.rows, 1)
        return Bringing(self.database, kind, stage, note, remarks).run(
            lambda rows: self._tell(kind, half + rows * share, note.report.read, rows)
        )

    def _read(self, kind: FileKind, path: Path, surveyed: Survey, stage: StagedChanges) -> Note:
        """The first half: finds all that may be refused, and makes what would change safe on the disk."""
        findings = (self.rejections, self.warnings)
        before = [each.count for each in findings]
        intake = Intake(kind, self.database, Comparison(stage, kind, self.pepper), *findings)
        read = intake.take(path, surveyed, lambda done, lines: self._tell(kind, done / 2, lines))
        told = [each.kept[count:] for each, count in zip(findings, before, strict=True)]
        doubts = self.warnings.count - before[1]
        note = Note(
            id=str(uuid7()),
            report=read,
            sha256=surveyed.sha256,
            doubts=doubts,
            read_at=self.now,
            rejections=told[0],
            warnings=told[1],
            unread=intake.unread,
            is_news=read.rejected < read.read and self._is_another(kind, surveyed),
        )
        if not stage.is_empty:
            stage.seal(msgspec.msgpack.encode(note))
        return note

    def _is_another(self, kind: FileKind, surveyed: Survey) -> bool:
        with self.database.read() as session:
            return memory.last_content(session, kind.name) != surveyed.sha256

    def _parameters(self) -> list[Parameter]:
        with self.database.read() as session:
            rows = session.scalars(select(ParameterRow))
            return [Parameter(row.key, row.valid_from, row.value, row.source) for row in rows]

    def _tell(self, kind: FileKind, done: float, lines: int, rows: int = 0) -> None:
        step = ImportProgress(kind.name, lines, self.bytes_before + round(done), self.bytes_total, rows)
        self.progress(step)
