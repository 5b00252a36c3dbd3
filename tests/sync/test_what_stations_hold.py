"""What lies in a real station's file: nothing that its kind of station has no business with."""

from datetime import date

import pyotp
import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desktop.central import staff
from desktop.central.database.agency_write import agency_write
from desktop.central.importers.folder import import_folder
from desktop.models.lease import Lease
from desktop.models.tenant_account import TenantAccount
from desktop.protocol.cursor import read_cursor, write_cursor
from desktop.security import seeds
from desktop.services.access.staff import check_staff_sign_in
from desktop.sync.cache import cache
from tests.hashes import hash_like
from tests.sync import laws
from tests.sync.copies import ON_BOTH
from tests.sync.fleet import AGENCY, Fleet, activate
from tests.sync.visits import report_fault, take_cash
from tests.world import PASSWORD

BANK = {
    "iban": "FR7630004847013886204388638",
    "bic": "BNPAFRPP",
    "mandate_reference": "HAB6210350000028001",
    "mandate_signed_on": date(1997, 12, 1),
}
"""Of a lease of the sample that pays by direct debit."""

DIGESTS = "SELECT digest FROM activation_code WHERE scope = 'AG02'"
PASSWORDS = "SELECT password_hash, totp_secret FROM staff"


def everything_in(fleet: Fleet, name: str) -> str:
    """All that a station's cache holds, decrypted with its own key: every table, search and undo included."""
    return repr(tables_of(fleet, name))


def tables_of(fleet: Fleet, name: str) -> dict[str, str]:
    """The same, table by table."""
    fleet.restart(name)
    return fleet.members[name].station.ask(_tables)


def _tables(session: Session) -> dict[str, str]:
    names = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
    return {name: repr(session.execute(text(f"SELECT * FROM {name}")).all()) for name in names}


def values(fleet: Fleet, query: str) -> set[str]:
    """What central's answer to a question is made of."""
    return {str(value) for row in fleet.at_central(query) for value in row if value}


def all_activated(fleet: Fleet) -> None:
    """Every lease of the agency has an account: a kiosk may hold all that it may ever hold of them."""
    for (lease,) in fleet.at_central(
        "SELECT id FROM lease WHERE scope = 'AG02' AND id NOT IN (SELECT id FROM tenant_account)"
    ):
        activate(fleet.central.store, str(lease))
    with agency_write(fleet.central.store.database, {AGENCY}) as work:
        for account in work.session.scalars(select(TenantAccount)):
            account.password_hash = hash_like(account.id)
            lease = work.session.get_one(Lease, account.id)
            for column, value in BANK.items():
                setattr(lease, column, value)
    laws.settle(fleet)


def test_a_kiosks_file_shows_no_bank_no_staff_and_no_code(fleet: Fleet) -> None:
    all_activated(fleet)
    secrets = set(map(str, BANK.values())) | values(fleet, DIGESTS) | values(fleet, PASSWORDS)
    assert len(values(fleet, DIGESTS)) >= 2
    assert len(values(fleet, PASSWORDS)) == 2
    held = everything_in(fleet, "kiosk")
    assert all(lease in held for lease in values(fleet, "SELECT id FROM lease WHERE scope = 'AG02'"))
    assert {secret for secret in secrets if secret in held} == set()


def test_a_counters_file_shows_no_tenants_password_and_no_code(fleet: Fleet) -> None:
    all_activated(fleet)
    hashes = values(fleet, "SELECT password_hash FROM tenant_account")
    secrets = hashes | values(fleet, DIGESTS)
    assert len(hashes) >= 2
    held = everything_in(fleet, "west")
    assert all(str(value) in held for value in BANK.values())
    assert {secret for secret in secrets if secret in held} == set()


