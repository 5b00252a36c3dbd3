"""A card charge at either kind of station: settled by the same code, in doubt when its station stopped."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from desktop import app as program
from desktop.config import STATION_FILE, TerminalSettings, write_settings
from desktop.hardware.card_terminal import ChargeOutcome, TerminalState
from desktop.hardware.simulator import SimulatedCardTerminal
from desktop.models.lease import Lease
from desktop.services.payments.card_charges import SettleCharge, StartCharge, charges_in_doubt
from desktop.station.charging import charge_card
from desktop.station.station import Station
from tests.sync.fleet import activate
from tests.sync.visits import a_lease, balance
from tests.views.kiosk.kit import ToldTerminal
from tests.world import World


def a_charge(station: Station, lease: str, cents: int = 1_000) -> StartCharge:
    return StartCharge(
        lease_id=lease,
        amount_cents=cents,
        balance_seen_cents=balance(station, lease),
        periods=(),
        accept_credit=True,
    )


def test_a_counter_charges_a_card_as_a_kiosk_does(landlord: World) -> None:
    landlord.member_of_staff("claire")
    counter = landlord.station("counter")
    lease = a_lease(counter)
    owed = balance(counter, lease)
    steps: list[object] = []
    charged = charge_card(counter, ToldTerminal(), a_charge(counter, lease), "staff:claire", steps.append)
    landlord.settle()
    assert (charged.outcome, charged.receipt_id is not None) == (ChargeOutcome.APPROVED, True)
    assert balance(counter, lease) == owed - 1_000
    assert not counter.attention()


@pytest.mark.parametrize("kind", ["kiosk", "counter"])
def test_a_charge_that_a_stopped_station_left_open_is_in_doubt_when_it_opens_again(
    qapp: QApplication, landlord: World, kind: str
) -> None:
    landlord.member_of_staff("claire")
    lease = a_lease(landlord.station("counter"))
    activate(landlord.store, lease)
    station = landlord.station(kind)
    folder = landlord.folder_of(station)
    station.perform(a_charge(station, lease), f"tenant:{lease}" if kind == "kiosk" else "staff:claire")
    landlord.stations.remove(station)
    station.close()
    with program.opened(folder):
        pass
    again = landlord.reopen(folder)
    assert [charge.state for charge in again.ask(charges_in_doubt)] == ["unknown"]


def a_settled_charge(station: Station, lease: str, outcome: str) -> None:
    started = station.perform(a_charge(station, lease), "staff:claire")
    charge_id = str((started.result or {})["charge_id"])
    station.perform(SettleCharge(charge_id=charge_id, outcome=outcome, detail="no_answer"), "staff:claire")


@pytest.mark.parametrize(
    ("outcomes", "state"),
    [
        (["unknown"], TerminalState.CHECK_IDLE),
        ([None], TerminalState.CHECK_IDLE),
        (["unknown", "declined"], TerminalState.READY),
    ],
)
def test_a_terminal_that_was_in_doubt_is_in_doubt_after_a_restart(
    qapp: QApplication, landlord: World, outcomes: list[str | None], state: TerminalState
) -> None:
    landlord.member_of_staff("claire")
    counter = landlord.station("counter")
    folder = landlord.folder_of(counter)
    settings = replace(counter.settings, terminal=TerminalSettings(kind="simulator"))
    write_settings(folder / STATION_FILE, settings)
    leases = counter.ask(lambda session: session.scalars(select(Lease.id)).all())
    for lease, outcome in zip(leases, outcomes, strict=False):
        if outcome is None:
            counter.perform(a_charge(counter, lease), "staff:claire")
        else:
            a_settled_charge(counter, lease, outcome)
    landlord.stations.remove(counter)
    counter.close()
    for _ in range(2):
        with program.opened(folder) as (station, _lanes):
            terminal = program.open_devices(folder, station).terminal
            assert isinstance(terminal, SimulatedCardTerminal)
            try:
                assert terminal.ready() is state
            finally:
                terminal.close()
