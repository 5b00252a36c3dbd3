"""Examples of taking money."""

from datetime import timedelta
from itertools import count
from uuid import uuid4

from sqlalchemy.orm import Session

from desktop.models.lease import Lease
from desktop.services.command import Command
from desktop.services.payments.card_charges import ResolveCharge, SeenCharge, SettleCharge, StartCharge
from desktop.services.payments.payments import TakePayment
from tests.unit.services.rows import NOW

_NUMBERS = count(1)


def _payment(_session: Session, lease: Lease, _device_id: str) -> Command:
    return TakePayment(
        lease_id=lease.id, means="cash", amount_cents=1, balance_seen_cents=0, accept_credit=True
    )


def _start(_session: Session, lease: Lease, _device_id: str) -> Command:
    return StartCharge(lease_id=lease.id, amount_cents=1, balance_seen_cents=0, accept_credit=True)


def _charge(session: Session, lease: Lease, device_id: str) -> str:
    seen = SeenCharge(lease.id, 1, (), NOW - timedelta(hours=1), device_id, f"tenant:{lease.id}")
    charge = seen.row(str(uuid4()), lease.scope)
    session.add(charge)
    return charge.id


def _settle(session: Session, lease: Lease, device_id: str) -> Command:
    charge, authorisation = _charge(session, lease, device_id), f"{next(_NUMBERS):06d}"
    return SettleCharge(charge_id=charge, outcome="approved", authorisation=authorisation, card_last4="4242")


def _resolve(session: Session, lease: Lease, device_id: str) -> Command:
    charge = _charge(session, lease, device_id)
    return ResolveCharge(charge_id=charge, paid=True, reason="Ticket vu.", evidence="ticket")


EXAMPLES = {
    "payment.take": _payment,
    "charge.start": _start,
    "charge.settle": _settle,
    "charge.resolve": _resolve,
}

AGREED = {
    "payment.take": "administrator, desk; counter; of a lease wherever it moved",
    "charge.start": "administrator, desk, tenant; counter and kiosk; of a lease wherever it moved",
    "charge.settle": "administrator, desk, device, tenant; counter and kiosk; of a lease wherever it moved",
    "charge.resolve": "desk; counter; of a lease wherever it moved",
}
