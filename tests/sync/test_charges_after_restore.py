"""What staff found out about a card charge outlives a restore, even if its own station speaks last."""

import pytest

from desktop.errors import Refused
from desktop.services.payments.card_charges import ResolveCharge, SettleCharge, StartCharge, charges_in_doubt
from desktop.station.station import Station
from tests.sync import laws
from tests.sync.copies import ON_BOTH
from tests.sync.fleet import Fleet
from tests.sync.test_backups import backed_up, disaster
from tests.sync.visits import CLAIRE, a_lease, balance, rows

CENTS = 2_500


def doubtful_charge(station: Station, lease: str) -> str:
    """A card is asked for money, and the terminal never answers."""
    seen = balance(station, lease)
    start = StartCharge(lease_id=lease, amount_cents=CENTS, balance_seen_cents=seen, accept_credit=True)
    charge = str((station.perform(start, CLAIRE).result or {})["charge_id"])
    device = f"device:{station.settings.device_id}"
    station.perform(SettleCharge(charge_id=charge, outcome="unknown"), device)
    return charge


def found_paid(station: Station) -> str:
    """The slip was found: the card did pay."""
    (charge,) = station.ask(charges_in_doubt)
    command = ResolveCharge(
        charge_id=charge.id, paid=True, reason="Ticket retrouvé.", evidence="ticket", seen=charge.seen()
    )
    return str((station.perform(command, CLAIRE).result or {})["payment_id"])


@ON_BOTH
def test_a_charge_found_paid_is_booked_before_its_own_station_speaks_again(fleet: Fleet) -> None:
    west, east = fleet.members["west"].station, fleet.members["east"].station
    lease, backup = a_lease(west), backed_up(fleet)
    doubtful_charge(east, lease)
    laws.settle(fleet)
    payment = found_paid(west)
    laws.settle(fleet)
    disaster(fleet, backup)
    while west.exchange():
        assert [row[0] for row in rows(west, "payment")] == [payment], "it never vanishes from the screen"
    assert fleet.at_central("SELECT id, amount_cents FROM payment") == [(payment, CENTS)]
    laws.settle(fleet)
    charges = "SELECT state, amount_cents, lease_id, payment_id, device_id FROM card_charge"
    device = east.settings.device_id
    assert fleet.at_central(charges) == [("resolved_paid", CENTS, lease, payment, device)]
    assert fleet.at_central("SELECT count(*) FROM payment") == [(1,)]
    assert east.attention() == west.attention() == ()
    laws.check_end(fleet)


def test_nobody_resolves_a_charge_that_the_station_itself_does_not_know(fleet: Fleet) -> None:
    west, east = fleet.members["west"].station, fleet.members["east"].station
    doubtful_charge(east, a_lease(east))
    (charge,) = east.ask(charges_in_doubt)
    command = ResolveCharge(charge_id=charge.id, paid=True, reason="Vu.", evidence="Z", seen=charge.seen())
    with pytest.raises(Refused, match="charge_unknown"):
        west.perform(command, CLAIRE)
