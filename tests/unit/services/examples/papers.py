"""Examples of what is recorded of papers."""

from sqlalchemy.orm import Session

from desktop.models.lease import Lease
from desktop.services.command import Command
from desktop.services.papers.printed import NotePrinted


def _printed(_session: Session, lease: Lease, _device_id: str) -> Command:
    return NotePrinted(
        lease_id=lease.id,
        paper="rent_receipt",
        subject_id="2026-10",
        number=f"{lease.id}-2026-10",
        duplicate=False,
        certain=True,
    )


EXAMPLES = {"paper.printed": _printed}

AGREED = {
    "paper.printed": "all staff, tenant; counter and kiosk; of a lease wherever it moved",
}
