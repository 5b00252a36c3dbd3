"""Somebody with a home in one agency and a garage in another is known at both, while they hold it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text

from desktop.central.importers.folder import import_folder
from desktop.services.leases.leases import lease_card
from desktop.services.leases.search import search
from desktop.services.people import names_of
from desktop.station.station import Station
from tests.sync.copies import LANDLORD_ON_BOTH_AT_LENGTH
from tests.sync.fleet import activate
from tests.world import World

AGENCIES = ("AG01", "AG02")
KINDS = ("counter", "kiosk")
GOES_BY = "coalesce(nullif(usage_name, ''), last_name)"
TODAY = date(2026, 11, 22)


@dataclass
class Person:
    """Who holds one lease in each agency; `counters` and `kiosks` by agency."""

    landlord: World
    code: str
    name: str
    leases: dict[str, str]
    counters: dict[str, Station]
    kiosks: dict[str, Station]


@pytest.fixture
def person(landlord: World) -> Person:
    """The holder of AG01's first lease, of whom a night's import says that they hold one of AG02 too."""
    counters, kiosks = ({name: landlord.station(kind, name) for name in AGENCIES} for kind in KINDS)
    code, leases = a_garage_elsewhere(landlord)
    name = at_central(landlord, f"SELECT {GOES_BY} FROM tenant WHERE id = '{code}'")
    for agency, lease in leases.items():
        activate(landlord.store, lease, agency)
    landlord.settle()
    return Person(landlord, code, name, leases, counters, kiosks)


def a_garage_elsewhere(landlord: World) -> tuple[str, dict[str, str]]:
    """Somebody's code, and by agency the lease that they hold once this night is over."""
    first = "SELECT min(id) FROM lease WHERE scope = '{}'"
    leases = {name: at_central(landlord, first.format(name)) for name in AGENCIES}
    code = at_central(landlord, f"SELECT holder_id FROM lease WHERE id = '{leases['AG01']}'")
    night(landlord, "contrats.csv", leases["AG02"], "code_colocataire", code)
    return code, leases


def at_central(landlord: World, query: str) -> str:
    """The one answer to a question."""
    with landlord.store.database.read() as session:
        return str(session.scalar(text(query)))


def night(landlord: World, file: str, row: str, column: str, value: str) -> None:
    """The nightly import, with one cell of the export changed."""
    path, store = landlord.folder / "export" / file, landlord.store
    head, *lines = path.read_bytes().decode("cp1252").split("\r\n")
    place = head.split(";").index(column)
    for number, line in enumerate(lines):
        cells = line.split(";")
        if cells[0] == row:
            lines[number] = ";".join([*cells[:place], value, *cells[place + 1 :]])
    path.write_bytes("\r\n".join([head, *lines]).encode("cp1252"))
    now = datetime.now(UTC)
    report = import_folder(
        store.database, store.vault.pepper, landlord.folder / "export", now, lambda _: None, store.folder
    )
    assert report.rejections == ()


def holders(station: Station, lease: str) -> dict[str, tuple[str, ...]]:
    """The people a file names, as the counter shows it: their codes with their phones."""
    card = station.ask(lease_card, lease, TODAY)
    return {holder.tenant_id: holder.phones for holder in card.holders}


def people_in(station: Station) -> set[str]:
    """Everybody whose row is in a station's file."""
    return set(station.ask(lambda session: session.execute(text("SELECT id FROM tenant")).scalars().all()))


@LANDLORD_ON_BOTH_AT_LENGTH
def test_both_counters_find_them_by_name_and_open_both_files(person: Person) -> None:
    for agency, counter in person.counters.items():
        found = [line.lease_id for line in counter.ask(search, person.name)]
        assert person.leases[agency] in found
        assert person.code in holders(counter, person.leases[agency])


def test_both_kiosks_serve_their_activated_file(person: Person) -> None:
    for agency, kiosk in person.kiosks.items():
        named = kiosk.ask(names_of, [person.leases[agency]])[person.leases[agency]]
        assert [name for name in named if name.startswith(person.name)] != []


@LANDLORD_ON_BOTH_AT_LENGTH
def test_when_one_lease_ends_for_them_their_row_leaves_that_agencys_stations_only(person: Person) -> None:
    night(person.landlord, "contrats.csv", person.leases["AG02"], "code_colocataire", "")
    person.landlord.settle()
    known = {
        (kind, agency)
        for kind, stations in zip(KINDS, (person.counters, person.kiosks), strict=True)
        for agency, station in stations.items()
        if person.code in people_in(person.landlord.restart(station))
    }
    assert known == {("counter", "AG01"), ("kiosk", "AG01")}


def test_a_kiosk_knows_nobody_whose_only_activated_file_is_elsewhere(landlord: World) -> None:
    code, leases = a_garage_elsewhere(landlord)
    activate(landlord.store, leases["AG01"], "AG01")
    kiosks = {name: landlord.station("kiosk", name) for name in AGENCIES}
    assert [name for name, kiosk in kiosks.items() if code in people_in(kiosk)] == ["AG01"]


def test_a_changed_phone_number_reaches_both_agencies(person: Person) -> None:
    night(person.landlord, "locataires.csv", person.code, "telephone_mobile", "0600000001")
    person.landlord.settle()
    for agency, counter in person.counters.items():
        assert "0600000001" in holders(counter, person.leases[agency])[person.code]
