"""Card payments: written down before the terminal is asked, and in doubt until somebody knows the outcome."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.services.command import Command, Context, Done


class StartCharge(Command, frozen=True, kw_only=True):
    """The terminal is about to be asked for `amount_cents`; `periods`: the terms the tenant named, if any."""

    lease_id: str
    amount_cents: int
    balance_seen_cents: int
    periods: tuple[str, ...] = ()
    accept_credit: bool = False


class SettleCharge(Command, frozen=True, kw_only=True):
    """What the terminal said. `outcome`: approved, declined, cancelled, not_sent or unknown."""

    charge_id: str
    outcome: str
    detail: str = ""
    authorisation: str = ""
    card_last4: str = ""


class ResolveCharge(Command, frozen=True, kw_only=True):
    """Staff found out what became of a charge in doubt; `evidence`: what they looked at (journal, slip)."""

    charge_id: str
    paid: bool
    reason: str
    evidence: str


@dataclass(frozen=True, slots=True)
class ChargeView:
    """A card charge. `state`: see models.CardCharge; in doubt while sent or unknown."""

    id: str
    lease_id: str
    amount_cents: int
    periods: tuple[str, ...]
    state: str
    detail: str
    started_at: datetime
    device_id: str
    actor: str


def charges_in_doubt(session: Session, lease_id: str | None = None) -> tuple[ChargeView, ...]:
    """Charges that are sent or unknown, oldest first: of one lease, or of all."""
    raise NotImplementedError


def unsettled_charges_of(session: Session, device_id: str) -> tuple[ChargeView, ...]:
    """Charges this device sent and of which it kept no outcome: at start-up they are settled as unknown."""
    raise NotImplementedError


def start_charge(session: Session, command: StartCharge, context: Context) -> Done:
    """result: charge_id. Refuses payment_in_doubt while another charge of the lease is sent or unknown."""
    raise NotImplementedError


def settle_charge(session: Session, command: SettleCharge, context: Context) -> Done:
    """result after approved: as take_payment. A charge settled before stays as it is (noop)."""
    raise NotImplementedError


def resolve_charge(session: Session, command: ResolveCharge, context: Context) -> Done:
    """result when paid: as take_payment."""
    raise NotImplementedError
