"""One example of every command, about a given lease, with the rows it needs."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

from sqlalchemy.orm import Session

from desktop.models.lease import Lease
from desktop.models.request import ServiceRequest
from desktop.services.access.accounts import NoteSignIn, UnlockAccount
from desktop.services.access.activation import ActivateAccount, ReissueActivationCode
from desktop.services.access.staff import NoteStaffSignIn, RecordView
from desktop.services.command import Command
from desktop.services.payments.card_charges import ResolveCharge, SeenCharge, SettleCharge, StartCharge
from desktop.services.payments.payments import TakePayment
from desktop.services.requests.requests import AnswerRequest, OpenRequest
from tests.unit.services.rows import NOW

DIGEST = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + "a" * 43

Example = Callable[[Session, Lease, str], Command]
"""Makes the command, and whatever row it is about, for a lease and the station that says it."""


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
    return SettleCharge(charge_id=_charge(session, lease, device_id), outcome="approved")


def _resolve(session: Session, lease: Lease, device_id: str) -> Command:
    charge = _charge(session, lease, device_id)
    return ResolveCharge(charge_id=charge, paid=True, reason="Ticket vu.", evidence="ticket")


def _open(_session: Session, lease: Lease, _device_id: str) -> Command:
    return OpenRequest(lease_id=lease.id, category="lift", place="hall", description="En panne.")


def _answer(session: Session, lease: Lease, _device_id: str) -> Command:
    request = ServiceRequest(
        id=str(uuid4()),
        scope=lease.scope,
        number="D-222222",
        lease_id=lease.id,
        category="lift",
        place="",
        description="En panne.",
        state="open",
        opened_at=NOW,
        opened_by=f"tenant:{lease.id}",
        promised_on=date(2026, 11, 23),
    )
    session.add(request)
    return AnswerRequest(request_id=request.id, text="Demain.", close=False)


def _reissue(_session: Session, lease: Lease, _device_id: str) -> Command:
    return ReissueActivationCode(lease_id=lease.id, digest=DIGEST, identity_seen=True, holder=lease.holder_id)


def _activate(_session: Session, lease: Lease, _device_id: str) -> Command:
    return ActivateAccount(
        lease_number=lease.id, code="ABCDEFGHJK", birth_date=date(1979, 6, 15), password_hash=DIGEST
    )


EXAMPLES: dict[str, Example] = {
    "payment.take": _payment,
    "charge.start": _start,
    "charge.settle": _settle,
    "charge.resolve": _resolve,
    "request.open": _open,
    "request.answer": _answer,
    "activation.reissue": _reissue,
    "account.activate": _activate,
    "account.unlock": lambda _session, lease, _device: UnlockAccount(lease_id=lease.id, reason="Vue."),
    "account.note_sign_in": lambda _session, lease, _device: NoteSignIn(login=lease.id, succeeded=False),
    "staff.note_sign_in": lambda *_: NoteStaffSignIn(login="somebody", succeeded=False),
    "lease.view": lambda _session, lease, _device: RecordView(lease_id=lease.id),
}
"""By the kind of the command."""
