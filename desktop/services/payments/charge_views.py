"""Card charges as lists show them, and as staff saw them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.card_charge import CardCharge
from desktop.services.bounds import Cents, Moment, Name, Periods
from desktop.services.command import row_id
from desktop.services.payments.objections import IN_DOUBT


class SeenCharge(msgspec.Struct, frozen=True):
    """A charge as staff saw it. A restored central may hear of it from them before its own station speaks."""

    lease_id: Name
    amount_cents: Cents
    periods: Periods
    started_at: Moment
    device_id: Name
    actor: Name

    def row(self, charge_id: str, scope: str) -> CardCharge:
        """The charge itself, in doubt."""
        return CardCharge(
            id=charge_id,
            scope=scope,
            lease_id=self.lease_id,
            amount_cents=self.amount_cents,
            periods=" ".join(self.periods),
            state="sent",
            detail="",
            authorisation="",
            card_last4="",
            started_at=self.started_at,
            settled_at=None,
            device_id=self.device_id,
            actor=self.actor,
            payment_id=None,
            resolved_by=None,
            resolution="",
            contract="",
        )


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

    def seen(self) -> SeenCharge:
        """What goes with the decision about it."""
        return SeenCharge(
            self.lease_id, self.amount_cents, self.periods, self.started_at, self.device_id, self.actor
        )


def charge_of(key: UUID) -> str:
    """The id of the charge that the command with this key starts."""
    return row_id(key, "charge")


def charges_in_doubt(session: Session, lease_id: str | None = None) -> tuple[ChargeView, ...]:
    """Charges that are sent or unknown, oldest first: of one lease, or of all."""
    found = select(CardCharge).where(CardCharge.state.in_(IN_DOUBT))
    if lease_id is not None:
        found = found.where(CardCharge.lease_id == lease_id)
    return tuple(map(_view, session.scalars(found.order_by(CardCharge.started_at, CardCharge.id))))


def unsettled_charges_of(session: Session, device_id: str) -> tuple[ChargeView, ...]:
    """Charges this device sent and of which it kept no outcome: at start-up they are settled as unknown."""
    found = select(CardCharge).where(CardCharge.state == "sent", CardCharge.device_id == device_id)
    return tuple(map(_view, session.scalars(found.order_by(CardCharge.started_at, CardCharge.id))))


def periods_of(charge: CardCharge) -> tuple[str, ...]:
    """The terms that the tenant named."""
    return tuple(charge.periods.split())


def _view(charge: CardCharge) -> ChargeView:
    return ChargeView(
        id=charge.id,
        lease_id=charge.lease_id,
        amount_cents=charge.amount_cents,
        periods=periods_of(charge),
        state=charge.state,
        detail=charge.detail,
        started_at=charge.started_at,
        device_id=charge.device_id,
        actor=charge.actor,
    )
