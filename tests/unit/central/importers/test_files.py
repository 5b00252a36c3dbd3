"""Whole files: how they may be written, and when one is refused though the night goes on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.errors import Refused
from tests.unit.central.importers.night import Night, report_of

LEDGER = "ecritures.csv"
PEOPLE = "locataires.csv"


def recoded(encoding: str) -> Callable[[str], bytes]:
    """The same text in another encoding."""
    return lambda text: text.encode(encoding)


def with_header(change: Callable[[str], str]) -> Callable[[str], bytes]:
    """The same lines below another header."""

    def do(text: str) -> bytes:
        header, _, rest = text.partition("\r\n")
        return f"{change(header)}\r\n{rest}".encode("cp1252")

    return do


def quoted(text: str) -> bytes:
    """Every cell in quotes."""
    lines = text.removesuffix("\r\n").split("\r\n")
    return "".join('"' + line.replace(";", '";"') + '"\r\n' for line in lines).encode("cp1252")


def turned_round(text: str) -> bytes:
    """The columns in the opposite order, with one that nobody asked for."""
    lines = text.removesuffix("\r\n").split("\r\n")
    cells = [[*lines[0].split(";"), "commentaire"], *([*line.split(";"), "x"] for line in lines[1:])]
    return "".join(f"{';'.join(reversed(line))}\r\n" for line in cells).encode("cp1252")


WRITINGS = {
    "UTF-8": recoded("utf-8"),
    "UTF-8 with its mark": recoded("utf-8-sig"),
    "UTF-16": recoded("utf-16"),
    "UTF-16 without its mark": recoded("utf-16-le"),
    "UTF-16, the great end first": recoded("utf-16-be"),
    "ISO-8859-15": recoded("iso8859-15"),
    "the alphabet of the old Macintosh": recoded("mac_roman"),
    "Unix line ends": lambda text: text.replace("\r\n", "\n").encode("cp1252"),
    "quotes around every cell": quoted,
    "capitals in the header": with_header(str.upper),
    "blanks around cells": lambda text: text.replace(";", " ; ").encode("cp1252"),
    "blank lines between": lambda text: text.replace("\r\n", "\r\n\r\n  \r\n").encode("cp1252"),
    "another order of columns": turned_round,
}
REFUSALS = {
    "UTF-32": (recoded("utf-32"), "encoding_utf32"),
    "the alphabet of DOS": (recoded("cp850"), "encoding_unknown"),
    "damaged UTF-8": (lambda text: text.encode() + b"\xe9;\r\n", "encoding_mixed"),
    "marked as UTF-8, but not": (lambda text: b"\xef\xbb\xbf" + text.encode("cp1252"), "encoding_mixed"),
    "a byte without meaning": (lambda text: text.encode("cp1252") + b"\x81\r\n", "encoding_unknown"),
    "bare carriage returns": (
        lambda text: text.replace("\r\n", "\r").encode("cp1252"),
        "header_unreadable",
    ),
    "commas for separators": (lambda text: text.replace(";", ",").encode("cp1252"), "column_missing"),
    "nothing at all": (lambda _: b"", "file_empty"),
    "a missing column": (with_header(lambda header: header.replace("nom;", "nim;", 1)), "column_missing"),
    "a column twice": (with_header(lambda header: header.replace("langue", "nom")), "column_missing"),
    "an extra column under a known name": (with_header(lambda header: header + ";nom"), "column_doubled"),
    "no header": (lambda text: text.partition("\r\n")[2].encode("cp1252"), "column_missing"),
    "a picture": (lambda _: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "encoding_unknown"),
}


def rewrite(path: Path, change: Callable[[str], bytes]) -> None:
    path.write_bytes(change(path.read_bytes().decode("cp1252")))


@pytest.mark.parametrize("writing", WRITINGS)
def test_the_same_night_written_otherwise_changes_nothing(second_night: Night, writing: str) -> None:
    before = second_night.picture()
    for path in second_night.folder.iterdir():
        rewrite(path, WRITINGS[writing])
    report = second_night.run()
    assert [(file.refused_reason, file.unchanged - file.read) for file in report.files] == [(None, 0)] * 6
    assert report_of(report, LEDGER).unchanged > 500
    assert second_night.picture() == before


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_file_of_no_use_is_refused_whole_and_the_others_go_in(second_night: Night, refusal: str) -> None:
    change, code = REFUSALS[refusal]
    before = second_night.picture()
    rewrite(second_night.folder / PEOPLE, change)
    second_night.set(LEDGER, 4, "libelle", "Une autre ligne")
    report = second_night.run()
    people = report_of(report, PEOPLE)
    assert (people.refused_reason, people.read) == (code, 0)
    assert [(found.file, found.code) for found in report.rejections] == [(PEOPLE, code)]
    after = second_night.picture()
    assert after["tenant"] == before["tenant"]
    assert report_of(report, LEDGER).changed == 1


def test_a_senseless_byte_is_shown_by_its_line(second_night: Night) -> None:
    lines = (second_night.folder / PEOPLE).read_bytes().split(b"\r\n")
    lines[6] = lines[6].replace(b";", b"\x9d;", 1)
    (second_night.folder / PEOPLE).write_bytes(b"\r\n".join(lines))
    assert [found.line for found in second_night.run().rejections] == [7]


def test_missing_files_are_named_and_the_rest_goes_in(second_night: Night) -> None:
    for name in ("agences.csv", "logements.csv", PEOPLE, "contrats.csv", "activations.csv"):
        (second_night.folder / name).unlink()
    second_night.set(LEDGER, 4, "libelle", "Une autre ligne")
    report = second_night.run()
    assert [file.refused_reason for file in report.files] == ["file_missing"] * 5 + [None]
    assert report_of(report, LEDGER).changed == 1


def test_an_empty_folder_is_said_at_once(second_night: Night, tmp_path: Path) -> None:
    second_night.folder = tmp_path / "nothing"
    second_night.folder.mkdir()
    with pytest.raises(Refused, match="nothing_to_import"):
        second_night.run()


def test_file_names_may_be_in_capitals(second_night: Night) -> None:
    for path in list(second_night.folder.iterdir()):
        path.rename(path.with_name(path.name.upper()))
    assert {file.refused_reason for file in second_night.run().files} == {None}


def test_extra_columns_are_ignored_with_a_note(second_night: Night) -> None:
    rewrite(second_night.folder / LEDGER, turned_round)
    assert report_of(second_night.run(), LEDGER).notes == ("columns_ignored: commentaire",)


def test_a_file_that_grows_while_it_is_read_is_left_for_another_night(
    second_night: Night, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.central.importers.lines.BLOCK_BYTES", 1_000)
    second_night.set(LEDGER, 4, "debit", "999,99")
    before = second_night.picture()
    grown = []

    def grow(progress: object) -> None:
        if progress.file == LEDGER and not grown:
            grown.append(second_night.append(LEDGER, second_night.lines(LEDGER)[5]))

    report = second_night.run(grow)
    assert report_of(report, LEDGER).refused_reason == "file_changed"
    assert report.warnings == ()
    assert second_night.picture() == before


@pytest.mark.parametrize("cut", [1, 2, 3, 7])
@pytest.mark.parametrize("name", [LEDGER, PEOPLE])
def test_a_file_that_ends_within_its_last_line_was_cut_and_is_refused_whole(
    second_night: Night, name: str, cut: int
) -> None:
    path = second_night.folder / name
    path.write_bytes(path.read_bytes().removesuffix(b"\r\n")[: -cut + 1 or None])
    before = second_night.picture()
    report = second_night.run()
    assert report_of(report, name).refused_reason == "file_cut"
    assert [found.code for found in report.rejections] == ["file_cut"]
    assert second_night.picture() == before


def test_amounts_may_group_their_thousands(second_night: Night) -> None:
    for blank in (" ", "\u00a0"):
        second_night.set(LEDGER, 2, "debit", f"12{blank}345,6")
        second_night.run()
        key = second_night.lines(LEDGER)[2].split(";")[0]
        assert second_night.query("SELECT debit_cents FROM ledger_entry WHERE id = ?", key) == [(1_234_560,)]


@pytest.mark.parametrize(
    ("encoding", "names"),
    [
        ("iso8859-15", ("LEBŒUF", "Sœurs 12 €")),
        ("mac_roman", ("LEBŒUF", "L’Hermité")),
        ("cp1252", ("LEBŒUF", "L’Hermité")),
        ("cp1252", ("RENÉ", "7½ Bélier")),
        ("utf-16", ("LEBŒUF", "Łódź")),
        ("cp1252", ("ŠKODA", "Žan")),
    ],
)
def test_names_are_read_as_french_is_written(
    first_night: Night, encoding: str, names: tuple[str, str]
) -> None:
    lines = first_night.lines(PEOPLE)[1:]
    cells = lines[3].split(";")
    cells[2], cells[3] = names
    lines[3] = ";".join(cells)
    (first_night.folder / PEOPLE).write_bytes("\r\n".join([*lines, ""]).encode(encoding))
    report = report_of(first_night.run(), PEOPLE)
    assert report.encoding.replace("-le", "") == encoding
    found = first_night.query("SELECT last_name, first_name FROM tenant WHERE id = ?", cells[0])
    assert found == [names]
