"""A landlord with hundreds of agencies and thousands of stations, written straight into a new central."""

import json
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from uuid_utils import uuid7

from desktop.central.database.agency_write import agency_write
from desktop.central.database.tables import Scope
from desktop.central.landlord import read_house_parameters, read_landlord
from desktop.central.rows.shapes import shape_of
from desktop.central.store import Store, ensure_scopes, init_store
from desktop.config import RESOURCES
from desktop.models.device import Device
from desktop.models.dwelling import Dwelling
from desktop.models.entity import GLOBAL_SCOPE
from desktop.models.lease import Lease
from desktop.models.ledger_entry import LedgerEntry
from desktop.models.staff import Staff
from desktop.models.tenant import Tenant
from desktop.protocol.cursor import write_cursor
from desktop.security.device_key import new_device_key, public_key

LEASES = 30
TODAY = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Place:
    """One station of the fleet: who it is, what it may speak of, from where it follows."""

    device_id: str
    key: str
    agency: str
    leases: tuple[str, ...]
    cursor: str


def found(folder: Path, agencies: int, stations: int, **chosen: Any) -> tuple[Store, list[Place]]:
    """A new central with so many agencies, LEASES leases each, and `stations` counters over all of them."""
    landlord = read_landlord(RESOURCES / "demo" / "landlord.toml")
    store = init_store(folder, landlord, read_house_parameters(), **chosen)
    names = [f"A{number:03d}" for number in range(agencies)]
    ensure_scopes(store.database, {GLOBAL_SCOPE, *names})
    enrolled: list[tuple[str, str, str]] = []
    for number, name in enumerate(names):
        count = stations // agencies + (number < stations % agencies)
        keys = [(str(uuid7()), new_device_key(), name) for _ in range(count)]
        with agency_write(store.database, {name}) as work:
            work.session.add_all(_rows(name, keys))
        enrolled += [(device, key.hex(), agency) for device, key, agency in keys]
    with store.database.read() as session:
        at = {scope.id: (scope.epoch, scope.ver) for scope in session.query(Scope)}
    places = [
        Place(
            device,
            key,
            agency,
            _leases(agency),
            write_cursor(shape_of("counter").name, {n: at[n] for n in (agency, GLOBAL_SCOPE)}),
        )
        for device, key, agency in enrolled
    ]
    return store, places


def keep(path: Path, places: list[Place]) -> None:
    """For the process that plays the stations."""
    path.write_text(json.dumps([asdict(place) for place in places]), "utf-8")


def _leases(agency: str) -> tuple[str, ...]:
    return tuple(f"{agency}L{number:04d}" for number in range(LEASES))


def _rows(agency: str, keys: list[tuple[str, bytes, str]]) -> Iterator[Any]:
    yield Staff(
        id=f"claire.{agency}",
        scope=agency,
        name="Claire",
        role="front_desk_agent",
        agency_id=agency,
        password_hash="",
        totp_secret="",
        totp_step=0,
        active=True,
        last_sign_in_at=None,
    )
    for number, (device, key, _) in enumerate(keys):
        yield Device(
            id=device,
            scope=agency,
            code=f"{agency}-C{number:02d}",
            kind="counter",
            agency_id=agency,
            name="",
            public_key=public_key(key),
            enrolled_at=datetime(2026, 11, 1, tzinfo=UTC),
            revoked=False,
        )
    for lease in _leases(agency):
        yield from _lease(agency, lease)


def _lease(agency: str, lease: str) -> Iterator[Any]:
    blank = {column.name: "" for column in (*Dwelling.__table__.c, *Tenant.__table__.c, *Lease.__table__.c)}
    yield Dwelling(
        **_own(Dwelling, blank)
        | {"id": f"D{lease}", "scope": agency, "agency_id": agency, "rooms": 3, "surface": 6_500, "ver": 0}
        | {"built_in": None, "regulated": True, "priority_district": False}
    )
    yield Tenant(
        **_own(Tenant, blank)
        | {"id": f"T{lease}", "scope": agency, "last_name": lease, "birth_date": date(1952, 3, 1), "ver": 0}
    )
    money = {name: 0 for name in blank if name.endswith("_cents")}
    nothing = dict.fromkeys(
        (
            "co_holder_id",
            "ends_on",
            "debit_day",
            "iban",
            "bic",
            "mandate_reference",
            "mandate_signed_on",
            "insured_until",
        )
    )
    yield Lease(
        **_own(Lease, blank)
        | money
        | nothing
        | {"id": lease, "scope": agency, "dwelling_id": f"D{lease}", "holder_id": f"T{lease}", "ver": 0}
        | {"starts_on": date(2020, 1, 1), "rent_cents": 45_000}
    )
    yield from _ledger(agency, lease)


def _ledger(agency: str, lease: str) -> Iterator[LedgerEntry]:
    for month in range(1, 12):
        yield LedgerEntry(
            id=f"{lease}-{month:02d}",
            scope=agency,
            lease_id=lease,
            posted_on=date(2026, month, 1),
            period=f"2026-{month:02d}",
            operation="LOYER",
            label="Loyer",
            debit_cents=45_000 + random.Random(lease).randrange(5_000),
            credit_cents=0,
            payment_id=None,
        )


def _own(entity: Any, blank: dict[str, str]) -> dict[str, Any]:
    return {column.name: blank[column.name] for column in entity.__table__.c}
