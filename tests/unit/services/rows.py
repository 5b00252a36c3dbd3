"""Rows for the tests of the services: one small function per entity, sensible where nothing is said."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from desktop.models.agency import Agency
from desktop.models.device import Device
from desktop.models.dwelling import Dwelling
from desktop.models.everything import Entity
from desktop.models.landlord import Landlord
from desktop.models.lease import Lease
from desktop.models.ledger_entry import LedgerEntry
from desktop.models.staff import Staff
from desktop.models.tenant import Tenant
from desktop.models.tenant_account import TenantAccount
from desktop.models.warning import WarningRow

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
TODAY = date(2026, 11, 22)
AGENCY = "AG01"
LEASE = "17580000012"
OTHER_LEASE = "10350000028"


def landlord() -> Landlord:
    return Landlord(
        id="62",
        scope="global",
        name="Habitat 62",
        legal_form="Office public de l’habitat",
        address="1 place Foch",
        postal_code="62000",
        city="Arras",
        siren="276200015",
        phone="03 21 00 00 00",
        website="habitat62.example",
        email="contact@habitat62.example",
    )


def agency(agency_id: str = AGENCY, **said: Any) -> Agency:
    return Agency(
        **{
            "id": agency_id,
            "scope": "global",
            "name": "Agence de Calais",
            "address": "74 rue Casimir Beugnet",
            "postal_code": "62100",
            "city": "Calais",
            "phone": "03 21 18 40 69",
            "email": "agence1@habitat62.example",
            "opening_hours": "Lun-Jeu 08:30-12:00 13:30-17:30|Ven 08:30-12:00",
            "creditor_identifier": "FR12ZZZ123456",
        }
        | said
    )


def dwelling(dwelling_id: str = "6213247621400001", **said: Any) -> Dwelling:
    return Dwelling(
        **{
            "id": dwelling_id,
            "scope": AGENCY,
            "street_number": "133",
            "street_type": "chemin",
            "street_name": "des Dunes",
            "building": "A",
            "staircase": "3",
            "floor": "2",
            "door": "89",
            "postal_code": "62280",
            "city": "Saint-Martin-Boulogne",
            "city_code": "62758",
            "kind": "C",
            "rooms": 5,
            "surface": 9315,
            "built_in": 2018,
            "financing": "13",
            "regulated": True,
            "energy_class": "E",
            "emission_class": "C",
            "priority_district": False,
            "agency_id": AGENCY,
            "residence": "R6275801",
        }
        | said
    )


def tenant(tenant_id: str = "L000001", **said: Any) -> Tenant:
    return Tenant(
        **{
            "id": tenant_id,
            "scope": AGENCY,
            "civility": "MME",
            "last_name": "BRUNEAU",
            "first_name": "Diane",
            "usage_name": "EL AMRANI",
            "birth_date": date(1979, 6, 15),
            "mobile_phone": "06 98 88 45 34",
            "home_phone": "",
            "email": "",
            "language": "fr",
        }
        | said
    )


def lease(lease_id: str = LEASE, **said: Any) -> Lease:
    return Lease(
        **{
            "id": lease_id,
            "scope": AGENCY,
            "dwelling_id": "6213247621400001",
            "holder_id": "L000001",
            "co_holder_id": None,
            "starts_on": date(2009, 3, 1),
            "ends_on": None,
            "kind": "HAB",
            "deposit_cents": 661_37,
            "rent_cents": 661_37,
            "charges_cents": 190_96,
            "housing_benefit_cents": 291_00,
            "solidarity_reduction_cents": 46_28,
            "solidarity_supplement_cents": 0,
            "payment_means": "CARTE",
            "debit_day": None,
            "iban": "",
            "bic": "",
            "mandate_reference": "",
            "mandate_signed_on": None,
            "insurer": "AXA",
            "insurance_policy": "63562212",
            "insured_until": date(2027, 10, 25),
        }
        | said
    )


def entry(
    number: int, day: str, operation: str, cents: int, lease_id: str = LEASE, **said: Any
) -> LedgerEntry:
    """A line posted that day in that day's month; cents above zero are a debit."""
    return LedgerEntry(
        **{
            "id": f"E{number:09d}",
            "scope": AGENCY,
            "lease_id": lease_id,
            "posted_on": date.fromisoformat(day),
            "period": day[:7],
            "operation": operation,
            "label": operation,
            "debit_cents": max(cents, 0),
            "credit_cents": max(-cents, 0),
            "payment_id": None,
        }
        | said
    )


def account(lease_id: str = LEASE, **said: Any) -> TenantAccount:
    return TenantAccount(
        **{
            "id": lease_id,
            "scope": AGENCY,
            "tenant_id": "L000001",
            "password_hash": None,
            "email": "",
            "language": "fr",
            "activated_at": NOW,
            "last_sign_in_at": None,
        }
        | said
    )


def staff(login: str = "nadia", **said: Any) -> Staff:
    return Staff(
        **{
            "id": login,
            "scope": AGENCY,
            "name": "Nadia Lefèvre",
            "role": "front_desk_agent",
            "agency_id": AGENCY,
            "password_hash": "",
            "totp_secret": "",
            "totp_step": 0,
            "active": True,
            "last_sign_in_at": None,
        }
        | said
    )


def device(device_id: str = "counter-1", **said: Any) -> Device:
    return Device(
        **{
            "id": device_id,
            "scope": "global",
            "code": "AG01-C01",
            "kind": "counter",
            "agency_id": AGENCY,
            "name": "Guichet 1",
            "public_key": b"",
            "enrolled_at": NOW - timedelta(days=400),
            "revoked": False,
        }
        | said
    )


def warning(warning_id: str = "w1", **said: Any) -> WarningRow:
    """Somebody who does not work here took 450 € in cash."""
    return WarningRow(
        **{
            "id": warning_id,
            "scope": AGENCY,
            "code": "staff_unknown",
            "kind": "payment.take",
            "actor": "staff:paul",
            "device_id": "counter-1",
            "about_lease": LEASE,
            "payment_id": None,
            "amount_cents": 450_00,
            "means": "cash",
            "done_at": NOW,
            "raised_at": NOW,
            "state": "open",
            "settled_by": "",
            "settled_at": None,
            "word": "",
        }
        | said
    )


def household() -> list[Entity]:
    """A lease in Calais whose October and November are open: 515,05 € each, 1 030,10 € owed."""
    months = [
        entry(number * 10 + step, f"2026-{month}-01", operation, cents)
        for number, month in enumerate(("09", "10", "11"), start=1)
        for step, (operation, cents) in enumerate(
            (("LOYER", 661_37), ("PCHARGES", 190_96), ("APL", -291_00), ("RLS", -46_28))
        )
    ]
    paid = entry(19, "2026-09-10", "REGLT", -515_05)
    return [landlord(), agency(), dwelling(), tenant(), lease(), staff(), device(), *months, paid]
