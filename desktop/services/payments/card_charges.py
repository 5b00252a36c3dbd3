"""Card payments: written down before the terminal is asked, and in doubt until somebody knows the outcome."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from desktop.errors import Invalid, Refused
from desktop.models.card_charge import CardCharge
from desktop.rules.means import Means
from desktop.rules.role import AT_THE_DESK, Role
from desktop.rules.station_kind import StationKind
from desktop.services.about import Subject
from desktop.services.actors import read_actor
from desktop.services.audit import note, noted
from desktop.services.bounds import Cents, Name, Periods, Words
from desktop.services.command import Command, Context, Done, Run
from desktop.services.days import local_day
from desktop.services.entry import Entry, Money, Who
from desktop.services.payments.booking import Received, already_booked, book
from desktop.services.payments.charge_views import (
    ChargeView,
    SeenCharge,
    charge_of,
    charges_in_doubt,
    periods_of,
    unsettled_charges_of,
)
from desktop.services.payments.evidence import CHARGE_UNKNOWN, against_resolving, against_settling
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

__all__ = [
    "COMMANDS",
    "OUTCOMES",
    "RESOLVABLE_AFTER",
    "ChargeView",
    "ResolveCharge",
    "SeenCharge",
    "SettleCharge",
    "StartCharge",
    "charges_in_doubt",
    "resolve_charge",
    "settle_charge",
    "start_charge",
    "unsettled_charges_of",
]

OUTCOMES = ("approved", "declined", "cancelled", "not_sent", "unknown")
RESOLVABLE_AFTER = timedelta(minutes=10)
"""How long a charge may still be in progress at its terminal."""


class StartCharge(Command, frozen=True, kw_only=True):
    """The terminal is about to be asked for `amount_cents`; `periods`: the terms the tenant named, if any."""

    lease_id: Name
    amount_cents: Cents
    balance_seen_cents: Cents
    periods: Periods = ()
    accept_credit: bool = False


class SettleCharge(Command, frozen=True, kw_only=True):
    """What the terminal said. `outcome`: approved, declined, cancelled, not_sent or unknown.

    An approval brings the terminal's own evidence: `authorisation`, `card_last4`, `contract`.
    """

    charge_id: Name
    outcome: Name
    detail: Words = ""
    authorisation: Words = ""
    card_last4: Words = ""
    contract: Words = ""


class ResolveCharge(Command, frozen=True, kw_only=True):
    """Staff found out what became of a charge in doubt; `evidence`: what they looked at (journal, slip)."""

    charge_id: Name
    paid: bool
    reason: Words
    evidence: Words
    seen: SeenCharge | None = None


def start_charge(session: Session, command: StartCharge, context: Context) -> Done:
    """result: charge_id. Refuses payment_in_doubt while another charge of the lease is sent or unknown.

    Also amount_not_positive, amount_too_big; at first lease_unknown, balance_changed, more_than_owed.
    """
    check_amount(command.amount_cents)
    charge_id = charge_of(context.key)
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
    session.add(seen.row(charge_id, scope))
    session.flush()
    return Done(result={"charge_id": charge_id}, warning=lease_warning or warning)


def settle_charge(session: Session, command: SettleCharge, context: Context) -> Done:
    """result after approved: as take_payment. A charge settled before stays as it is (noop).

    The terminal's approval wins over staff who had resolved the charge as not paid: the card did pay. Every
    contradiction becomes the warning charge_settled_otherwise. Refuses outcome_unknown, charge_unknown.
    """
    if command.outcome not in OUTCOMES:
        raise Invalid("outcome", "outcome_unknown")
    charge = _known(session, command.charge_id)
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
    charge.resolved_by = read_actor(context.actor).name
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
    charge.contract = command.contract
    result = _book(session, charge, context, context.at) if command.outcome == "approved" else None
    return Done(result=result)


def _book(session: Session, charge: CardCharge, context: Context, taken_at: datetime) -> dict[str, Any]:
    books = books_of(session, [charge.lease_id])[charge.lease_id]
    money = Received(
        lease_id=charge.lease_id,
        scope=charge.scope,
        means=Means.CARD,
        amount_cents=charge.amount_cents,
        periods=periods_of(charge),
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
        raise Refused(CHARGE_UNKNOWN)
    return charge


def _as_seen(session: Session, command: ResolveCharge, context: Context) -> CardCharge:
    """Central was restored and lacks the charge until its station speaks: the money moved all the same."""
    if command.seen is None or context.run is Run.FIRST:
        raise Refused(CHARGE_UNKNOWN)
    check_amount(command.seen.amount_cents)
    scope, _ = scope_of(session, command.seen.lease_id, context)
    charge = command.seen.row(command.charge_id, scope)
    session.add(charge)
    session.flush()
    return charge


def _about_start(_session: Session, command: StartCharge) -> Subject:
    return Subject(command.lease_id, command.amount_cents, Means.CARD)


def _about_settled(session: Session, command: SettleCharge) -> Subject:
    """Only the station that asked its terminal knows what it said."""
    charge = session.get(CardCharge, command.charge_id)
    if charge is None:
        return Subject(means=Means.CARD, found=False)
    return Subject(charge.lease_id, charge.amount_cents, Means.CARD, device_id=charge.device_id)


def _about_resolved(session: Session, command: ResolveCharge) -> Subject:
    charge = session.get(CardCharge, command.charge_id) or command.seen
    if charge is None:
        return Subject(means=Means.CARD, found=False)
    return Subject(charge.lease_id, charge.amount_cents, Means.CARD)


COMMANDS = (
    Entry(
        kind="charge.start",
        version=1,
        command=StartCharge,
        service=start_charge,
        by=AT_THE_DESK | {Role.ADMINISTRATOR, Who.TENANT},
        stations=frozenset({StationKind.KIOSK, StationKind.COUNTER}),
        about=_about_start,
        follows_its_lease=True,
        money=Money.TAKEN,
        last_bytes=False,
        after=(),
    ),
    Entry(
        kind="charge.settle",
        version=1,
        command=SettleCharge,
        service=settle_charge,
        by=AT_THE_DESK | {Role.ADMINISTRATOR, Who.TENANT, Who.DEVICE},
        stations=frozenset({StationKind.KIOSK, StationKind.COUNTER}),
        about=_about_settled,
        follows_its_lease=True,
        money=Money.MOVED,
        last_bytes=True,
        after=(),
        issues_receipt=True,
        proof=against_settling,
    ),
    Entry(
        kind="charge.resolve",
        version=1,
        command=ResolveCharge,
        service=resolve_charge,
        by=AT_THE_DESK,
        stations=frozenset({StationKind.COUNTER}),
        about=_about_resolved,
        follows_its_lease=True,
        money=Money.DECIDED,
        last_bytes=True,
        after=(),
        issues_receipt=True,
        proof=against_resolving,
    ),
)
