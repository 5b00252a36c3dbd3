"""Enrolment of stations: a one-time code, then a device with a key of its own."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session
from uuid_utils import uuid7

from desktop.central.administration import write_down
from desktop.central.database.agency_write import agency_write
from desktop.central.database.tables import Enrolment
from desktop.central.stations import register
from desktop.central.stations.readmission import codes_asked_for, receipt_of
from desktop.central.store import Store
from desktop.errors import NotAllowed, Refused
from desktop.models.agency import Agency
from desktop.models.device import Device
from desktop.protocol.messages import Enrolled, EnrolRequest
from desktop.rules.parameters import ENROLMENT_CODE_MINUTES
from desktop.security.codes import keyed_digest, one_time_code
from desktop.security.device_key import verify
from desktop.services.parameters import in_force

_LETTER = {"kiosk": "K", "counter": "C"}


def offer(store: Store, kind: str, agency_id: str, name: str, now: datetime) -> str:
    """A new one-time code with which one station may enrol. Raises Refused for an unknown agency or kind."""
    if kind not in _LETTER:
        raise Refused("device_kind_unknown", kind=kind)
    code, expires_at = one_time_code(), now + timedelta(minutes=code_minutes(store, now))
    with store.database.read() as session:
        if session.get(Agency, agency_id) is None:
            raise Refused("agency_unknown", agency=agency_id)
    with agency_write(store.database, {agency_id}) as work:
        work.session.add(
            Enrolment(
                digest=_digest(store, code),
                kind=kind,
                agency_id=agency_id,
                name=name,
                expires_at=expires_at,
                device_id=None,
            )
        )
        write_down(work, agency_id, "enrolment_offered", kind, name)
    return code


def code_minutes(store: Store, now: datetime) -> int:
    """For how many minutes a one-time code made at `now` lets a station in."""
    with store.database.read() as session:
        return in_force(session, ENROLMENT_CODE_MINUTES, now.date())


def enrol(store: Store, request: EnrolRequest, now: datetime) -> Enrolled:
    """Takes a station in. Raises NotAllowed, always alike, for a code that is wrong, old or used.

    The same station asking again, because the answer was lost, is answered the same.
    """
    public_key, proof = _bytes(request.public_key), _bytes(request.proof)
    if not verify(public_key, proof, b"enrol:" + request.code.encode()):
        raise NotAllowed("enrolment_refused")
    with store.database.read() as session:
        already = _enrolled_before(session, _digest(store, request.code), public_key)
        if already is not None:
            return _enrolled(store, already)
        agency_id = _valid(session, _digest(store, request.code), now).agency_id
    with agency_write(store.database, {agency_id}) as work:
        offered = _valid(work.session, _digest(store, request.code), now)
        device = Device(
            id=str(uuid7()),
            scope=agency_id,
            code=_next_code(store, work.session, offered),
            kind=offered.kind,
            agency_id=agency_id,
            name=offered.name,
            public_key=public_key,
            enrolled_at=now,
            revoked=False,
        )
        register.note(store, work.session, device, register.KNOWN)
        work.session.add(device)
        offered.device_id = device.id
        write_down(work, agency_id, "station_enrolled", device.id, device.code, by="enrolment")
        return _enrolled(store, device)


def authenticated(session: Session, device_id: str) -> Device:
    """The device of that id. Raises NotAllowed when it is unknown or was revoked."""
    device = session.get(Device, device_id)
    if device is None:
        raise NotAllowed("device_unknown")
    if device.revoked:
        raise NotAllowed("device_revoked")
    return device


def _enrolled(store: Store, device: Device) -> Enrolled:
    receipt = receipt_of(store, device)
    landlord = store.settings.landlord
    return Enrolled(device.id, device.code, device.kind, device.agency_id, landlord, receipt)


def _enrolled_before(session: Session, digest: str, public_key: bytes) -> Device | None:
    offered = session.get(Enrolment, digest)
    device = session.get(Device, offered.device_id) if offered is not None and offered.device_id else None
    return device if device is not None and device.public_key == public_key else None


def _valid(session: Session, digest: str, now: datetime) -> Enrolment:
    offered = session.get(Enrolment, digest)
    if offered is None or offered.device_id is not None or offered.expires_at < now:
        raise NotAllowed("enrolment_refused")
    return offered


def _next_code(store: Store, session: Session, offered: Enrolment) -> str:
    """One that no station ever bore, were it forgotten in a restore: its receipts are numbered by it."""
    beginning = f"{offered.agency_id}-{_LETTER[offered.kind]}"
    listed = register.read(store.folder) or register.Register()
    known = session.scalars(select(Device.code).where(Device.agency_id == offered.agency_id))
    taken = [*known, *codes_asked_for(store, session), *listed.codes.values()]
    numbers = [code.removeprefix(beginning) for code in taken if code.startswith(beginning)]
    highest = max((int(number) for number in numbers if number.isdecimal()), default=0)
    return f"{beginning}{max(highest, listed.floor) + 1:02d}"


def _digest(store: Store, code: str) -> str:
    return keyed_digest(store.vault.pepper, code.replace("-", "").replace(" ", "").upper())


def _bytes(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise NotAllowed("enrolment_refused") from error
