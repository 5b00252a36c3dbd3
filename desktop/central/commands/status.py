"""What became of one command, for the station that sent it; and requests handed in again after a restore."""

from datetime import datetime

import msgspec
from sqlalchemy.orm import Session

from desktop.central.commands.perform import Performed, perform_now
from desktop.central.database.tables import CommandRecord
from desktop.central.store import Store
from desktop.errors import Invalid, Refused
from desktop.models.device import Device
from desktop.protocol.messages import UNREADABLE, PerformRequest, Result, SealedRequest
from desktop.security import letterbox


def outcome_of(session: Session, device: Device, key: bytes) -> Result:
    """How a command ended, or stands. Raises Refused alike for an unknown one and one of another agency."""
    record = session.get(CommandRecord, key)
    if record is None or device.agency_id != record.agency_id:
        raise Refused("command_unknown", key=key.hex())
    return Result(record.seq, record.key, record.status, record.code, record.result, record.ver)


def letterbox_of(store: Store) -> bytes:
    """The key with which stations seal what only this central may read."""
    return letterbox.public_key(letterbox.private_key(store.vault.pepper))


def perform_sealed(store: Store, device: Device, handed_in: SealedRequest, now: datetime) -> Performed:
    """Performs what this device had central do before a restore; what was not lost is not done again.

    Raises Invalid("letter", "letter_unreadable") for what is not this device's, or for another central.
    """
    private = letterbox.private_key(store.vault.pepper)
    letter = letterbox.open_(private, handed_in.sealed, letterbox.about(device.id, handed_in.key))
    try:
        request = msgspec.msgpack.decode(letter, type=PerformRequest)
    except UNREADABLE as error:
        raise Invalid("letter", "letter_unreadable") from error
    if request.key != handed_in.key:
        raise Invalid("letter", "letter_unreadable")
    return perform_now(store, device, request, now)
