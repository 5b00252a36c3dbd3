"""What came of a night's import: per file, per rejected line, per line that was taken with a doubt."""

import csv
import json
import os
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any, Final

from desktop.central.importers.wording import in_french
from desktop.central.spreadsheet import inert

MOST_FINDINGS: Final = 20_000
"""How many lines of each kind a report names, so that a night of rubbish does not fill the memory."""

LONGEST_VALUE: Final = 60
HIDDEN: Final = "•••"


class NightStatus(IntEnum):
    """How a night ended: the exit status of `guichet central import`. 1 and 2 are those of any command."""

    GOOD = 0
    LINES_LOST = 3
    """Some lines were rejected, the rest is in."""
    FILE_LOST = 4
    """A file is missing, was refused whole, or not one of its lines could be taken."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark about one place of a file. `line` is the physical line, the header being 1; 0 is all of it."""

    file: str
    line: int
    column: str
    value: str
    code: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileReport:
    """`read` = new + changed + unchanged + rejected; all are 0 when the file was refused whole."""

    name: str
    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0
    refused_reason: str | None = None
    rows_per_second: int = 0
    encoding: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """All files in the order they were read. `left_out` counts the findings beyond 20,000 of each kind.

    `resumed` are files of an earlier night that had broken off, and went in before these.
    """

    files: tuple[FileReport, ...]
    rejections: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    left_out: int = 0
    resumed: tuple[FileReport, ...] = ()

    @property
    def status(self) -> NightStatus:
        """The worst that is true of the night."""
        if any(file.refused_reason or 0 < file.read == file.rejected for file in self.files):
            return NightStatus.FILE_LOST
        return NightStatus.LINES_LOST if any(file.rejected for file in self.files) else NightStatus.GOOD

    def followed_by(self, other: "ImportReport") -> "ImportReport":
        """Both in one: what was left of an earlier import, then tonight's."""
        return ImportReport(
            other.files,
            (*self.rejections, *other.rejections),
            (*self.warnings, *other.warnings),
            self.left_out + other.left_out,
            (*self.resumed, *other.resumed),
        )

    def as_plain(self) -> dict[str, Any]:
        """The whole report as plain data."""
        return {
            "files": [_plain(file) for file in self.files],
            "rejections": [_plain(finding) for finding in self.rejections],
            "warnings": [_plain(finding) for finding in self.warnings],
            "left_out": self.left_out,
            "status": self.status.value,
            "resumed": [_plain(file) for file in self.resumed],
        }

    def as_json(self) -> str:
        """The whole report as JSON, for a program to read."""
        return json.dumps(self.as_plain(), ensure_ascii=False)

    def write_report(self, path: Path) -> None:
        """Writes `rejets.csv` so that a French spreadsheet opens it at a double click: marked UTF-8, `;`."""
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            if os.name == "posix":
                path.chmod(0o600)  # it names people, and an earlier one may be open to others
            out = csv.writer(file, delimiter=";")
            out.writerow(["fichier", "ligne", "colonne", "valeur", "gravité", "motif", "explication"])
            for gravity, findings in (("rejet", self.rejections), ("avertissement", self.warnings)):
                out.writerows(_row(finding, gravity) for finding in findings)
            if self.left_out:
                words = in_french("left_out", {"count": self.left_out})
                out.writerow(["", "", "", "", "", "left_out", words])


class FindingTally:
    """Collects the findings of one kind; beyond the limit it only counts."""

    def __init__(self) -> None:
        self.kept: list[Finding] = []
        self.count = 0

    def add(self, finding: Finding) -> None:
        """Takes one more."""
        self.count += 1
        if len(self.kept) < MOST_FINDINGS:
            self.kept.append(finding)

    def undo_to(self, count: int) -> None:
        """Forgets all but the first `count`: the file they are about was refused whole after all."""
        del self.kept[count:]
        self.count = count


def shortened(value: object) -> str:
    """The value as a report shows it: one line, not longer than a spreadsheet's column."""
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in str(value)[:400]).split())
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"


def _row(finding: Finding, gravity: str) -> list[str]:
    explained = in_french(finding.code, finding.facts)
    line = str(finding.line) if finding.line else ""
    return [finding.file, line, finding.column, inert(finding.value), gravity, finding.code, explained]


def _plain(record: FileReport | Finding) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__slots__}
