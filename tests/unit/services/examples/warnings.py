"""An example of a warning that somebody settles."""

from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.central.database.tables import Tombstone
from desktop.models.lease import Lease
from desktop.services.command import Command
from desktop.services.warnings import SettleWarning
from tests.unit.services.rows import warning


def _settle(session: Session, lease: Lease, _device_id: str) -> Command:
    """It stays where it was raised, though its lease may have moved."""
    left = session.scalar(select(Tombstone.scope).where(Tombstone.tbl == "lease", Tombstone.id == lease.id))
    raised = warning(str(uuid4()), scope=left or lease.scope, about_lease=lease.id)
    session.add(raised)
    return SettleWarning(warning_id=raised.id, word="Compté avec la caisse.")


EXAMPLES = {"warning.settle": _settle}

AGREED = {
    "warning.settle": "agency_manager; counter; of a lease wherever it moved",
}
