"""What a second night changes: only what the ERP changed, and never what was done here since."""

import pytest

from desktop.central.database.agency_write import agency_write
from desktop.models.tenant import Tenant
from tests.unit.central.importers.night import Night, report_of, without_versions

LEDGER = "ecritures.csv"
LINE = 4


def test_only_the_agency_of_a_changed_line_gets_a_new_version(second_night: Night) -> None:
    before = second_night.versions()
    second_night.set(LEDGER, LINE, "libelle", "Loyer corrigé")
    key = second_night.lines(LEDGER)[LINE].split(";")[0]
    report = second_night.run()
    assert (report_of(report, LEDGER).changed, report.warnings) == (1, ())
    scope, ver, label = second_night.query("SELECT scope, ver, label FROM ledger_entry WHERE id = ?", key)[0]
    assert label == "Loyer corrigé"
    assert second_night.versions() == before | {scope: before[scope] + 1}
    assert ver == before[scope] + 1
    assert second_night.one("SELECT count(*) FROM ledger_entry WHERE ver = ? AND scope = ?", ver, scope) == 1


@pytest.mark.parametrize(
    ("column", "value", "shown"),
    [
        ("debit", "1234,50", "1234,50"),
        ("date", "02/10/2025", "2025-10-02"),
        ("periode", "2025-09", "2025-09"),
        ("code_operation", "REGUL", "REGUL"),
    ],
)
def test_a_ledger_line_that_the_erp_rewrote_is_taken_and_named(
    second_night: Night, column: str, value: str, shown: str
) -> None:
    second_night.set(LEDGER, 2, column, value)
    report = second_night.run()
    (doubt,) = report.warnings
    assert (doubt.line, doubt.column, doubt.code) == (2, column, "ledger_line_changed")
    assert doubt.facts["after"] == shown != doubt.facts["before"]
    assert (report_of(report, LEDGER).changed, report.rejections) == (1, ())
    assert second_night.run().warnings == ()


def test_a_ledger_line_that_left_the_export_stays(second_night: Night) -> None:
    count = second_night.one("SELECT count(*) FROM ledger_entry")
    lines = second_night.lines(LEDGER)
    second_night.write(LEDGER, [*lines[:5], *lines[50:]])
    report = second_night.run()
    assert second_night.one("SELECT count(*) FROM ledger_entry") == count
    assert report_of(report, LEDGER).unchanged == count - 45


def test_the_number_of_a_payment_taken_here_is_not_the_erps(second_night: Night) -> None:
    key = second_night.lines(LEDGER)[LINE].split(";")[0]
    scope = second_night.one("SELECT scope FROM ledger_entry WHERE id = ?", key)
    with agency_write(second_night.database, {scope}) as work:
        statement = "UPDATE ledger_entry SET payment_id = 'p', ver = ? WHERE id = ?"
        work.session.connection().exec_driver_sql(statement, (work.version(scope), key))
        work.changed(scope)
    with second_night.database.write() as session:
        session.connection().exec_driver_sql("DELETE FROM import_run")
    before = without_versions(second_night)
    (found,) = second_night.run().rejections
    assert (found.line, found.code, found.value) == (LINE, "belongs_to_a_payment", key)
    assert without_versions(second_night) == before


def test_what_was_changed_here_outlives_a_line_that_the_erp_did_not_change(second_night: Night) -> None:
    key, *_ = second_night.lines("locataires.csv")[LINE].split(";")
    scope = second_night.one("SELECT scope FROM tenant WHERE id = ?", key)
    with agency_write(second_night.database, {scope}) as work:
        work.session.get_one(Tenant, (key, scope)).email = "nouvelle@mail.example"
    second_night.run()
    assert second_night.one("SELECT email FROM tenant WHERE id = ?", key) == "nouvelle@mail.example"
    second_night.set("locataires.csv", LINE, "courriel", "erp@mail.example")
    assert report_of(second_night.run(), "locataires.csv").changed == 1
    assert second_night.one("SELECT email FROM tenant WHERE id = ?", key) == "erp@mail.example"


def test_a_lost_row_comes_back(second_night: Night) -> None:
    key, *_ = second_night.lines("locataires.csv")[LINE].split(";")
    before = second_night.query("SELECT last_name, birth_date, scope FROM tenant WHERE id = ?", key)
    with agency_write(second_night.database, {before[0][2]}) as work:
        work.session.delete(work.session.get_one(Tenant, (key, before[0][2])))
    report = second_night.run()
    assert (report_of(report, "locataires.csv").new, report.rejections) == (1, ())
    assert second_night.query("SELECT last_name, birth_date, scope FROM tenant WHERE id = ?", key) == before


def test_a_doubtful_iban_is_kept_with_a_warning(second_night: Night) -> None:
    line = next(n for n, text in enumerate(second_night.lines("contrats.csv")) if ";FR76" in text)
    second_night.set("contrats.csv", line, "iban", "fr76 3000 4847 0138 8620 4388 639")
    report = second_night.run()
    (doubt,) = report.warnings
    assert (doubt.line, doubt.column, doubt.code, doubt.value) == (line, "iban", "iban_doubtful", "•••")
    assert report_of(report, "contrats.csv").changed == 1
    key = second_night.lines("contrats.csv")[line].split(";")[0]
    stored = second_night.one("SELECT iban FROM lease WHERE id = ?", key)
    assert stored == "FR7630004847013886204388639"


def test_an_address_that_is_none_is_left_out_with_a_warning(second_night: Night) -> None:
    second_night.set("locataires.csv", LINE, "courriel", "voir la fille")
    report = second_night.run()
    (doubt,) = report.warnings
    assert (doubt.line, doubt.code) == (LINE, "email_malformed")
    key = second_night.lines("locataires.csv")[LINE].split(";")[0]
    assert second_night.one("SELECT email FROM tenant WHERE id = ?", key) == ""
