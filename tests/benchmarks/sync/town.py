"""A landlord as large as a real one, whose central serves in a process of its own, as it does in reality."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from desktop.central import staff
from desktop.central.database.agency_write import agency_write
from desktop.central.importers.folder import import_folder
from desktop.central.landlord import read_house_parameters, read_landlord
from desktop.central.server import Server, freeze_memory
from desktop.central.stations import devices
from desktop.central.store import Store, init_store, open_store
from desktop.config import RESOURCES
from desktop.models.everything import synced_tables
from desktop.station.enrolment import enrol, open_station
from desktop.station.station import Station
from tests.world import EXPORT, PASSWORD

AGENCY = "AG02"


def build(folder: Path, leases: int, address: str = "") -> Store:
    """A central with `leases` leases in one agency, each with a ledger of the sample's length.

    Its rows are in the PostgreSQL database at `address`, if there is one.
    """
    landlord = read_landlord(RESOURCES / "demo" / "landlord.toml")
    store = init_store(folder, landlord, read_house_parameters(), address)
    import_folder(store.database, store.vault.pepper, EXPORT, datetime.now(UTC), lambda _step: None, folder)
    staff.add(store, "claire", "Claire Delattre", "front_desk_agent", AGENCY, PASSWORD)
    with agency_write(store.database, {AGENCY}) as work:
        connection, ver = work.session.connection(), work.version(AGENCY)
        known = connection.exec_driver_sql(
            f"SELECT count(*) FROM lease WHERE scope = '{AGENCY}'"
        ).scalar_one()
        for copy in range(leases // known):
            for table, of_lease in (("lease", "id"), ("ledger_entry", "lease_id")):
                connection.exec_driver_sql(_copy(table, of_lease, ver, copy))
        work.changed(AGENCY)
    return store


def _copy(table: str, of_lease: str, ver: int, copy: int) -> str:
    """Each copy's ids end in its number."""
    columns = [column.name for column in synced_tables()[table].c]
    said = {"id": f"id || '-{copy}'", of_lease: f"{of_lease} || '-{copy}'", "ver": str(ver)}
    values = ", ".join(said.get(name, name) for name in columns)
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} "
        f"WHERE scope = '{AGENCY}' AND length(replace(id, '-', '')) = length(id)"
    )


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Central in a process of its own; gives its address."""
    command = [sys.executable, "-m", "tests.benchmarks.sync.town", str(folder)]
    central = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert central.stdout is not None
        yield central.stdout.readline().strip()
    finally:
        central.communicate("\n", timeout=30)


def station(folder: Path, store: Store, url: str, kind: str = "counter") -> Station:
    """A newly enrolled station that has fetched its agency."""
    enrol(folder, url, devices.offer(store, kind, AGENCY, kind, datetime.now(UTC)))
    opened = open_station(folder)
    opened.exchange()
    return opened


def _serve(folder: Path) -> None:
    with Server(open_store(folder)) as server:
        freeze_memory()
        sys.stdout.write(server.url + "\n")
        sys.stdout.flush()
        sys.stdin.readline()


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
