"""A line spoiled on purpose is named, with its column and its reason, and only that line is."""

import pytest

from desktop.central.importers.report import HIDDEN
from tests.unit.central.importers.night import Night, report_of, without_versions
from tests.unit.central.importers.spoils import LINE, SPOILS, Spoil


def shown(spoil: Spoil) -> str:
    return f"{spoil.file[:-4]}: {spoil.name}"


LOST = [spoil for spoil in SPOILS if not spoil.is_taken]
TAKEN = [spoil for spoil in SPOILS if spoil.is_taken]


@pytest.mark.parametrize("spoil", LOST, ids=shown)
def test_the_spoiled_line_is_named_and_no_other(second_night: Night, spoil: Spoil) -> None:
    before = without_versions(second_night)
    line = spoil.do(second_night)
    report = second_night.run()
    named = [(found.file, found.line, found.column, found.code) for found in report.rejections]
    assert named == [(spoil.file, line, spoil.column, spoil.code)]
    assert without_versions(second_night) == before
    file = report_of(report, spoil.file)
    assert (file.rejected, file.read) == (1, file.unchanged + 1)
    others = [other for other in report.files if other is not file]
    assert all(other.unchanged == other.read > 0 for other in others)


@pytest.mark.parametrize("spoil", TAKEN, ids=shown)
def test_no_line_is_lost_for_a_cell_that_can_be_left_empty(first_night: Night, spoil: Spoil) -> None:
    line = spoil.do(first_night)
    report = first_night.run()
    named = [(found.file, found.line, found.column, found.code) for found in report.warnings]
    assert named == [(spoil.file, line, spoil.column, spoil.code)]
    assert report.rejections == ()
    assert all(file.new == file.read > 0 for file in report.files)


@pytest.mark.parametrize("spoil", [spoil for spoil in TAKEN if spoil.file == "ecritures.csv"], ids=shown)
def test_a_guess_never_replaces_what_a_better_night_said(second_night: Night, spoil: Spoil) -> None:
    before = without_versions(second_night)
    spoil.do(second_night)
    file = report_of(second_night.run(), spoil.file)
    assert (file.rejected, file.read) == (0, file.unchanged + file.changed)
    if spoil.column != "libelle":
        assert without_versions(second_night) == before
        assert second_night.query("SELECT id FROM unread_ledger") != []


@pytest.mark.parametrize("spoil", LOST[::6], ids=shown)
def test_on_a_first_night_the_rest_of_the_file_goes_in(first_night: Night, spoil: Spoil) -> None:
    spoil.do(first_night)
    file = report_of(first_night.run(), spoil.file)
    assert (file.rejected, file.new, file.refused_reason) == (1, file.read - 1, None)


def test_what_leans_on_a_rejected_line_is_named_as_such(first_night: Night) -> None:
    tenant = first_night.lines("contrats.csv")[LINE].split(";")[2]
    first_night.set("contrats.csv", LINE, "date_effet", "31/02/2020")
    report = first_night.run()
    number = first_night.lines("contrats.csv")[LINE].split(";")[0]
    leaning = [number in line for line in first_night.lines("ecritures.csv")].count(True)
    assert report_of(report, "ecritures.csv").rejected == leaning > 40
    assert report_of(report, "activations.csv").rejected == 1
    reasons = {(found.code, found.value) for found in report.rejections if found.file == "ecritures.csv"}
    assert reasons == {("contract_unknown", number)}
    assert first_night.one("SELECT scope FROM tenant WHERE id = ?", tenant) == "unassigned"


def test_a_doubled_line_names_the_first_one(second_night: Night) -> None:
    line = second_night.append("ecritures.csv", second_night.lines("ecritures.csv")[LINE])
    (found,) = second_night.run().rejections
    assert (found.line, found.facts) == (line, {"first_line": LINE})


def test_a_double_far_away_is_still_seen(first_night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.central.importers.lines.BLOCK_BYTES", 1_000)
    line = first_night.append("ecritures.csv", first_night.lines("ecritures.csv")[LINE])
    assert [(found.line, found.code) for found in first_night.run().rejections] == [(line, "doubled_line")]


def test_many_spoiled_lines_are_all_named(second_night: Night) -> None:
    wrong = list(range(5, 400, 7))
    for line in wrong:
        second_night.set("ecritures.csv", line, "numero_contrat", "?")
    assert [found.line for found in second_night.run().rejections] == wrong


def test_a_code_of_a_letter_never_shows_in_a_report(second_night: Night) -> None:
    second_night.set("activations.csv", LINE, "code_activation", "SECRET0SECRET")
    second_night.edit("activations.csv", LINE + 1, lambda line: line + ";x")
    report = second_night.run()
    assert [found.value for found in report.rejections] == [HIDDEN, HIDDEN]
    assert "SECRET" not in report.as_json()


def test_the_line_after_an_endless_one_keeps_its_number(
    second_night: Night, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.central.importers.lines.BLOCK_BYTES", 1_000)
    second_night.edit("ecritures.csv", 7, lambda line: line + "é" * 300_000)
    second_night.set("ecritures.csv", 9, "numero_contrat", "")
    report = second_night.run()
    named = [(found.line, found.code) for found in report.rejections]
    assert named == [(7, "line_too_long"), (9, "value_missing")]
    assert report.warnings == ()
