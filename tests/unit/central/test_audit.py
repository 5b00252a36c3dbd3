"""What was done is written down, and stays as it was written, on either database."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from desktop.central.administration import account, entries, forget_before, write_down
from desktop.central.database.agency_write import agency_write
from desktop.central.stations import devices, quarantine
from desktop.central.store import Store
from desktop.models.device import Device
from tests.unit.services.rows import NOW, agency


@pytest.fixture
def noted(store: Store) -> Store:
    with agency_write(store.database, {"AG01"}) as work:
        write_down(work, "AG01", "staff_added", "nadia", "front_desk_agent of AG01")
    return store


REWRITING = (
    "UPDATE audit_entry SET reason = 'nothing', ver = {ver}",
    "UPDATE audit_entry SET actor = 'administrator:somebody', ver = {ver}",
    "DELETE FROM audit_entry",
)


def rewritten(store: Store, statement: str) -> None:
    """As an administrator would who knows what a unit of work is."""
    with agency_write(store.database, {"AG01"}) as work:
        work.changed("AG01")
        work.session.execute(text(statement.format(ver=work.version("AG01"))))


@pytest.mark.parametrize("statement", REWRITING)
def test_nobody_rewrites_it_even_in_a_unit_of_work(noted: Store, statement: str) -> None:
    with pytest.raises(DatabaseError, match="kept as it was written"):
        rewritten(noted, statement)
    assert [each.reason for each in entries(noted)] == ["front_desk_agent of AG01"]


def test_nor_replaces_an_entry_by_another_of_its_id(noted: Store) -> None:
    how = "INSERT OR REPLACE" if noted.database.dialect == "sqlite" else "INSERT"
    columns = "id, scope, actor, action, subject, reason, at, device_id"
    replacing = f"{how} INTO audit_entry ({columns}, ver) SELECT {columns}, {{ver}} FROM audit_entry"
    with pytest.raises(DatabaseError):
        rewritten(noted, replacing)
    assert len(entries(noted)) == 1


def test_it_says_from_which_account_of_the_machine(noted: Store) -> None:
    (entry,) = entries(noted)
    assert (entry.actor, entry.device_id) == (f"administrator:{account()}", f"account:{account()}")
    assert entries(noted, datetime.now(UTC) + timedelta(hours=1)) == []


def test_what_is_too_old_goes_by_the_one_door_that_accounts_for_it(noted: Store) -> None:
    with agency_write(noted.database, {"AG01"}) as work:
        assert forget_before(work, "AG01", datetime.now(UTC) + timedelta(days=1), "twelve months") == 1
    (left,) = entries(noted)
    assert (left.action, left.subject) == ("audit_forgotten", "AG01")
    assert left.reason.startswith("1 before ")
    with pytest.raises(DatabaseError, match="kept as it was written"):
        rewritten(noted, "DELETE FROM audit_entry")


def test_who_lets_stations_in_and_shuts_them_out_is_written_down(store: Store) -> None:
    with agency_write(store.database, {"AG01", "global"}) as work:
        work.session.add(agency("AG01"))
        work.session.add(
            Device(
                id="d1",
                scope="AG01",
                code="AG01-K01",
                kind="kiosk",
                agency_id="AG01",
                name="Hall",
                public_key=b"k" * 32,
                enrolled_at=NOW,
                revoked=False,
            )
        )
    devices.offer(store, "kiosk", "AG01", "Hall", NOW)
    quarantine.revoke(store, "AG01-K01")
    assert [(each.action, each.subject) for each in entries(store)] == [
        ("enrolment_offered", "kiosk"),
        ("station_revoked", "d1"),
    ]
