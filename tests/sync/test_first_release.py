"""What version 0.1.0 left opens and goes on: first without a network, then with today's central."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop.central.backups.backup import back_up
from desktop.central.backups.prove import prove
from desktop.services.command import Status
from desktop.services.leases import search
from desktop.services.payments.card_charges import SettleCharge, StartCharge
from desktop.station.station import Station
from tests.sync.first_release import FirstRelease
from tests.sync.visits import balance, rows, take_cash

OWED = "SELECT sum(debit_cents - credit_cents) FROM ledger_entry WHERE lease_id = :lease"


@pytest.fixture
def then(tmp_path: Path) -> Iterator[FirstRelease]:
    """A copy of the folders of then."""
    built = FirstRelease(tmp_path)
    yield built
    built.close()


def balances(station: Station, leases: list[str]) -> dict[str, int]:
    return {lease: balance(station, lease) for lease in leases}


@pytest.mark.parametrize("kind", ["counter", "kiosk"])
def test_its_stations_show_balances_and_take_payments_without_a_network(
    kind: str, then: FirstRelease
) -> None:
    station = then.station(kind)
    shown = then.told["balances"][kind]
    assert balances(station, list(shown)) == shown
    status = station.status()
    assert (status.bootstrapped, status.waiting) == (True, then.told["waiting"][kind])
    lease = then.told["leases"][1]
    pay(station, lease, 700)
    assert balance(station, lease) == shown[lease] - 700
    station.close()
    again = then.station(kind)
    assert balance(again, lease) == shown[lease] - 700, "and it is there after a restart"
    assert again.journal.verify() > 0


def test_its_counter_finds_people_without_a_network(then: FirstRelease) -> None:
    counter = then.station("counter")
    query = text("SELECT last_name FROM tenant JOIN lease ON holder_id = tenant.id LIMIT 1")
    name = counter.ask(lambda s: s.execute(query).scalar_one())
    assert counter.ask(lambda s: search.search(s, name))


def test_all_of_it_is_handed_in_and_fetched_anew(then: FirstRelease) -> None:
    central = then.central()
    stations = [then.station(kind) for kind in ("counter", "kiosk")]
    lease = then.told["leases"][1]
    for station in stations:
        pay(station, lease, 700)
        station.link.transport = then.way(station.settings.kind, central)
    for station in (*stations, *stations):
        while station.exchange():
            pass
        while station.uploads.send_one():
            pass
    with central.store.database.read() as session:
        ends = set(session.execute(text("SELECT DISTINCT status FROM command")).scalars())
        stored = session.scalar(text("SELECT count(*) FROM blob"))
        owed = session.scalar(text(OWED), {"lease": lease})
    assert ends <= {Status.APPLIED, Status.APPLIED_WITH_WARNING, Status.NOOP}
    assert stored == 0, "what waited there in place of a photo is none"
    assert {balance(station, lease) for station in stations} == {owed}
    for station in stations:
        status = station.status()
        assert (status.waiting, status.files_waiting, status.attention) == (0, 0, 0)
        assert not station.verify().wrong
        assert not rows(station, "undo")
    made = back_up(central.store, then.folder / "backups", then.now(), lambda _step: None)
    assert prove(made, central.store, lambda _step: None).links > 0
    central.store.database.close()


def pay(station: Station, lease: str, cents: int) -> None:
    """Cash at the counter, a card at the kiosk."""
    if station.settings.kind == "counter":
        take_cash(station, lease, cents)
        return
    start = StartCharge(
        lease_id=lease, amount_cents=cents, balance_seen_cents=balance(station, lease), accept_credit=True
    )
    charge = str((station.perform(start, f"tenant:{lease}").result or {})["charge_id"])
    settled = SettleCharge(charge_id=charge, outcome="approved", authorisation="A1B2C3")
    station.perform(settled, f"device:{station.settings.device_id}")
