"""Card payments: written down before the terminal is asked, and in doubt until somebody knows the outcome."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import Invalid, NotAllowed, Refused
from desktop.models.card_charge import CardCharge
from desktop.rules.means import Means
from desktop.services.actors import (
    AT_THE_DESK,
    STAFF,
    TENANT,
    forbid_other_leases,
    require_staff,
    staff_warning,
)
from desktop.services.audit import note, noted
from desktop.services.command import Command, Context, Done, Run
from desktop.services.days import local_day
from desktop.services.payments.booking import Received, already_booked, book
from desktop.services.payments.lease_books import books_of
from desktop.services.payments.objections import (
    IN_DOUBT,
    CashCap,
    Intent,
    check_amount,
    in_doubt,
    objections_to,
    warning_of,
)
from desktop.services.payments.payments import refuse_stale_balance
from desktop.services.people import scope_of

OUTCOMES = ("approved", "declined", "cancelled", "not_sent", "unknown")
RESOLVABLE_AFTER = timedelta(minutes=10)
"""How long a charge may still be in progress at its terminal."""


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


class SeenCharge(msgspec.Struct, frozen=True):
    """A charge as staff saw it. A restored central may hear of it from them before its own station speaks."""

    lease_id: str
    amount_cents: int
    periods: tuple[str, ...]
    started_at: datetime
    device_id: str
    actor: str


class ResolveCharge(Command, frozen=True, kw_only=True):
    """Staff found out what became of a charge in doubt; `evidence`: what they looked at (journal, slip)."""

    charge_id: str
    paid: bool
    reason: str
    evidence: str
    seen: SeenCharge | None = None


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


def start_charge(session: Session, command: StartCharge, context: Context) -> Done:
    """result: charge_id. Refuses payment_in_doubt while another charge of the lease is sent or unknown.

    Also amount_not_positive, amount_too_big; at first lease_unknown, balance_changed, more_than_owed.
    """
    if not context.actor.startswith((TENANT, STAFF)):
        raise NotAllowed("person_only")
    forbid_other_leases(context, command.lease_id)
    check_amount(command.amount_cents)
    charge_id = context.new_id("charge")
    if session.get(CardCharge, charge_id) is not None:
        return Done(result={"charge_id": charge_id}, noop=True)
    scope, lease_warning = scope_of(session, command.lease_id, context)
    books = books_of(session, [command.lease_id])[command.lease_id]
    refuse_stale_balance(books, command.balance_seen_cents, context)
    intent = Intent(
        command.lease_id,
        Means.CARD,
        command.amount_cents,
        command.periods,
        command.accept_credit,
        local_day(context.at),
    )
    doubt = in_doubt(session, command.lease_id)
    warning = warning_of(context, objections_to(CashCap(session), books, intent, doubt=doubt))
    seen = SeenCharge(
        command.lease_id,
        command.amount_cents,
        command.periods,
        context.at,
        context.device_id,
        context.actor,
    )
    session.add(_charge(charge_id, scope, seen))
    session.flush()
    staff = staff_warning(session, context) if context.actor.startswith(STAFF) else None
    return Done(result={"charge_id": charge_id}, warning=lease_warning or staff or warning)


def settle_charge(session: Session, command: SettleCharge, context: Context) -> Done:
    """result after approved: as take_payment. A charge settled before stays as it is (noop).

    The terminal's approval wins over staff who had resolved the charge as not paid: the card did pay. Every
    contradiction becomes the warning charge_settled_otherwise. Refuses outcome_unknown, charge_unknown.
    """
    if command.outcome not in OUTCOMES:
        raise Invalid("outcome", "outcome_unknown")
    charge = _known(session, command.charge_id)
    if charge.device_id != context.device_id:
        raise NotAllowed("not_your_charge")
    forbid_other_leases(context, charge.lease_id)
    if charge.state in IN_DOUBT:
        return _settled(session, charge, command, context)
    if not _contradicts(charge.state, command.outcome):
        return Done(result=already_booked(session, context), noop=True)
    if charge.state == "resolved_not_paid":
        _settled(session, charge, command, context)
    return Done(result=already_booked(session, context), warning="charge_settled_otherwise")


def resolve_charge(session: Session, command: ResolveCharge, context: Context) -> Done:
    """result when paid: as take_payment.

    Refuses reason_missing, evidence_missing; charge_unknown at first, or when it was not `seen`;
    charge_settled (no longer in doubt) and charge_in_progress (sent less than ten minutes ago) at first.
    """
    login = require_staff(session, context, AT_THE_DESK)
    for field in ("reason", "evidence"):
        if not getattr(command, field).strip():
            raise Invalid(field, f"{field}_missing")
    charge = session.get(CardCharge, command.charge_id) or _as_seen(session, command, context)
    if noted(session, context, "charge_resolved"):
        return Done(result=already_booked(session, context), noop=True)
    if charge.state not in IN_DOUBT:
        return Done(warning=context.objection("charge_settled", state=charge.state))
    if charge.state == "sent" and context.at - charge.started_at < RESOLVABLE_AFTER:
        context.objection("charge_in_progress")
    charge.state = "resolved_paid" if command.paid else "resolved_not_paid"
    charge.settled_at = context.at
    charge.resolved_by = login
    charge.resolution = f"{command.reason.strip()}\n{command.evidence.strip()}"
    note(session, context, "charge_resolved", charge.lease_id, command.reason.strip(), charge.scope)
    result = _book(session, charge, context, charge.started_at) if command.paid else None
    return Done(result=result)


def _contradicts(state: str, outcome: str) -> bool:
    """Whether the terminal says that the card paid while the books say that it did not, or the reverse."""
    if outcome == "unknown":
        return False
    return (outcome == "approved") != (state in ("approved", "resolved_paid"))


def _settled(session: Session, charge: CardCharge, command: SettleCharge, context: Context) -> Done:
    if charge.state == command.outcome:
        return Done(noop=True)
    charge.state = command.outcome
    charge.detail = command.detail
    charge.settled_at = context.at
    charge.authorisation = command.authorisation
    charge.card_last4 = command.card_last4[-4:]
    result = _book(session, charge, context, context.at) if command.outcome == "approved" else None
    return Done(result=result)


def _book(session: Session, charge: CardCharge, context: Context, taken_at: datetime) -> dict[str, Any]:
    books = books_of(session, [charge.lease_id])[charge.lease_id]
    money = Received(
        lease_id=charge.lease_id,
        scope=charge.scope,
        means=Means.CARD,
        amount_cents=charge.amount_cents,
        periods=_periods(charge),
        taken_at=taken_at,
        balance_before_cents=books.standing.balance_cents,
        reference=charge.authorisation,
        card_last4=charge.card_last4,
    )
    result = book(session, context, books, money)
    charge.payment_id = result["payment_id"]
    return result


def _known(session: Session, charge_id: str) -> CardCharge:
    charge = session.get(CardCharge, charge_id)
    if charge is None:
        raise Refused("charge_unknown")
    return charge


def _periods(charge: CardCharge) -> tuple[str, ...]:
    return tuple(charge.periods.split())


def _as_seen(session: Session, command: ResolveCharge, context: Context) -> CardCharge:
    """Central was restored and lacks the charge until its station speaks: the money moved all the same."""
    if command.seen is None or context.run is Run.FIRST:
        raise Refused("charge_unknown")
    check_amount(command.seen.amount_cents)
    scope, _ = scope_of(session, command.seen.lease_id, context)
    charge = _charge(command.charge_id, scope, command.seen)
    session.add(charge)
    session.flush()
    return charge


def _charge(charge_id: str, scope: str, seen: SeenCharge) -> CardCharge:
    return CardCharge(
        id=charge_id,
        scope=scope,
        lease_id=seen.lease_id,
        amount_cents=seen.amount_cents,
        periods=" ".join(seen.periods),
        state="sent",
        detail="",
        authorisation="",
        card_last4="",
        started_at=seen.started_at,
        settled_at=None,
        device_id=seen.device_id,
        actor=seen.actor,
        payment_id=None,
        resolved_by=None,
        resolution="",
    )


def _view(charge: CardCharge) -> ChargeView:
    return ChargeView(
        id=charge.id,
        lease_id=charge.lease_id,
        amount_cents=charge.amount_cents,
        periods=_periods(charge),
        state=charge.state,
        detail=charge.detail,
        started_at=charge.started_at,
        device_id=charge.device_id,
        actor=charge.actor,
    )
