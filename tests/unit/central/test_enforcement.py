"""Nobody writes a row that travels outside a unit of work, on either database."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from desktop.central.database.agency_write import agency_write
from desktop.central.database.enforcement import install
from desktop.central.database.tables import Scope
from desktop.central.store import Store, open_store
from desktop.errors import Refused
from desktop.models.dwelling import Dwelling
from desktop.models.lease import Lease
from desktop.models.tenant import Tenant
from desktop.models.tenant_account import TenantAccount
from tests.unit.central.estate import ask, dwelling

DIRECT = (
    "INSERT INTO attempt (id, scope, ver, failures, locked, unlock_reason) "
    "VALUES ('a', 'AG01', 2, 0, false, '')",
    "UPDATE dwelling SET ver = 2 WHERE id = 'D1'",
    "UPDATE dwelling SET city = 'Lens' WHERE id = 'D1'",
    "UPDATE dwelling SET scope = 'AG02', ver = 2 WHERE id = 'D1'",
    "DELETE FROM dwelling WHERE id = 'D1'",
)


@pytest.mark.parametrize("statement", DIRECT)
def test_a_direct_statement_is_refused(store: Store, statement: str) -> None:
    with pytest.raises(DatabaseError, match="unit of work"), store.database.write() as session:
        session.execute(text(statement))


def test_emptying_a_table_is_refused(store: Store) -> None:
    emptying = "TRUNCATE dwelling" if store.database.dialect == "postgresql" else "DELETE FROM dwelling"
    with pytest.raises(DatabaseError, match="unit of work"), store.database.write() as session:
        session.execute(text(emptying))


def test_a_unit_may_stamp_no_version_but_its_own(store: Store) -> None:
    with (
        pytest.raises(DatabaseError, match="unit of work"),
        agency_write(store.database, {"AG01"}) as work,
    ):
        work.session.execute(text("UPDATE dwelling SET ver = 9 WHERE id = 'D1'"))


def test_a_unit_may_not_write_in_a_scope_it_did_not_open(store: Store) -> None:
    with (
        pytest.raises(DatabaseError, match="unit of work"),
        agency_write(store.database, {"AG02"}) as work,
    ):
        work.session.execute(text(f"UPDATE dwelling SET ver = {work.version('AG02')} WHERE id = 'D1'"))


def test_what_is_deleted_leaves_a_mark_and_what_comes_back_takes_it_away(store: Store) -> None:
    with agency_write(store.database, {"AG01"}) as work:
        work.session.delete(work.session.get_one(Dwelling, "D2"))
    assert ask(store, "SELECT scope, tbl, id, ver FROM tombstone") == [("AG01", "dwelling", "D2", 2)]
    with agency_write(store.database, {"AG01"}) as work:
        work.session.add(dwelling("D2", "AG01"))
    assert ask(store, "SELECT * FROM tombstone") == []


def test_what_moves_leaves_a_mark_where_it_was(store: Store) -> None:
    for scope, left in (("AG02", "AG01"), ("AG01", "AG02")):
        with agency_write(store.database, {"AG01", "AG02"}) as work:
            work.session.get_one(Dwelling, "D2").scope = scope
        assert ask(store, "SELECT scope, tbl, id FROM tombstone") == [(left, "dwelling", "D2")]
    assert ask(store, "SELECT ver FROM dwelling WHERE id = 'D2'") == [(3,)]


def test_who_enters_an_activated_lease_travels_with_it(store: Store) -> None:
    with agency_write(store.database, {"AG01"}) as work:
        work.session.get_one(Lease, "L1").co_holder_id = "T2"
        work.session.get_one(Lease, "L1").dwelling_id = "D2"
    assert ask(store, "SELECT id FROM tenant WHERE ver = 2 ORDER BY id") == [("T1",), ("T2",)]
    assert ask(store, "SELECT id FROM dwelling WHERE ver = 2 ORDER BY id") == [("D1",), ("D2",)]


def test_who_loses_the_account_leaves_with_the_dwelling(store: Store) -> None:
    with agency_write(store.database, {"AG01"}) as work:
        work.session.delete(work.session.get_one(TenantAccount, "L1"))
    assert ask(store, "SELECT id FROM lease WHERE ver = 2") == [("L1",)]
    assert ask(store, "SELECT id FROM tenant WHERE ver = 2") == [("T1",)]
    assert ask(store, "SELECT id FROM dwelling WHERE ver = 2") == [("D1",)]


def test_a_unit_that_fails_gives_its_version_back(store: Store) -> None:
    def fail() -> None:
        with agency_write(store.database, {"AG01"}) as work:
            work.session.get_one(Tenant, ("T1", "AG01")).last_name = "Autre"
            work.session.flush()
            raise Refused("changed_my_mind")

    with pytest.raises(Refused):
        fail()
    with store.database.read() as session:
        assert session.get_one(Scope, "AG01").ver == 1
    assert ask(store, "SELECT * FROM open_unit") == []


def test_a_trigger_that_somebody_dropped_is_back_after_a_start(store: Store) -> None:
    on_server = store.database.dialect == "postgresql"
    with store.database.write() as session:
        if on_server:
            session.execute(text("ALTER TABLE lease DISABLE TRIGGER lease_stamped"))
        session.execute(text(f"DROP TRIGGER dwelling_gone {'ON dwelling' if on_server else ''}"))
        session.execute(text(f"DROP TRIGGER lease_people {'ON lease' if on_server else ''}"))
    again = open_store(store.folder)
    again.database.close()
    test_what_is_deleted_leaves_a_mark_and_what_comes_back_takes_it_away(store)
    test_a_direct_statement_is_refused(store, "UPDATE lease SET ver = 2")


def test_nothing_is_written_where_all_triggers_are_there(store: Store) -> None:
    with store.database.read() as session:
        install(session)
