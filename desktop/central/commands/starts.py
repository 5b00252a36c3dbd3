"""A charge whose start was refused, though its terminal was asked: a person may still have it booked."""

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
from desktop.services.about import Subject
from desktop.services.command import Command, Context, Status
from desktop.services.payments.card_charges import SettleCharge, StartCharge, start_charge
from desktop.services.payments.charge_views import charge_of


def start_of(session: Session, device: Device, settled: Command) -> Envelope | None:
    """The command with which this device began the charge that `settled` ends, where central refused it.

    One that waits itself is for a person to decide first.
    """
    if not isinstance(settled, SettleCharge):
        return None
    kind = catalogue.CATALOGUE[StartCharge].kind
    said = select(CommandRecord).where(
        CommandRecord.device_id == device.id,
        CommandRecord.kind == kind,
        CommandRecord.status == Status.REJECTED,
    )
    for record in session.scalars(said.order_by(CommandRecord.received_at.desc(), CommandRecord.seq.desc())):
        if charge_of(UUID(bytes=record.key)) == settled.charge_id:
            return as_sent(record)
    return None


def subject_of(session: Session, record: CommandRecord) -> Subject:
    """What a command is about, as a person must see it to decide; an end of a charge is about its start."""
    about = catalogue.subject_of(session, record.kind, record.version, record.body or b"")
    device = session.get(Device, record.device_id)
    if about.found or device is None:
        return about
    start = start_of(session, device, catalogue.decode(record.kind, record.version, record.body or b""))
    return about if start is None else catalogue.subject_of(session, start.kind, start.version, start.body)


def begin(session: Session, start: Envelope, context: Callable[[Envelope], Context]) -> bool:
    """Writes the charge as its station told of it, whoever acted; False for what no card could be asked."""
    try:
        command = catalogue.decode(start.kind, start.version, start.body)
        start_charge(session, command, context(start))  # type: ignore[arg-type]
    except Refused:
        return False
    session.flush()
    return True
