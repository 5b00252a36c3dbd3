"""The card at the terminal: from the touch that starts it until what it said is written down."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.errors import GuichetError
from desktop.hardware.card_terminal import ChargeStep
from desktop.outcomes import Err, Ok, Outcome
from desktop.services.payments.card_charges import StartCharge
from desktop.station.charging import Charged, charge_card
from desktop.views.common.trouble import Trouble, trouble_of
from desktop.views.kiosk.parts import KioskGuide, KioskParts


@dataclass(frozen=True, slots=True)
class Charging:
    """Nobody is sent away meanwhile. `refused`: nothing was sent, the terminal was not asked."""

    parts: KioskParts
    guide: KioskGuide
    step: Callable[[ChargeStep], None]
    settled: Callable[[Charged], None]
    refused: Callable[[Trouble], None]

    def start(self, command: StartCharge) -> None:
        """Ask for the card. The work goes on whatever becomes of the screen."""
        parts, actor = self.parts, self.guide.visit.actor
        self.guide.stay_awake(True)
        parts.terminal_lane.run(
            lambda tell: charge_card(parts.station, parts.terminal, command, actor, tell),
            self._on_charged,
            self.step,
        )

    def _on_charged(self, outcome: Outcome[Charged]) -> None:
        self.guide.stay_awake(False)
        match outcome:
            case Ok(charged):
                self.settled(charged)
            case Err(GuichetError() as error):
                self.refused(trouble_of(error))
            case Err(error):
                self.guide.report(error)