def test_staff_sign_in_at_a_counter_whose_file_shows_no_seed(fleet: Fleet) -> None:
    factor = staff.add(fleet.central.store, "denis", "Denis Roy", "front_desk_agent", AGENCY, PASSWORD)
    laws.settle(fleet)
    assert factor.totp_secret not in everything_in(fleet, "west")
    assert seeds.is_sealed(str(fleet.at_central("SELECT totp_secret FROM staff WHERE id = 'denis'")[0][0]))
    station = fleet.members["west"].station
    code = pyotp.TOTP(factor.totp_secret).at(station.now())
    signed = station.ask(
        check_staff_sign_in, "denis", PASSWORD, code, station.now(), open_seed=station.staff_seeds.open_seed
    )
    assert signed.outcome == "ok"


@pytest.mark.parametrize("column", ["code_locataire", "code_colocataire"])
def test_a_file_leaves_the_kiosks_once_the_import_says_that_its_account_belongs_to_nobody_there(
    fleet: Fleet, column: str
) -> None:
    (lease, old) = fleet.at_central("SELECT id, tenant_id FROM tenant_account")[0]
    stranger = fleet.at_central("SELECT min(id) FROM tenant WHERE id <> :old", old=old)[0][0]
    if column == "code_colocataire":
        import_contract(fleet, lease, {"code_colocataire": stranger})
        belongs_to(fleet, lease, stranger)
    report_fault(fleet.members["kiosk"].station, lease)
    laws.settle(fleet)
    assert str(lease) in everything_in(fleet, "kiosk")
    import_contract(fleet, lease, {column: "" if column == "code_colocataire" else stranger})
    laws.settle(fleet)
    left = {name for name, rows in tables_of(fleet, "kiosk").items() if str(lease) in rows}
    assert left <= {"lease_search_data"}, "the index of words overwrites what left it only by and by"
    assert fleet.differences(fleet.members["kiosk"]) == []
    assert str(lease) in everything_in(fleet, "west")
    assert fleet.differences(fleet.members["west"]) == []


def belongs_to(fleet: Fleet, lease: str, tenant: str) -> None:
    """The account of a lease is that of its co-holder."""
    with agency_write(fleet.central.store.database, {AGENCY}) as work:
        work.session.get_one(TenantAccount, lease).tenant_id = tenant


def import_contract(fleet: Fleet, lease: str, said: dict[str, str]) -> None:
    """A night in which the ERP says something else of a lease."""
    store, folder = fleet.central.store, fleet.folder / "export"
    path = folder / "contrats.csv"
    head, *lines = path.read_bytes().decode("cp1252").split("\r\n")
    names = head.split(";")
    for number, line in enumerate(lines):
        if line.startswith(f"{lease};"):
            cells = dict(zip(names, line.split(";"), strict=True)) | said
            lines[number] = ";".join(cells.values())
    path.write_bytes("\r\n".join([head, *lines]).encode("cp1252"))
    report = import_folder(
        store.database, store.vault.pepper, folder, fleet.now(), lambda _: None, store.folder
    )
    assert report.rejections == ()


@ON_BOTH
def test_a_station_whose_shape_has_another_name_bootstraps_and_serves_meanwhile(fleet: Fleet) -> None:
    for name in ("west", "kiosk"):
        member = fleet.members[name]
        shape = member.station.settings.kind
        now = str(member.station.replica.cursor)
        position = fleet.position(member)
        assert position
        of_the_first_release = write_cursor(f"{shape}.v1", position)
        with member.station.replica.write() as session:
            cache.set_meta(session, "cursor", of_the_first_release)
        lease = str(fleet.at_central("SELECT id FROM tenant_account")[0][0])
        if name == "west":
            take_cash(member.station, lease, 1_000)
        before = member.station.replica.current.path
        assert member.station.ask(lambda s: s.execute(text("SELECT count(*) FROM lease")).scalar_one()) > 0
        laws.settle(fleet)
        assert member.station.replica.current.path != before
        assert read_cursor(str(member.station.replica.cursor), f"{shape}.v1") is None
        assert set(fleet.position(member) or {}) == set(position)
        assert now != of_the_first_release
        assert fleet.differences(member) == []
    assert fleet.at_central("SELECT amount_cents FROM payment") == [(1_000,)]
