"""An example of a certificate that staff see."""

from datetime import date

from sqlalchemy.orm import Session

from desktop.models.lease import Lease
from desktop.services.command import Command
from desktop.services.insurance.insurance import SeeCertificate


def _see(_session: Session, lease: Lease, _device_id: str) -> Command:
    return SeeCertificate(
        lease_id=lease.id,
        insurer="MAIF",
        policy="4407 112 Z",
        valid_from=date(2026, 9, 1),
        valid_to=date(2027, 8, 31),
    )


EXAMPLES = {"insurance.see": _see}

AGREED = {
    "insurance.see": "desk; counter; of a lease wherever it moved",
}
