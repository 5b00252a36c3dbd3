"""Stations that a restored central does not know for sure: they ask, and an administrator lets them in."""

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.central.administration import write_down
from desktop.central.database.agency_write import Work, agency_write
from desktop.central.database.tables import Readmission
from desktop.central.stations import register
from desktop.central.store import Store
from desktop.errors import NotAllowed, Refused
from desktop.models.device import Device

_PURPOSE = b"guichet enrolment receipt 1"
_MAC_BYTES = 32


class _Known(msgspec.Struct, frozen=True, array_like=True):
    """What central knew of the station when it let it in."""

    id: str
    code: str
    kind: str
    agency_id: str
    name: str
    public_key: bytes
    enrolled_at: datetime


@dataclass(frozen=True, slots=True)
class Compared:
    """What the register made of a restored database: the codes of those shut out, of those who must ask."""

    revoked: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WaitingStation:
    """A station that waits for an administrator's word."""

    code: str
    kind: str
    agency_id: str
    name: str
    enrolled_at: datetime
    asked_at: datetime


def receipt_of(store: Store, device: Device) -> str:
    """The proof of enrolment that a station keeps: only a central with this vault can have made it."""
    known = _Known(*(getattr(device, name) for name in _Known.__struct_fields__))
    body = msgspec.msgpack.encode(known)
    return base64.urlsafe_b64encode(_mac(store, body) + body).decode()


def device_in(store: Store, receipt: str) -> Device:
    """The station that a receipt speaks of, in no session. Raises NotAllowed("receipt_forged")."""
    try:
        content = base64.urlsafe_b64decode(receipt.encode())
        mac, body = content[:_MAC_BYTES], content[_MAC_BYTES:]
        if not hmac.compare_digest(mac, _mac(store, body)):
            raise NotAllowed("receipt_forged")
        known = msgspec.msgpack.decode(body, type=_Known)
    except (binascii.Error, ValueError, msgspec.DecodeError) as error:
        raise NotAllowed("receipt_forged") from error
    return Device(**msgspec.structs.asdict(known), scope=known.agency_id, revoked=False)


def ask(store: Store, receipt: str, now: datetime) -> None:
    """Notes that this station, unknown here, asks to be let in again; nothing is decided by that.

    One that was revoked is known again as such: it will hand over what it holds.
    """
    device = device_in(store, receipt)
    if register.standing_of(store.folder, device.id) == register.REVOKED:
        _take_in(store, device)
        return
    with store.database.write() as session:
        if session.get(Device, device.id) is None:
            session.merge(Readmission(device_id=device.id, receipt=receipt, asked_at=now))


def compare(store: Store, now: datetime) -> Compared:
    """After a restore: the register's revocations hold again, and whoever it does not know has to ask."""
    with store.database.read() as session:
        admitted = session.scalars(select(Device).where(Device.revoked.is_(False)).order_by(Device.code))
        standings = (register.read(store.folder) or register.Register()).standings
        standing = [(device, standings.get(device.id, register.SEEN)) for device in admitted]
    revoked = [device for device, stands in standing if stands == register.REVOKED]
    waiting = [device for device, stands in standing if stands == register.SEEN]
    with agency_write(store.database, {device.agency_id for device in (*revoked, *waiting)}) as work:
        for device in revoked:
            work.session.get_one(Device, device.id).revoked = True
        for device in waiting:
            _forget(store, work, device, now)
    return Compared(tuple(each.code for each in revoked), tuple(each.code for each in waiting))


def listed(store: Store) -> list[WaitingStation]:
    """The stations that ask, those who asked first at the top."""
    with store.database.read() as session:
        rows = list(session.scalars(select(Readmission).order_by(Readmission.asked_at)))
    known = [(row, device_in(store, row.receipt)) for row in rows]
    return [
        WaitingStation(d.code, d.kind, d.agency_id, d.name, d.enrolled_at, row.asked_at) for row, d in known
    ]


def accept(store: Store, code: str) -> Device:
    """Lets a station in as it was: revoked, if the register says so.

    Raises Refused: readmission_unknown, device_code_taken.
    """
    device = _asking(store, code)
    if device is None:
        raise Refused("readmission_unknown", station=code)
    _take_in(store, device)
    return device


def shut_out(store: Store, code: str) -> Device:
    """A station that asks is revoked: it is known as such. Raises Refused("device_code_unknown")."""
    device = _asking(store, code)
    if device is None:
        raise Refused("device_code_unknown", station=code)
    device.revoked = True
    _take_in(store, device)
    return device


def codes_asked_for(store: Store, session: Session) -> list[str]:
    """The codes of the stations that ask: nobody else may bear one of them."""
    return [device_in(store, receipt).code for receipt in session.scalars(select(Readmission.receipt))]


def _asking(store: Store, code: str) -> Device | None:
    with store.database.read() as session:
        receipts = list(session.scalars(select(Readmission.receipt)))
    return next((one for one in (device_in(store, each) for each in receipts) if one.code == code), None)


def _take_in(store: Store, device: Device) -> None:
    if register.standing_of(store.folder, device.id) == register.REVOKED:
        device.revoked = True
    with agency_write(store.database, {device.agency_id}) as work:
        if work.session.get(Device, device.id) is not None:
            return
        if work.session.scalar(select(Device.id).where(Device.code == device.code)) is not None:
            raise Refused("device_code_taken", station=device.code)
        standing = register.REVOKED if device.revoked else register.KNOWN
        register.note(store, work.session, device, standing)
        work.session.add(device)
        work.session.execute(delete(Readmission).where(Readmission.device_id == device.id))
        action = "station_revoked" if device.revoked else "station_readmitted"
        write_down(work, device.agency_id, action, device.id)


def _forget(store: Store, work: Work, device: Device, now: datetime) -> None:
    """Forgets the device, which is told so, keeps everything, and waits for an administrator."""
    work.session.merge(Readmission(device_id=device.id, receipt=receipt_of(store, device), asked_at=now))
    work.session.delete(work.session.get_one(Device, device.id))


def _mac(store: Store, body: bytes) -> bytes:
    return hmac.new(store.vault.pepper, _PURPOSE + body, hashlib.sha256).digest()
