"""The report of a night: as a spreadsheet for people, as JSON for programs."""

import csv
import json
import re
from pathlib import Path

import pytest

import desktop.central.importers.folder as importers
from desktop.central.importers.report import Finding, FindingTally, ImportReport, shortened
from desktop.central.importers.wording import KNOWN_CODES, in_french
from tests.unit.central.importers.night import Night

LEDGER = "ecritures.csv"


def test_the_csv_opens_in_a_french_spreadsheet(second_night: Night, tmp_path: Path) -> None:
    second_night.set(LEDGER, 2, "debit", "=1+1")
    second_night.set(LEDGER, 3, "numero_contrat", "?")
    second_night.append(LEDGER, second_night.lines(LEDGER)[4])
    second_night.set("locataires.csv", 4, "courriel", "aucun")
    path = tmp_path / "rejets.csv"
    second_night.run().write_report(path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows[0] == ["fichier", "ligne", "colonne", "valeur", "gravité", "motif", "explication"]
    last = str(len(second_night.lines(LEDGER)) - 1)
    assert [row[:6] for row in rows[1:]] == [
        [LEDGER, "2", "debit", "'=1+1", "rejet", "amount_malformed"],
        [LEDGER, "3", "numero_contrat", "?", "rejet", "code_malformed"],
        [
            LEDGER,
            last,
            "numero_ecriture",
            second_night.lines(LEDGER)[4].split(";")[0],
            "rejet",
            "doubled_line",
        ],
        ["locataires.csv", "4", "courriel", "aucun", "avertissement", "email_malformed"],
    ]
    assert rows[3][6] == "Cette clé figure déjà à la ligne 4."


def test_the_json_says_the_same(second_night: Night) -> None:
    second_night.set(LEDGER, 3, "numero_contrat", "?")
    report = json.loads(second_night.run().as_json())
    assert [file["name"] for file in report["files"]] == list(importers.FILES)
    ledger = report["files"][-1]
    assert ledger["read"] == ledger["unchanged"] + 1 == ledger["rejected"] + ledger["unchanged"]
    (found,) = report["rejections"]
    assert (found["line"], found["column"], found["code"]) == (3, "numero_contrat", "code_malformed")


def test_every_reason_in_the_code_has_its_french_sentence() -> None:
    folder = Path(importers.__file__).parent
    raised = re.compile(r"(?:BadValue|FileRefused)\(\s*\"(\w+)\"|code = \"(\w+)\" if")
    code = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    named = {first or second for first, second in raised.findall(code)}
    assert len(named) > 30
    assert named - KNOWN_CODES == set()
    assert in_french("too_few_columns", {"found": 3, "expected": 8}) == "La ligne a 3 colonnes au lieu de 8."


def test_a_night_of_rubbish_is_counted_but_not_kept_whole(
    second_night: Night, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("desktop.central.importers.report.MOST_FINDINGS", 10)
    lines = second_night.lines(LEDGER)
    second_night.write(LEDGER, [*lines[:2], *(line + ";x" for line in lines[2:])])
    report = second_night.run()
    assert (len(report.rejections), report.left_out) == (10, len(lines) - 12)
    assert report.files[-1].rejected == len(lines) - 2
    report.write_report(tmp_path / "rejets.csv")
    left_out = f"Autres lignes non détaillées ici\u00a0: {len(lines) - 12}"
    assert left_out in (tmp_path / "rejets.csv").read_text("utf-8-sig")


def test_a_refused_file_takes_its_remarks_back() -> None:
    findings = FindingTally()
    for line in range(5):
        findings.add(Finding(LEDGER, line, "", "", "value_missing"))
    findings.undo_to(2)
    assert (findings.count, [found.line for found in findings.kept]) == (2, [0, 1])


def test_values_are_shown_on_one_short_line() -> None:
    assert shortened("a\r\n\tb\x00c") == "a b c"
    assert shortened("é" * 500) == "é" * 59 + "…"


def test_an_empty_report_still_has_its_header(tmp_path: Path) -> None:
    ImportReport((), (), ()).write_report(tmp_path / "rejets.csv")
    assert (tmp_path / "rejets.csv").read_text("utf-8-sig").count("\n") == 1
