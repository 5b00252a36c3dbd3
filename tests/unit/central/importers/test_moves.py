"""A lease that goes to another agency takes all that hangs on it along, and leaves word behind."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Table, insert

from desktop.central.database.agency_write import agency_write
from desktop.central.database.tables import Blob
from desktop.models.attempt import Attempt
from desktop.models.entity import Day, Moment
from desktop.models.everything import synced_tables
from desktop.models.request import RequestPhoto, ServiceRequest
from desktop.models.tenant_account import TenantAccount
from tests.unit.central.importers.night import NOW, ON_BOTH_AT_LENGTH, Night, report_of, with_cell

DWELLINGS = "logements.csv"
CONTRACTS = "contrats.csv"
AGENCIES = ("AG01", "AG02")


def a_lease(night: Night) -> dict[str, str]:
    """A lease with two holders, its line and its dwelling's."""
    for number, line in enumerate(night.lines(CONTRACTS)[2:], 2):
        lease, dwelling, holder, co_holder, *_ = line.split(";")
        if co_holder:
            places = [text.split(";")[0] for text in night.lines(DWELLINGS)]
            scope = night.one("SELECT scope FROM lease WHERE id = ?", lease)
            facts = {"lease": lease, "dwelling": dwelling, "holder": holder, "co_holder": co_holder}
            lines = {"line": str(number), "place": str(places.index(dwelling))}
            return facts | lines | {"old": scope, "new": next(name for name in AGENCIES if name != scope)}
    raise AssertionError("the sample has no lease with two holders")


def open_files(night: Night, lease: dict[str, str]) -> None:
    """What people did at the stations of the old agency: an account, a sign-in, a request with a photo."""
    scope = lease["old"]
    with agency_write(night.database, {scope}) as work:
        account = TenantAccount(
            id=lease["lease"], scope=scope, tenant_id=lease["holder"], email="", language="fr"
        )
        account.password_hash, account.activated_at = "x", NOW
        request = ServiceRequest(
            id="r", scope=scope, lease_id=lease["lease"], number="D-1", category="heating"
        )
        request.place = request.description = request.opened_by = ""
        request.state, request.opened_at, request.promised_on = "open", NOW, date(2026, 12, 1)
        photo = RequestPhoto(id="p", scope=scope, lease_id=lease["lease"], request_id="r", sha256="a" * 64)
        photo.size, photo.media_type, photo.arrived = 1, "image/jpeg", True
        tries = Attempt(
            id=f"sign_in:{lease['lease']}", scope=scope, failures=1, locked=False, unlock_reason=""
        )
        blob = Blob(sha256="a" * 64, scope=scope, size=1, media_type="image/jpeg", stored_at=NOW)
        work.session.add_all([account, request, photo, tries, blob])
        for table in tables_of_leases():
            if table.name not in {"ledger_entry", "service_request", "request_photo"}:
                row = any_row(table, scope=scope, lease_id=lease["lease"], ver=work.version(scope))
                work.session.execute(insert(table).values(row))


def tables_of_leases() -> list[Table]:
    """Every table whose rows name a lease, whatever its entity says of itself."""
    return [table for table in synced_tables().values() if "lease_id" in table.c]


def any_row(table: Table, **known: Any) -> dict[str, Any]:
    """A row of which only what is `known` matters."""
    plain = {datetime: NOW, date: date(2026, 12, 1), int: 1, bool: True, str: "x"}
    row = {column.name: None if column.nullable else plain[_type(column)] for column in table.c}
    return row | known


def _type(column: Column[Any]) -> type:
    return {Moment: datetime, Day: date}.get(type(column.type)) or column.type.python_type


def holdings(night: Night, scope: str, lease: dict[str, str]) -> dict[str, int]:
    """How many rows of the lease each table has in an agency."""
    wanted = {table.name: ("lease_id", lease["lease"]) for table in tables_of_leases()}
    wanted |= {table: ("id", lease["lease"]) for table in ("lease", "activation_code", "tenant_account")}
    wanted |= {"dwelling": ("id", lease["dwelling"]), "attempt": ("id", f"sign_in:{lease['lease']}")}
    counts = {
        table: night.one(f"SELECT count(*) FROM {table} WHERE {column} = ? AND scope = ?", value, scope)
        for table, (column, value) in wanted.items()
    }
    people = (lease["holder"], lease["co_holder"], scope)
    counts["tenant"] = night.one("SELECT count(*) FROM tenant WHERE id IN (?, ?) AND scope = ?", *people)
    counts["blob"] = night.one("SELECT count(*) FROM blob WHERE scope = ?", scope)
    return counts


