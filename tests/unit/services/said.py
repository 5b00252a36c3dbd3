"""A central of two agencies, and stations of one that say whatever a test wants them to have said."""

from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
from sqlalchemy import update

from desktop.central import posts
from desktop.central.commands.perform import perform_batch, perform_now
from desktop.central.database.agency_write import agency_write
from desktop.central.database.tables import Tombstone
from desktop.central.landlord import read_house_parameters
from desktop.central.store import ensure_scopes, init_store
from desktop.models.device import Device
from desktop.models.everything import Entity
from desktop.models.lease import Lease
from desktop.models.staff import Staff
from desktop.models.tenant_account import TenantAccount
from desktop.protocol.chain import GENESIS, command_hash
from desktop.protocol.messages import Envelope, PerformRequest, Result
from desktop.rules.role import Role
from desktop.rules.station_kind import StationKind
from desktop.security.device_key import new_device_key, public_key, sign
from desktop.services import catalogue
from desktop.services.command import Command
from desktop.services.entry import Entry, Where
from tests.unit.services import rows
from tests.unit.services.examples import EXAMPLES

HERE, THERE = "AG01", "AG02"
SCOPES = {HERE, THERE, "global"}
STATIONS = (StationKind.KIOSK, StationKind.COUNTER)
PLACES = ("here", "here without account", "moved away", "never here")
"""Where a lease is, seen from the stations' agency; all but one have an account."""

Said = tuple[Command, str]
"""A command and its actor."""

PRIVATE = new_device_key()
"""The key of both stations."""
_AT_MS = round(rows.NOW.timestamp() * 1000)


class SmallLandlord:
    """A real central with staff of every role, a kiosk and a counter, and leases as they are asked for."""

    def __init__(self, folder: Path) -> None:
        self.store = init_store(folder, rows.landlord(), read_house_parameters())
        ensure_scopes(self.store.database, {HERE, THERE})
        self._leases, self._lives = count(1), count(1)
        self._add(rows.agency(HERE), rows.agency(THERE), rows.dwelling(), *_staff())
        self._add(rows.tenant(), rows.tenant(scope=THERE))
        self._add(*(device_of(kind) for kind in STATIONS))

    def lease(self, place: str) -> Lease:
        """A new lease in that place."""
        number, scope = f"{next(self._leases):011}", THERE if place == "never here" else HERE
        account = [] if place == "here without account" else [rows.account(number, scope=scope)]
        self._add(rows.lease(number, scope=scope), *account)
        with agency_write(self.store.database, SCOPES) as work:
            lease = work.session.get_one(Lease, number)
            if place == "moved away":
                lease.scope = work.session.get_one(TenantAccount, number).scope = THERE
        return lease

    def prepared(self, entry: Entry, leases: list[Lease], station: StationKind) -> list[Command]:
        """An example of this command about each of these leases, with its rows at central."""
        with agency_write(self.store.database, SCOPES) as work:
            return [EXAMPLES[entry.kind](work.session, lease, id_of(station)) for lease in leases]

    def hears(
        self,
        entry: Entry,
        said: list[Said],
        station: StationKind,
        *,
        done_at: datetime = rows.NOW,
        heard_at: datetime = rows.NOW,
    ) -> list[Result]:
        """How central ends these commands, the first of a new life of that station."""
        device = device_of(station)
        if entry.where is Where.CENTRAL:
            return [self._asked(entry, command, actor, device) for command, actor in said]
        envelopes: list[Envelope] = []
        for each in said:
            previous = envelopes[-1].hash if envelopes else GENESIS
            seq = len(envelopes) + 1
            envelopes.append(_envelope(entry, each, device, seq, previous, done_at))
        life = f"life {next(self._lives)}"
        return perform_batch(self.store, device, life, envelopes, heard_at).results

    def becomes(self, login: str, at: datetime, **post: Any) -> None:
        """A member of staff gets another role or agency, or is closed."""
        with agency_write(self.store.database, SCOPES) as work:
            posts.change(work.session, work.session.get_one(Staff, login), at, **post)

    def left(self, lease: Lease, at: datetime) -> None:
        """That lease went to the other agency at that moment."""
        with self.store.database.write() as session:
            session.execute(update(Tombstone).where(Tombstone.id == lease.id).values(at=at))

    def _asked(self, entry: Entry, command: Command, actor: str, device: Device) -> Result:
        body = catalogue.encode(command)
        request = PerformRequest(uuid4().bytes, entry.kind, entry.version, body, _AT_MS, actor)
        return perform_now(self.store, device, request, rows.NOW).results[0]

    def _add(self, *entities: Entity) -> None:
        with agency_write(self.store.database, SCOPES) as work:
            work.session.add_all(entities)


def id_of(station: StationKind) -> str:
    """The id of the station of that kind."""
    return f"{station.value}-1"


def _envelope(
    entry: Entry, said: Said, device: Device, seq: int, previous: bytes, done_at: datetime
) -> Envelope:
    command, actor = said
    bare = Envelope(
        seq=seq,
        key=uuid4().bytes,
        kind=entry.kind,
        version=entry.version,
        body=catalogue.encode(command),
        occurred_at=round(done_at.timestamp() * 1000),
        actor=actor,
        receipt_no=seq,
        previous=previous,
        hash=b"",
        signature=b"",
    )
    digest = command_hash(previous, device.id, bare)
    return msgspec.structs.replace(bare, hash=digest, signature=sign(PRIVATE, digest))


def device_of(kind: StationKind) -> Device:
    """The station of that kind as central knows it."""
    return rows.device(
        id_of(kind), scope=HERE, code=f"{HERE}-{kind}", kind=kind.value, public_key=public_key(PRIVATE)
    )


def _staff() -> list[Entity]:
    """One of each role, who bears its name; one who left, one of the other agency."""
    return [
        *(rows.staff(role.value, role=role.value) for role in Role),
        rows.staff("closed", active=False),
        rows.staff("elsewhere", scope=THERE, agency_id=THERE),
        *(rows.staff(login) for login in ("leaves", "rises", "goes", "changes")),
        rows.staff("device", role="device"),
    ]
