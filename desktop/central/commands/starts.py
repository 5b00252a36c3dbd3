"""A charge whose start was not done, though its terminal was asked: a person may still have it booked."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.central.commands.records import as_sent
from desktop.central.database.tables import CommandRecord
from desktop.errors import Refused
from desktop.models.device import Device
from desktop.protocol.messages import Envelope
from desktop.services import catalogue
from desktop.services.command import Command, Context
from desktop.services.payments.card_charges import SettleCharge, StartCharge, start_charge
from desktop.services.payments.charge_views import charge_of


def start_of(session: Session, device: Device, settled: Command) -> Envelope | None:
    """The command with which this device began the charge that `settled` ends, whatever became of it."""
    if not isinstance(settled, SettleCharge):
        return None
    kind = catalogue.CATALOGUE[StartCharge].kind
    said = select(CommandRecord).where(CommandRecord.device_id == device.id, CommandRecord.kind == kind)
    for record in session.scalars(said.order_by(CommandRecord.received_at.desc(), CommandRecord.seq.desc())):
        if charge_of(UUID(bytes=record.key)) == settled.charge_id:
            return as_sent(record)
    return None


def begin(session: Session, start: Envelope, context: Callable[[Envelope], Context]) -> bool:
    """Writes the charge as its station told of it, whoever acted; False for what no card could be asked."""
    try:
        command = catalogue.decode(start.kind, start.version, start.body)
        start_charge(session, command, context(start))  # type: ignore[arg-type]
    except Refused:
        return False
    session.flush()
    return True
