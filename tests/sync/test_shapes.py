"""Who receives what: never more than the enrolment says, whatever a station asks or people move."""

from pathlib import Path

import pytest
from sqlalchemy import text

from desktop.central.database.agency_write import agency_write
from desktop.central.rows import snapshot_files
from desktop.central.rows.shapes import shape_of
from desktop.models.agency import Agency
from desktop.models.lease import Lease
from desktop.models.tenant_account import TenantAccount
from desktop.protocol.cursor import read_cursor, write_cursor
from desktop.protocol.messages import Drop, Put, SnapshotFrame
from desktop.rules.station_kind import StationKind
from desktop.sync.wire.delta import Delta
from tests.sync import laws
from tests.sync.copies import ON_BOTH
from tests.sync.fleet import AGENCY, Fleet
from tests.sync.visits import a_lease, report_fault, take_cash

pytestmark = ON_BOTH
NAME = shape_of(StationKind.COUNTER).name


def test_a_cursor_that_a_station_made_up_opens_no_other_agency(fleet: Fleet) -> None:
    west = fleet.members["west"].station
    position = read_cursor(west.replica.cursor or "", NAME)
    assert position
    forged = write_cursor(NAME, position | {"AG01": ("", 0)})
    got = west.link.exchange(forged, "", [])
    assert (got.delta.puts, got.reset) == ([], False)


def test_who_leaves_a_kiosks_shape_leaves_the_kiosk(fleet: Fleet) -> None:
    kiosk = fleet.members["kiosk"].station
    lease = a_lease(kiosk)
    ((old, new),) = fleet.at_central(
        f"SELECT lease.holder_id, min(tenant.id) FROM lease JOIN tenant ON tenant.scope = 'AG02' "
        f"AND tenant.id <> lease.holder_id WHERE lease.id = '{lease}' GROUP BY 1"
    )
    with agency_write(fleet.central.store.database, {AGENCY}) as work:
        work.session.get_one(Lease, lease).holder_id = new
    laws.settle(fleet)
    people = kiosk.ask(lambda session: set(session.execute(text("SELECT id FROM tenant")).scalars()))
    assert new in people
    assert old not in people
    with agency_write(fleet.central.store.database, {AGENCY}) as work:
        work.session.delete(work.session.get_one(TenantAccount, lease))
    laws.settle(fleet)
    for table in ("lease", "tenant", "dwelling", "ledger_entry"):
        count = f"SELECT count(*) FROM {table}"
        assert kiosk.ask(lambda session, query=count: session.execute(text(query)).scalar_one()) == 0, table


def test_cash_taken_for_a_lease_that_moved_is_booked_where_the_lease_is(fleet: Fleet) -> None:
    west, lease = fleet.members["west"].station, a_lease(fleet.members["west"].station)
    take_cash(west, lease, 1_000)
    with agency_write(fleet.central.store.database, {AGENCY, "AG01"}) as work:
        work.session.get_one(Lease, lease).scope = "AG01"
    laws.settle(fleet)
    assert fleet.at_central("SELECT scope, amount_cents FROM payment") == [("AG01", 1_000)]
    assert [item.code for item in west.attention()] == ["lease_of_another_agency"]
    assert not fleet.differences(fleet.members["east"])


def test_nobody_writes_into_another_agency_for_less(fleet: Fleet) -> None:
    west, lease = fleet.members["west"].station, a_lease(fleet.members["west"].station)
    report_fault(west, lease)
    with agency_write(fleet.central.store.database, {AGENCY, "AG01"}) as work:
        work.session.get_one(Lease, lease).scope = "AG01"
    laws.settle(fleet)
    assert [item.code for item in west.attention()] == ["lease_of_another_agency"]
    assert fleet.at_central("SELECT 1 FROM service_request") == []


def test_what_a_newer_central_adds_is_passed_over(fleet: Fleet) -> None:
    west = fleet.members["west"].station
    (agency,) = fleet.at_central("SELECT * FROM agency WHERE id = 'AG02'")
    columns = [column.name for column in Agency.__table__.columns]
    row = dict(zip(columns, agency, strict=True)) | {"name": "Neuve", "colour": "teal"}
    puts = [Put("drone", ["serial"], [["X1"]]), Put("agency", [*row], [[*row.values()]])]
    west.replica.apply(Delta(puts, [Drop("drone", ["X0"])]))
    name = "SELECT name FROM agency WHERE id = 'AG02'"
    assert west.ask(lambda session: session.execute(text(name)).scalar_one()) == "Neuve"


def test_a_snapshot_is_of_one_moment_although_work_goes_on(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    west, east = fleet.members["west"].station, fleet.members["east"].station
    lease, whole = a_lease(west), snapshot_files._write
    monkeypatch.setattr(snapshot_files, "ROWS_PER_FILE", 20)

    def meanwhile(path: Path, puts: list[Put]) -> SnapshotFrame:
        take_cash(west, lease, 10)
        west.exchange()
        return whole(path, puts)

    monkeypatch.setattr(snapshot_files, "_write", meanwhile)
    east.replica.distrust()
    east.exchange()
    laws.check_end(fleet)
