"""A handful of rows for tests of central's own rules: two dwellings, two people, one activated lease."""

import atexit
import shutil
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from sqlalchemy import text

from desktop.central.database.agency_write import agency_write
from desktop.central.landlord import read_house_parameters, read_landlord
from desktop.central.store import Store, ensure_scopes, init_store, open_store
from desktop.config import RESOURCES
from desktop.models.database import Database
from desktop.models.dwelling import Dwelling
from desktop.models.lease import Lease
from desktop.models.tenant import Tenant
from desktop.models.tenant_account import TenantAccount
from tests.hashes import hash_like


def furnished_store(folder: Path, address: str) -> Store:
    """A new central of two agencies in `folder`, furnished; its rows there or in that database."""
    if address:
        return _made(folder, address)
    shutil.copytree(_pattern(), folder)
    return open_store(folder)


@cache
def _pattern() -> Path:
    """The same as files, made once."""
    folder = Path(mkdtemp(prefix="estate-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _made(folder, "").database.close()
    return folder


def _made(folder: Path, address: str) -> Store:
    landlord = read_landlord(RESOURCES / "demo" / "landlord.toml")
    made = init_store(folder, landlord, read_house_parameters(), address)
    ensure_scopes(made.database, {"AG01", "AG02"})
    furnish(made.database)
    return made


def furnish(database: Database) -> None:
    """Agency AG01 gets dwellings D1 and D2, people T1 and T2, and T1's lease L1 of D1 with its account."""
    with agency_write(database, {"AG01"}) as work:
        homes = (dwelling("D1", "AG01"), dwelling("D2", "AG01"))
        work.session.add_all([*homes, _tenant("T1"), _tenant("T2"), _lease(), _account()])


def dwelling(id_: str, scope: str) -> Dwelling:
    """A dwelling of which only the id and the scope matter."""
    words = dict.fromkeys(
        ("street_number", "street_type", "building", "staircase", "floor", "door", "residence"), ""
    )
    return Dwelling(
        id=id_,
        scope=scope,
        street_name="rue des Fileurs",
        postal_code="62300",
        city="Lens",
        city_code="62498",
        kind="flat",
        rooms=3,
        surface=6_400,
        built_in=1974,
        financing="PLUS",
        regulated=True,
        energy_class="D",
        emission_class="D",
        priority_district=False,
        agency_id=scope,
        **words,
    )


def _tenant(id_: str) -> Tenant:
    return Tenant(
        id=id_,
        scope="AG01",
        civility="",
        last_name="Lefebvre",
        first_name="Nora",
        usage_name="",
        birth_date=date(1980, 2, 3),
        mobile_phone="",
        home_phone="",
        email="",
        language="fr",
    )


def _lease() -> Lease:
    return Lease(
        id="L1",
        scope="AG01",
        dwelling_id="D1",
        holder_id="T1",
        starts_on=date(2020, 1, 1),
        kind="residential",
        deposit_cents=0,
        rent_cents=40_000,
        charges_cents=9_000,
        housing_benefit_cents=0,
        solidarity_reduction_cents=0,
        solidarity_supplement_cents=0,
        payment_means="cash",
        insurer="",
        insurance_policy="",
    )


def _account() -> TenantAccount:
    return TenantAccount(
        id="L1",
        scope="AG01",
        tenant_id="T1",
        password_hash=hash_like(),
        email="",
        language="fr",
        activated_at=datetime(2026, 11, 22, 9, tzinfo=UTC),
    )


def ask(store: Store, query: str) -> list[tuple[object, ...]]:
    """Rows of a question."""
    with store.database.read() as session:
        return [tuple(row) for row in session.execute(text(query))]
