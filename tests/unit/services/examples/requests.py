"""Examples of what tenants ask and staff answer."""

from datetime import date
from uuid import uuid4

from sqlalchemy.orm import Session

from desktop.models.lease import Lease
from desktop.models.request import ServiceRequest
from desktop.services.command import Command
from desktop.services.requests.requests import AnswerRequest, OpenRequest
from tests.unit.services.rows import NOW


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


EXAMPLES = {"request.open": _open, "request.answer": _answer}

AGREED = {
    "request.open": "administrator, desk, tenant; counter and kiosk; of a lease that is here",
    "request.answer": "administrator, desk; counter; of a lease that is here",
}
