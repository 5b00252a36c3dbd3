"""A household is not lost for a cell that nobody needs: what people write by hand is read, or left empty."""

import pytest

from tests.unit.central.importers.night import Night

LINE = 4
PEOPLE, LEASES = "locataires.csv", "contrats.csv"


def test_titles_are_read_as_they_are_written(first_night: Night) -> None:
    for line, word in enumerate(("M.", "Mme", "Madame", "mr"), 2):
        first_night.set(PEOPLE, line, "civilite", word)
    assert first_night.run().warnings == ()
    people = [line.split(";")[0] for line in first_night.lines(PEOPLE)[2:6]]
    found = dict(first_night.query("SELECT id, civility FROM tenant"))
    assert [found[each] for each in people] == ["M", "MME", "MME", "M"]


@pytest.mark.parametrize("sign", ["-", ".", "?", "N/A"])
def test_a_dash_is_no_first_name(first_night: Night, sign: str) -> None:
    first_night.set(PEOPLE, LINE, "prenom", sign)
    assert [found.code for found in first_night.run().warnings] == ["name_is_none"]
    person = first_night.lines(PEOPLE)[LINE].split(";")[0]
    assert first_night.one("SELECT first_name FROM tenant WHERE id = ?", person) == ""


def test_signs_that_nobody_sees_are_taken_out_of_names_and_mails(first_night: Night) -> None:
    path = first_night.folder / PEOPLE
    lines = path.read_bytes().decode("cp1252").split("\r\n")
    cells = lines[LINE - 1].split(";")
    cells[2], cells[8] = "LE\u00adGOFF\u200b", "\u202alegoff@mail.example\u200f"
    lines[LINE - 1] = ";".join(cells)
    path.write_bytes("\r\n".join(lines).encode("utf-8"))
    assert [found.code for found in first_night.run().warnings] == ["invisible_removed"]
    found = first_night.query("SELECT last_name, email FROM tenant WHERE id = ?", cells[0])
    assert found == [("LEGOFF", "legoff@mail.example")]


def test_the_holder_is_no_co_holder_of_their_own_lease(first_night: Night) -> None:
    lease, _, holder, *_ = first_night.lines(LEASES)[LINE].split(";")
    first_night.set(LEASES, LINE, "code_colocataire", holder)
    assert [found.code for found in first_night.run().warnings] == ["co_holder_is_holder"]
    assert first_night.one("SELECT coalesce(co_holder_id, '') FROM lease WHERE id = ?", lease) == ""


@pytest.mark.parametrize("code", ["L999999B", "L 17"])
def test_a_co_holder_is_not_shut_out_by_one_bad_night(second_night: Night, code: str) -> None:
    cells = [line.split(";") for line in second_night.lines(LEASES)]
    line = next(n for n, each in enumerate(cells) if n > 1 and each[3])
    before = second_night.picture()
    second_night.set(LEASES, line, "code_colocataire", code)
    assert len(second_night.run().warnings) == 1
    assert second_night.picture() == before


def test_a_lease_without_an_end_may_say_so_with_a_day_that_never_comes(first_night: Night) -> None:
    lease = first_night.lines(LEASES)[LINE].split(";")[0]
    first_night.set(LEASES, LINE, "date_fin", "31/12/9999")
    first_night.run()
    assert first_night.query("SELECT ends_on FROM lease WHERE id = ?", lease) == [(None,)]


@pytest.mark.parametrize("break_", ["\r\n", "\n"])
@pytest.mark.parametrize("quote", ["", '"'])
def test_a_line_break_in_a_cell_does_not_cut_the_household(
    first_night: Night, break_: str, quote: str
) -> None:
    path = first_night.folder / LEASES
    lines = path.read_bytes().decode("cp1252").split("\r\n")
    cells = lines[LINE - 1].split(";")
    cells[19] = f"{quote}MAIF{break_}Niort{quote}"
    lines[LINE - 1] = ";".join(cells)
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    report = first_night.run()
    assert [(found.line, found.code) for found in report.warnings] == [(LINE, "line_broken")]
    assert first_night.one("SELECT insurer FROM lease WHERE id = ?", cells[0]) == "MAIF Niort"


@pytest.mark.parametrize("lines", [[LINE], range(2, 12)])
def test_a_separator_at_the_end_of_a_line_is_no_column(first_night: Night, lines: list[int]) -> None:
    for name in (PEOPLE, LEASES):
        for line in lines:
            first_night.edit(name, line, lambda text: text + ";")
    report = first_night.run()
    assert (report.rejections, report.warnings) == ((), ())


def test_a_ledger_may_end_all_its_lines_with_a_separator(first_night: Night) -> None:
    lines = first_night.lines("ecritures.csv")
    first_night.write("ecritures.csv", [*lines[:2], *(line + ";" for line in lines[2:])])
    report = first_night.run()
    assert (report.rejections, report.warnings) == ((), ())
    assert first_night.one("SELECT count(*) FROM ledger_entry") == len(lines) - 2


def test_a_separator_within_a_label_makes_no_credit_of_a_debit(first_night: Night) -> None:
    cells = first_night.lines("ecritures.csv")[2].split(";")
    assert cells[6:] == ["661,37", ""]
    first_night.edit("ecritures.csv", 2, lambda line: line.replace(";661,37;", ";;661,37;"))
    assert [found.code for found in first_night.run().rejections] == ["too_many_columns"]
    assert first_night.one("SELECT count(*) FROM unread_ledger") == 1
