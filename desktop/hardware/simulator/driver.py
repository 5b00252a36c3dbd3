"""The simulated terminal as a station plugs it in: the real driver, talking to a server of its own."""

from desktop.hardware.address import Address
from desktop.hardware.caisse_ap.driver import CaisseApTerminal
from desktop.hardware.caisse_ap.exchange import TerminalPatience
from desktop.hardware.simulator.server import SimulatedTerminal


class SimulatedCardTerminal(CaisseApTerminal):
    """A card terminal for demonstrations: everything is real but the card and the money."""

    def __init__(
        self,
        simulator: SimulatedTerminal,
        patience: TerminalPatience | None = None,
        *,
        doubtful: bool = False,
    ) -> None:
        super().__init__(Address(*simulator.address), patience, doubtful=doubtful)
        self.simulator = simulator

    def close(self) -> None:
        """Switch the terminal off."""
        self.simulator.stop()
