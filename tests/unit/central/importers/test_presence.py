"""A person has a row in each agency where they hold a lease, and in no other."""

from tests.unit.central.importers.night import ON_BOTH_AT_LENGTH, Night, report_of
from tests.unit.central.importers.test_moves import CONTRACTS, a_lease

PEOPLE = "locataires.csv"


def a_garage_elsewhere(night: Night, lease: dict[str, str]) -> int:
    """The holder of a lease is co-holder of one in the other agency; the number of its line."""
    other = night.one("SELECT min(id) FROM lease WHERE scope = ?", lease["new"])
    line = [text.split(";")[0] for text in night.lines(CONTRACTS)].index(other)
    night.set(CONTRACTS, line, "code_colocataire", lease["holder"])
    return line


def rows(night: Night, person: str, column: str = "last_name") -> dict[str, str]:
    """What a column of each of a person's rows says, by agency."""
    return dict(night.query(f"SELECT scope, {column} FROM tenant WHERE id = ?", person))


def test_someone_with_leases_in_two_agencies_is_known_in_both(any_night: Night) -> None:
    lease = a_lease(any_night)
    name = rows(any_night, lease["holder"])[lease["old"]]
    a_garage_elsewhere(any_night, lease)
    report = any_night.run()
    assert report_of(report, CONTRACTS).notes == ("leases_moved: 0, tenants_moved: 1",)
    assert rows(any_night, lease["holder"]) == {lease["old"]: name, lease["new"]: name}
    assert rows(any_night, lease["co_holder"]).keys() == {lease["old"]}
    assert any_night.query("SELECT * FROM tombstone") == []
    before = any_night.picture()
    any_night.run()
    assert any_night.picture() == before


def test_someone_new_with_leases_in_two_agencies_is_known_in_both_the_first_night(first_night: Night) -> None:
    lease = a_lease_of_files(first_night)
    first_night.run()
    assert rows(first_night, lease).keys() == {"AG01", "AG02"}
    assert first_night.one("SELECT count(*) FROM tombstone") == 0


def a_lease_of_files(night: Night) -> str:
    """One person holds the first lease of each agency, in the files; their code."""
    agencies = {line.split(";")[0]: line.split(";")[-2] for line in night.lines("logements.csv")[2:]}
    lines = [line.split(";") for line in night.lines(CONTRACTS)]
    first = {agencies[line[1]]: number for number, line in reversed(list(enumerate(lines))) if number > 1}
    night.set(CONTRACTS, first["AG02"], "code_colocataire", lines[first["AG01"]][2])
    return lines[first["AG01"]][2]


def test_who_gives_up_one_of_two_leases_stays_where_the_other_is(any_night: Night) -> None:
    lease = a_lease(any_night)
    line = a_garage_elsewhere(any_night, lease)
    any_night.run()
    any_night.set(CONTRACTS, line, "code_colocataire", "")
    any_night.run()
    assert rows(any_night, lease["holder"]).keys() == {lease["old"]}
    left = any_night.query("SELECT scope FROM tombstone WHERE tbl = 'tenant' AND id = ?", lease["holder"])
    assert left == [(lease["new"],)]


@ON_BOTH_AT_LENGTH
def test_who_gives_up_all_leases_reaches_no_station(any_night: Night) -> None:
    lease = a_lease(any_night)
    line = a_garage_elsewhere(any_night, lease)
    any_night.run()
    any_night.set(CONTRACTS, line, "code_colocataire", "")
    any_night.set(CONTRACTS, int(lease["line"]), "code_locataire", lease["co_holder"])
    any_night.set(CONTRACTS, int(lease["line"]), "code_colocataire", "")
    any_night.run()
    assert rows(any_night, lease["holder"]).keys() == {"unassigned"}


def test_a_changed_phone_number_is_written_in_every_agency(any_night: Night) -> None:
    lease = a_lease(any_night)
    a_garage_elsewhere(any_night, lease)
    any_night.run()
    before = any_night.versions()
    line = [text.split(";")[0] for text in any_night.lines(PEOPLE)].index(lease["holder"])
    any_night.set(PEOPLE, line, "telephone_mobile", "0600000001")
    report = report_of(any_night.run(), PEOPLE)
    assert (report.new, report.changed) == (0, 1)
    phones = rows(any_night, lease["holder"], "mobile_phone")
    assert phones == dict.fromkeys((lease["old"], lease["new"]), "0600000001")
    assert {scope for scope, ver in any_night.versions().items() if ver > before[scope]} == phones.keys()
