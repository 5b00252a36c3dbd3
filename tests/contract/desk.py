"""A card terminal and the person in front of it, simulated or real."""

from desktop.hardware.caisse_ap.exchange import TerminalPatience
from desktop.hardware.card_terminal import CardTerminal
from desktop.hardware.simulator import Mode, SimulatedTerminal

QUICK = TerminalPatience(connect=2.0, answer=5.0, quiet=2.0)
"""The simulator hangs up after an answer, so a healthy charge never waits for any of these."""


class Desk:
    """Where a contract test happens."""

    def __init__(self, terminal: CardTerminal, simulator: SimulatedTerminal | None) -> None:
        self.terminal = terminal
        self._simulator = simulator

    def ask(self, mode: Mode, instruction: str) -> None:
        """Make the next charge go this way: the simulator is told, a person at a real terminal reads it."""
        if self._simulator is None:
            print(f"\n>>> At the terminal: {instruction}", flush=True)  # noqa: T201
        else:
            self._simulator.next(mode)
