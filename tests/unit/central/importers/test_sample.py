"""The sample export goes in whole, and a second time changes nothing."""

from collections import defaultdict

from tests.unit.central.importers.night import SAMPLE, Night, report_of, rows_of

LINES = {
    "agences.csv": 2,
    "logements.csv": 240,
    "locataires.csv": 328,
    "contrats.csv": 240,
    "activations.csv": 240,
    "ecritures.csv": 13_838,
}


def cents(cell: str) -> int:
    """An amount of the sample, without the importers' own reader."""
    return int(cell.replace(",", "")) if cell else 0


def test_the_sample_goes_in_whole_and_a_second_night_changes_nothing(empty_central: Night) -> None:
    night = empty_central
    night.folder = SAMPLE
    first = night.run()
    assert {file.name: (file.read, file.new, file.refused_reason) for file in first.files} == {
        name: (lines, lines, None) for name, lines in LINES.items()
    }
    assert (first.rejections, first.warnings, first.left_out) == ((), (), 0)

    expected: dict[str, int] = defaultdict(int)
    for row in rows_of(SAMPLE / "ecritures.csv"):
        expected[row["numero_contrat"]] += cents(row["debit"]) - cents(row["credit"])
    balances = "SELECT lease_id, sum(debit_cents - credit_cents) FROM ledger_entry GROUP BY lease_id"
    assert dict(night.query(balances)) == expected
    assert night.query("SELECT * FROM tombstone") == []
    assert night.query("SELECT count(*) FROM tenant WHERE scope IN ('global', 'unassigned')") == [(0,)]
    labels = {(row["libelle"],) for row in rows_of(SAMPLE / "ecritures.csv")}
    assert set(night.query("SELECT DISTINCT label FROM ledger_entry")) == labels

    before = night.picture()
    for same_file_is_known in (True, False):
        if not same_file_is_known:
            with night.database.write() as session:
                session.connection().exec_driver_sql("DELETE FROM import_run")
        again = night.run()
        assert {file.name: (file.read, file.unchanged) for file in again.files} == {
            name: (lines, lines) for name, lines in LINES.items()
        }
        assert ("same_file_as_before" in report_of(again, "ecritures.csv").notes) is same_file_is_known
        assert night.picture() == before
