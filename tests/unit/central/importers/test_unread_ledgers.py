"""A lease of whose ledger a line could not be read gets no rent receipt until a good night heals it."""

from datetime import timedelta

import pytest

from desktop.models.unread_ledger import UnreadLedger
from desktop.models.warning import WarningRow
from desktop.rules.receipt_gate import PaperKind
from desktop.services.ledger.ledger import ledger_of
from desktop.services.ledger.terms import decisions
from desktop.services.warnings import count_unsettled
from tests.unit.central.importers.night import NOW, Night

LEDGER = "ecritures.csv"
LINE = 4


def lease_on(night: Night, line: int) -> str:
    return night.lines(LEDGER)[line].split(";")[1]


def unread(night: Night) -> set[str]:
    return {row[0] for row in night.query("SELECT id FROM unread_ledger")}


def rent_receipts(night: Night) -> set[tuple[str, str]]:
    """Every lease and month of which a rent receipt may be printed tonight."""
    leases = [row[0] for row in night.query("SELECT id FROM lease")]
    found = set()
    with night.database.read() as session:
        for lease in leases:
            gate = decisions(session, ledger_of(session, lease), NOW.date())
            found |= {(lease, p) for p, each in gate.items() if each.kind is PaperKind.RENT_RECEIPT}
    return found


def test_a_line_that_cannot_be_read_withholds_the_rent_receipts_of_its_lease_alone(
    first_night: Night,
) -> None:
    first_night.set(LEDGER, LINE, "debit", "douze")
    first_night.set(LEDGER, LINE, "credit", "")
    first_night.run()
    lease = lease_on(first_night, LINE)
    assert unread(first_night) == {lease}
    allowed = {each for each, _ in rent_receipts(first_night)}
    assert lease not in allowed
    assert len(allowed) > 5


def test_the_next_good_night_heals_it_and_its_warning(second_night: Night) -> None:
    before = rent_receipts(second_night)
    sound = second_night.set(LEDGER, LINE, "debit", "douze")
    second_night.run()
    with second_night.database.read() as session:
        assert count_unsettled(session) == 1
    second_night.set(LEDGER, LINE, "debit", sound)
    second_night.run(now=NOW + timedelta(days=1))
    assert unread(second_night) == set()
    assert rent_receipts(second_night) == before
    with second_night.database.read() as session:
        assert count_unsettled(session) == 0


def test_the_same_bad_night_again_writes_nothing(second_night: Night) -> None:
    second_night.set(LEDGER, LINE, "debit", "douze")
    second_night.run()
    versions = second_night.versions()
    second_night.run()
    assert second_night.versions() == versions


def test_a_lease_may_be_unread_twice_on_one_day(second_night: Night) -> None:
    for cell in ("douze", "12,00", "treize"):
        second_night.set(LEDGER, LINE, "debit", cell)
        second_night.run()
    with second_night.database.read() as session:
        assert count_unsettled(session) == 1
        assert session.query(WarningRow).count() == session.query(UnreadLedger).count() == 1


def test_a_night_without_the_lease_does_not_heal_it(second_night: Night) -> None:
    second_night.set(LEDGER, LINE, "debit", "douze")
    second_night.run()
    lease = lease_on(second_night, LINE)
    second_night.write(LEDGER, [line for line in second_night.lines(LEDGER) if f";{lease};" not in line])
    second_night.run()
    assert unread(second_night) == {lease}


@pytest.mark.parametrize("line", ["garbage", "", ";;;;;;;"])
def test_a_line_that_names_nobody_is_the_neighbours(first_night: Night, line: str) -> None:
    lines = first_night.lines(LEDGER)
    leases = [each.split(";")[1] for each in lines[2:]]
    border = next(n for n in range(3, len(lines)) if leases[n - 2] != leases[n - 3])
    spoiled = line or lines[border].replace(leases[border - 2], "1758 000012", 1)
    first_night.edit(LEDGER, border, lambda _: spoiled)
    first_night.run()
    assert unread(first_night) == {leases[border - 3], leases[border - 2]}


def test_in_a_file_that_is_not_sorted_by_lease_it_may_be_anybodys(first_night: Night) -> None:
    head, *lines = first_night.lines(LEDGER)[1:]
    first_night.write(LEDGER, ["", head, *sorted(lines, key=lambda line: line.split(";")[2]), "garbage"])
    first_night.run()
    assert len(unread(first_night)) == 12


def test_the_accounts_of_a_lease_that_is_not_ours_make_nobody_unsure(second_night: Night) -> None:
    for number in ("E900000001", "E900000002"):
        second_night.append(LEDGER, f"{number};99999999999;01/11/2026;2026-11;LOYER;Loyer;10,00;")
    assert {found.code for found in second_night.run().rejections} == {"contract_unknown"}
    assert unread(second_night) == set()


def test_the_same_line_twice_makes_nobody_unsure_but_another_of_its_number_does(second_night: Night) -> None:
    line = second_night.lines(LEDGER)[LINE]
    second_night.append(LEDGER, line)
    second_night.run()
    assert unread(second_night) == set()
    second_night.append(LEDGER, line.replace(",", "9,"))
    second_night.run()
    assert unread(second_night) == {lease_on(second_night, LINE)}


@pytest.mark.parametrize(
    ("debit", "credit", "kept"),
    [
        ("350,00-", "", (0, 350_00)),
        ("(350,00)", "", (0, 350_00)),
        ("", "-350,00", (350_00, 0)),
        ("", "−1 234,56", (1_234_56, 0)),
        ("1.234,56", "", (1_234_56, 0)),
        ("1 234,56 €", "", (1_234_56, 0)),
        ("1\u00a0234,56", "0,00", (1_234_56, 0)),
        ("1'234,5", "", (1_234_50, 0)),
    ],
)
def test_amounts_are_read_as_accounting_tools_write_them(
    first_night: Night, debit: str, credit: str, kept: tuple[int, int]
) -> None:
    path = first_night.folder / LEDGER
    lines = path.read_bytes().decode("cp1252").split("\r\n")
    lines[LINE - 1] = ";".join([*lines[LINE - 1].split(";")[:6], debit, credit])
    path.write_bytes("\r\n".join(lines).encode("utf-8"))
    assert first_night.run().rejections == ()
    key = lines[LINE - 1].split(";")[0]
    found = first_night.query("SELECT debit_cents, credit_cents FROM ledger_entry WHERE id = ?", key)
    assert found == [kept]


def test_an_operation_without_a_word_counts_with_its_sign_and_is_told_once(first_night: Night) -> None:
    lines = first_night.lines(LEDGER)
    lease = lines[LINE].split(";")[1]
    before = sum(_net(line) for line in lines[2:] if f";{lease};" in line)
    for number in ("E900000001", "E900000002"):
        first_night.append(LEDGER, f"{number};{lease};01/11/2026;2026-11;IMPAYE;Rejet;10,00;")
    report = first_night.run()
    assert [(found.line, found.code) for found in report.warnings] == [(len(lines), "operation_unknown")]
    total = "SELECT sum(debit_cents - credit_cents) FROM ledger_entry WHERE lease_id = ?"
    assert first_night.one(total, lease) == before + 20_00
    assert unread(first_night) == set()


def _net(line: str) -> int:
    debit, credit = (int(cell.replace(",", "") or "0") for cell in line.split(";")[6:8])
    return debit - credit
