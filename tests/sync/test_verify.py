"""Rows that went astray behind the cache's back: found, mended bucket by bucket, told to central."""

import logging

import pytest
from sqlalchemy import text

from desktop.central.rows.verify import self_check
from desktop.station.station import Station
from desktop.sync.cache import verify
from desktop.sync.exchange import conversation
from tests.sync import laws
from tests.sync.copies import ON_BOTH
from tests.sync.fleet import Fleet
from tests.sync.visits import a_lease, report_fault, take_cash

ONE = "(SELECT min(id) FROM ledger_entry WHERE payment_id IS NULL)"
DAMAGES = {
    "lost": f"DELETE FROM ledger_entry WHERE id = {ONE}",
    "stale": f"UPDATE ledger_entry SET ver = ver - 1, label = 'avant' WHERE id = {ONE}",
    "invented": "INSERT INTO ledger_entry SELECT 'X1', lease_id, posted_on, period, operation, label, "
    f"debit_cents, credit_cents, payment_id, scope, ver FROM ledger_entry WHERE id = {ONE}",
    "altered": f"UPDATE ledger_entry SET debit_cents = debit_cents + 1 WHERE id = {ONE}",
}


def damage(station: Station, statement: str) -> None:
    """Something writes past everything that should be asked first."""
    with station.replica.current.database.write() as session:
        session.execute(text(statement))


@pytest.mark.parametrize("how", DAMAGES)
def test_a_row_that_is_not_centrals_is_found_and_mended_without_a_bootstrap(
    fleet: Fleet, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    member = fleet.members["west"]
    before = member.station.replica.current
    damage(member.station, DAMAGES[how])
    assert fleet.differences(member) == ["ledger_entry"]
    with caplog.at_level(logging.ERROR, "desktop.central.rows.verify"):
        found = member.station.verify()
    assert (list(found.wrong), len(found.wrong["ledger_entry"]), found.mended) == (["ledger_entry"], 1, True)
    assert fleet.differences(member) == []
    assert member.station.replica.current is before, "no bootstrap"
    assert member.station.settings.device_id in caplog.text, "central was told"


def test_mending_keeps_the_work_that_waits(fleet: Fleet) -> None:
    west = fleet.members["west"].station
    lease = a_lease(west)
    done = take_cash(west, lease, 1_000).result or {}
    report_fault(west, lease)
    damage(west, f"DELETE FROM ledger_entry WHERE id = {ONE}")
    assert list(west.verify().wrong) == ["ledger_entry"]
    here = west.ask(lambda s: s.execute(text("SELECT id FROM payment")).scalars().all())
    assert (here, west.journal.waiting()) == ([done["payment_id"]], 2)
    laws.check_end(fleet)


@ON_BOTH
@pytest.mark.parametrize("name", ["west", "kiosk"])
def test_a_faithful_cache_raises_no_alarm_whatever_waits_in_it(fleet: Fleet, name: str) -> None:
    station, east = fleet.members[name].station, fleet.members["east"].station
    lease = a_lease(station)
    take_cash(east, lease, 300)
    report_fault(station, lease)
    if name == "west":
        take_cash(station, lease, 1_000)
    east.exchange()
    assert station.verify().wrong == {}
    laws.check_end(fleet)
    assert station.verify().wrong == {}


def test_every_now_and_then_an_exchange_counts_the_rows(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversation, "CHECKED_EVERY", 3)
    member = fleet.members["west"]
    take_cash(member.station, a_lease(member.station), 1_000)
    damage(member.station, f"DELETE FROM ledger_entry WHERE id = {ONE}")
    for _ in range(3):
        member.station.pull()
    laws.check_end(fleet)


def test_rows_are_not_counted_while_much_waits_but_soon_after(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversation, "CHECKED_EVERY", 3)
    monkeypatch.setattr(conversation, "FEW_WAITING", 0)
    member = fleet.members["west"]
    take_cash(member.station, a_lease(member.station), 1_000)
    damage(member.station, f"DELETE FROM ledger_entry WHERE id = {ONE}")
    for _ in range(6):
        member.station.pull()
    assert "ledger_entry" in fleet.differences(member)
    while member.station.exchange():
        pass
    member.station.pull()
    laws.check_end(fleet)


def test_what_cannot_be_mended_is_fetched_anew(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    member = fleet.members["west"]
    before = member.station.replica.current
    damage(member.station, DAMAGES["invented"])
    monkeypatch.setattr(verify, "_remove_invented", lambda _session, _answer: set())
    assert member.station.verify().mended is False
    member.station.exchange()
    assert member.station.replica.current is not before
    laws.check_end(fleet)


def test_central_notices_rows_that_no_station_would_receive(fleet: Fleet) -> None:
    database = fleet.central.store.database
    with database.read() as session:
        assert self_check(session) == []
    with database.write() as session:
        session.execute(text("UPDATE scope SET ver = 0 WHERE id = 'AG01'"))
    with database.read() as session:
        assert "ledger_entry" in self_check(session)
