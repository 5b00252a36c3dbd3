"""Where a payment stands between the desk and the landlord's books: at every moment in exactly one state."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.rules.money import Cents


class PaymentState(StrEnum):
    """From the drawer to the landlord's accounts."""

    AT_STATION = "at_station"
    """Booked at its station; central has not heard of it."""
    AWAITING_EXPORT = "awaiting_export"
    EXPORTED = "exported"
    """The accountant has it; its line has not come back."""
    MATCHED = "matched"
    """Its line is in the landlord's accounts."""
    TO_CHECK = "to_check"
    """A person must say whether it counts, or whether the line that came back is its own, or all of it."""
    COUNTERED = "countered"
    """Another payment takes it back, and neither went out: the landlord's accounts need none of them."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What is known of a payment. `cents` below zero takes another back.

    `came_back_cents`: what its matches account for; `in_doubt`: one of them is doubtful; `unproven`: a
    warning stands against it; `handed_over`: it was exported, or taken before exports began; `countered`:
    it takes another back, or is taken back.
    """

    cents: Cents
    at_central: bool = True
    came_back_cents: Cents = 0
    in_doubt: bool = False
    unproven: bool = False
    handed_over: bool = False
    countered: bool = False

    @property
    def state(self) -> PaymentState:
        """The one it is in. What came back in part waits for a person as long as the rest is out."""
        if not self.at_central:
            return PaymentState.AT_STATION
        if self.in_doubt or self.unproven:
            return PaymentState.TO_CHECK
        if self.came_back_cents:
            whole = self.came_back_cents == self.cents
            return PaymentState.MATCHED if whole else PaymentState.TO_CHECK
        if self.handed_over:
            return PaymentState.EXPORTED
        return PaymentState.COUNTERED if self.countered else PaymentState.AWAITING_EXPORT

    @property
    def goes_out(self) -> bool:
        """Whether the next export takes it."""
        return self.state is PaymentState.AWAITING_EXPORT


def sums(payments: Iterable[Whereabouts]) -> dict[PaymentState, Cents]:
    """The cents in each state; together, all that was taken."""
    found = dict.fromkeys(PaymentState, 0)
    for payment in payments:
        found[payment.state] += payment.cents
    return found
