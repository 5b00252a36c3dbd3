"""The desks the contract tests run on: always the simulator, and the real device when one is named."""

import os
from collections.abc import Iterator

import pytest

from desktop.hardware.address import Address, allowed_address
from desktop.hardware.caisse_ap.driver import CaisseApTerminal
from desktop.hardware.simulator import SimulatedTerminal
from tests.contract.desk import QUICK, Desk


@pytest.fixture
def simulator() -> Iterator[SimulatedTerminal]:
    with SimulatedTerminal(slow_seconds=0.02, piece_seconds=0.001) as running:
        yield running


@pytest.fixture
def terminal(simulator: SimulatedTerminal) -> CaisseApTerminal:
    return CaisseApTerminal(Address(*simulator.address), QUICK)


@pytest.fixture(params=["simulator", pytest.param("device", marks=pytest.mark.device)])
def desk(request: pytest.FixtureRequest) -> Desk:
    if request.param == "simulator":
        return Desk(request.getfixturevalue("terminal"), request.getfixturevalue("simulator"))
    named = os.environ.get("GUICHET_CARD_TERMINAL")
    if named is None:
        pytest.skip("GUICHET_CARD_TERMINAL=address:port names no terminal")
    host, _, port = named.rpartition(":")
    return Desk(CaisseApTerminal(allowed_address("card_terminal", host, int(port))), None)
