"""A whole landlord in a folder: a real central on a real socket, real stations, lines that can be cut."""

import atexit
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TypeVar

from desktop.central import staff
from desktop.central.importers.folder import import_folder
from desktop.central.landlord import read_house_parameters, read_landlord
from desktop.central.server import Server
from desktop.central.stations import devices
from desktop.central.store import Store, init_store, open_store
from desktop.config import RESOURCES
from desktop.errors import Offline
from desktop.station.enrolment import enrol, open_station
from desktop.station.station import Station
from desktop.sync.wire.transport import Reply, Transport

EXPORT = RESOURCES / "demo" / "erp-export"
Said = TypeVar("Said")
PASSWORD = "Trois petits Canards, 62!"


class Line:
    """A transport that can be cut, or can swallow answers after central has acted on the question."""

    def __init__(self, through: Transport) -> None:
        self._through = through
        self.is_cut = False
        self.loses_answers = False

    def post(self, path: str, body: bytes) -> bytes:
        return self._carry(lambda: self._through.post(path, body))

    def get(self, path: str, headers: dict[str, str] | None = None) -> bytes:
        return self._carry(lambda: self._through.get(path, headers))

    def call(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Reply:
        return self._carry(lambda: self._through.call(method, path, body, headers))

    def events(self, path: str, silence: float = 25.0) -> Iterator[str]:
        if self.is_cut:
            raise Offline
        yield from self._through.events(path, silence)

    def close(self) -> None:
        self._through.close()

    def _carry(self, send: Callable[[], Said]) -> Said:
        if self.is_cut:
            raise Offline
        answer = send()
        if self.loses_answers:
            raise Offline
        return answer


class World:
    """Central with the sample imported, serving; stations are enrolled on demand, each with its own line."""

    def __init__(self, folder: Path, server: Server, store: Store) -> None:
        self.folder = folder
        self.server = server
        self.store = store
        self.stations: list[Station] = []
        self.lines: dict[int, Line] = {}
        self._folders: dict[int, Path] = {}

    def station(self, kind: str, agency: str = "AG02") -> Station:
        """A newly enrolled station that has fetched its agency."""
        folder = self.folder / f"{kind}-{len(self.stations)}"
        enrol(folder, self.server.url, devices.offer(self.store, kind, agency, kind, datetime.now(UTC)))
        station = self.reopen(folder)
        station.exchange()
        return station

    def reopen(self, folder: Path) -> Station:
        """The station in `folder`, as after a restart."""
        station = open_station(folder)
        line = Line(station.link.transport)
        station.link.transport = line
        self.lines[id(station)] = line
        self.stations.append(station)
        self._folders[id(station)] = folder
        return station

    def restart(self, station: Station) -> Station:
        """Closes a station and opens it again from its folder."""
        folder = self._folders[id(station)]
        self.stations.remove(station)
        station.close()
        return self.reopen(folder)

    def folder_of(self, station: Station) -> Path:
        """Where a station keeps its files."""
        return self._folders[id(station)]

    def line(self, station: Station) -> Line:
        """The line between `station` and central."""
        return self.lines[id(station)]

    def member_of_staff(self, login: str = "claire", agency: str = "AG02") -> staff.NewStaff:
        """A member of staff who may sign in with PASSWORD and the secret returned."""
        return staff.add(self.store, login, "Claire Delattre", "front_desk_agent", agency, PASSWORD)

    def settle(self) -> None:
        """Every station exchanges until nothing is left to say, twice, so that each has heard the others."""
        for _ in range(2):
            for station in self.stations:
                while station.exchange():
                    pass
                while station.uploads.send_one():
                    pass


def part_of_export(target: Path, leases: int) -> Path:
    """The first `leases` leases of the sample, with all that belongs to them, as a folder to import."""
    target.mkdir(parents=True)
    head, *contracts = _lines("contrats.csv")
    contracts = contracts[:leases]
    numbers, dwellings, holders, others = zip(*(line.split(";")[:4] for line in contracts), strict=True)
    _write(target, "agences.csv", _lines("agences.csv"))
    _write(target, "contrats.csv", [head, *contracts])
    for name, column, wanted in (
        ("logements.csv", 0, set(dwellings)),
        ("locataires.csv", 0, {*holders, *others}),
        ("activations.csv", 0, set(numbers)),
        ("ecritures.csv", 1, set(numbers)),
    ):
        head, *lines = _lines(name)
        _write(target, name, [head, *(line for line in lines if line.split(";")[column] in wanted)])
    return target


def _lines(name: str) -> list[str]:
    return (EXPORT / name).read_text(encoding="cp1252").splitlines()


def _write(folder: Path, name: str, lines: list[str]) -> None:
    (folder / name).write_text("\r\n".join([*lines, ""]), encoding="cp1252", newline="")


@cache
def _imported(leases: int | None) -> Path:
    """A landlord's folder after its first night, made once and copied for each world."""
    folder = Path(mkdtemp(prefix="landlord-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    export = EXPORT if leases is None else part_of_export(folder / "export", leases)
    landlord = read_landlord(RESOURCES / "demo" / "landlord.toml")
    store = init_store(folder / "central", landlord, read_house_parameters())
    import_folder(
        store.database, store.vault.pepper, export, datetime.now(UTC), lambda _step: None, store.folder
    )
    store.database.close()
    return folder


@contextmanager
def world(folder: Path, leases: int | None = None, database: str = "") -> Iterator[World]:
    """A landlord that lives as long as the block; with `leases`, only that many of the sample's.

    `database` is the URL of a PostgreSQL database without rows, or nothing for a file.
    """
    shutil.copytree(_imported(leases), folder, dirs_exist_ok=True)
    store = open_store(folder / "central")
    if database:
        # Most worlds need no server, nor what it brings along.
        from tests.sync.copies import moved_to_server

        store = moved_to_server(store, database)
    with Server(store) as server:
        built = World(folder, server, store)
        yield built
        for station in built.stations:
            station.close()
    store.database.close()