def assert_moved(
    night: Night, lease: dict[str, str], before: dict[str, int], dwelling_moves: bool = True
) -> None:
    after = holdings(night, lease["new"], lease)
    assert after == before
    left = holdings(night, lease["old"], lease)
    assert {table: count for table, count in left.items() if count} == {"blob": 1}
    version = night.versions()[lease["old"]]
    buried = dict(
        night.query(
            "SELECT tbl, count(*) FROM tombstone WHERE scope = ? AND ver = ? GROUP BY tbl",
            lease["old"],
            version,
        )
    )
    del before["blob"]
    if not dwelling_moves:
        del before["dwelling"]
    assert buried == before
    assert night.query("SELECT * FROM tombstone WHERE scope = ?", lease["new"]) == []


def test_a_dwelling_that_changes_agency_takes_its_lease_along(any_night: Night) -> None:
    lease = a_lease(any_night)
    open_files(any_night, lease)
    before = holdings(any_night, lease["old"], lease)
    assert before["ledger_entry"] > 40
    assert before["tenant"] == 2
    any_night.set(DWELLINGS, int(lease["place"]), "CODE_AGENCE", lease["new"])
    report = any_night.run()
    assert report.rejections == ()
    assert report_of(report, DWELLINGS).notes == ("leases_moved: 1, tenants_moved: 2",)
    assert_moved(any_night, lease, before)
    versions = any_night.versions()
    assert report_of(any_night.run(), "ecritures.csv").changed == 0
    assert any_night.versions() == versions


@ON_BOTH_AT_LENGTH
def test_a_lease_of_another_dwelling_follows_it(any_night: Night) -> None:
    lease = a_lease(any_night)
    open_files(any_night, lease)
    before = holdings(any_night, lease["old"], lease)
    elsewhere = any_night.one("SELECT id FROM dwelling WHERE scope = ?", lease["new"])
    any_night.set(CONTRACTS, int(lease["line"]), "IDENT_REP", elsewhere)
    report = any_night.run()
    assert report_of(report, CONTRACTS).changed == 1
    assert_moved(any_night, lease | {"dwelling": elsewhere}, before, dwelling_moves=False)


@ON_BOTH_AT_LENGTH
def test_a_lease_that_comes_back_leaves_no_tombstone_where_it_is(any_night: Night) -> None:
    lease = a_lease(any_night)
    line = int(lease["place"])
    for agency in (lease["new"], lease["old"]):
        any_night.set(DWELLINGS, line, "CODE_AGENCE", agency)
        any_night.run()
    assert any_night.query("SELECT * FROM tombstone WHERE scope = ?", lease["old"]) == []
    assert any_night.one("SELECT scope FROM lease WHERE id = ?", lease["lease"]) == lease["old"]
    assert any_night.one("SELECT count(*) FROM tombstone WHERE scope = ?", lease["new"]) > 40


@ON_BOTH_AT_LENGTH
def test_a_person_without_a_lease_reaches_no_station(any_night: Night) -> None:
    line = any_night.lines("locataires.csv")[2]
    any_night.append("locataires.csv", with_cell(line, 0, "L777777"))
    assert report_of(any_night.run(), "locataires.csv").new == 1
    assert any_night.one("SELECT scope FROM tenant WHERE id = 'L777777'") == "unassigned"
    any_night.set(CONTRACTS, 3, "code_colocataire", "L777777")
    any_night.run()
    home = any_night.one("SELECT scope FROM lease WHERE co_holder_id = 'L777777'")
    assert any_night.one("SELECT scope FROM tenant WHERE id = 'L777777'") == home


def test_nobody_is_in_the_scope_of_all(first_night: Night) -> None:
    first_night.run()
    for table in ("tenant", "lease", "dwelling", "ledger_entry", "activation_code"):
        assert first_night.one(f"SELECT count(*) FROM {table} WHERE scope NOT IN ('AG01', 'AG02')") == 0
    assert first_night.one("SELECT count(*) FROM tombstone") == 0


def test_another_holder_of_an_activated_lease_is_sent_to_kiosks_again(any_night: Night) -> None:
    lease = a_lease(any_night)
    open_files(any_night, lease)
    stranger = any_night.one(
        "SELECT holder_id FROM lease WHERE scope = ? AND id <> ?", lease["old"], lease["lease"]
    )
    any_night.set(CONTRACTS, int(lease["line"]), "code_colocataire", stranger)
    before = any_night.versions()[lease["old"]]
    any_night.run()
    row = "SELECT ver FROM {} WHERE id = ?"
    version = any_night.one(row.format("tenant"), stranger)
    assert before < version == any_night.one(row.format("lease"), lease["lease"])


@ON_BOTH_AT_LENGTH
def test_a_new_agency_gets_its_scope_the_same_night(any_night: Night) -> None:
    lease = a_lease(any_night)
    any_night.append("agences.csv", "AG03;Agence de Lens;1 place Jean Jaurès;62300;Lens;;;;")
    any_night.set(DWELLINGS, int(lease["place"]), "CODE_AGENCE", "AG03")
    assert any_night.run().rejections == ()
    assert any_night.versions()["AG03"] > 0
    assert any_night.one("SELECT scope FROM lease WHERE id = ?", lease["lease"]) == "AG03"
