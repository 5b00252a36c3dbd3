"""Examples of who gets in, and of looking."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.lease import Lease
from desktop.models.staff import Staff
from desktop.services.access.accounts import NoteSignIn, UnlockAccount
from desktop.services.access.activation import ActivateAccount, ReissueActivationCode
from desktop.services.access.staff import NoteStaffSignIn, RecordView
from desktop.services.access.staff_locks import UnlockStaff
from desktop.services.command import Command
from tests.hashes import hash_like

DIGEST = hash_like()


def _reissue(_session: Session, lease: Lease, _device_id: str) -> Command:
    return ReissueActivationCode(lease_id=lease.id, digest=DIGEST, identity_seen=True, holder=lease.holder_id)


def _activate(_session: Session, lease: Lease, _device_id: str) -> Command:
    return ActivateAccount(
        lease_number=lease.id, code="ABCDEFGHJK", birth_date=date(1979, 6, 15), password_hash=DIGEST
    )


def _unlock_staff(session: Session, _lease: Lease, _device_id: str) -> Command:
    return UnlockStaff(login=session.scalars(select(Staff.id)).first() or "nadia", reason="Vue.")


EXAMPLES = {
    "activation.reissue": _reissue,
    "account.activate": _activate,
    "account.unlock": lambda _session, lease, _device: UnlockAccount(lease_id=lease.id, reason="Vue."),
    "account.note_sign_in": lambda _session, lease, _device: NoteSignIn(login=lease.id, succeeded=False),
    "staff.note_sign_in": lambda *_: NoteStaffSignIn(login="somebody", succeeded=False),
    "staff.unlock": _unlock_staff,
    "lease.view": lambda _session, lease, _device: RecordView(lease_id=lease.id),
}

AGREED = {
    "activation.reissue": "administrator, desk; counter; of a lease that is here",
    "account.activate": "device; kiosk; of no lease",
    "account.unlock": "administrator, desk; counter; of a lease that is here",
    "account.note_sign_in": "device, tenant; kiosk; of no lease",
    "staff.note_sign_in": "all staff, device; counter; of no lease",
    "staff.unlock": "administrator, agency_manager; counter; of no lease",
    "lease.view": "all staff; counter; of a lease wherever it moved",
}
