"""Two counters and a kiosk of one agency on plain files, quick to copy, and what must be true of them."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from sqlalchemy import text

from desktop.central.database.agency_write import agency_write
from desktop.central.rows.feed import Reader, all_rows
from desktop.central.rows.shapes import shape_of
from desktop.central.stations import devices
from desktop.central.store import Store, open_store
from desktop.config import STATION_FILE, StationSettings, read_settings
from desktop.models.tenant_account import TenantAccount
from desktop.protocol.cursor import Position, read_cursor
from desktop.services.access.activation import rows_of_lease
from desktop.services.command import Status
from desktop.station.enrolment import open_station
from desktop.station.station import Station
from tests.hashes import hash_like
from tests.sync.copies import copy_central, drop_central, move_to_server
from tests.sync.direct import Central, DirectTransport
from tests.world import world

AGENCY = "AG02"
NAMES = ("west", "east", "kiosk")
START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@cache
def pattern() -> Path:
    """The world as each example finds it; made once."""
    folder = Path(mkdtemp(prefix="fleet-"))
    with world(folder, leases=6) as landlord:
        landlord.member_of_staff()
        first = landlord.station("counter")
        lease = first.ask(lambda s: s.execute(text("SELECT min(id) FROM lease")).scalar_one())
        activate(landlord.store, str(lease))
        stations = (first, landlord.station("counter"), landlord.station("kiosk"))
        landlord.settle()
        folders = [landlord.folder_of(station) for station in stations]
    for name, made in zip(NAMES, folders, strict=True):
        made.rename(folder / name)
    return folder


def activate(store: Store, lease: str, agency: str = AGENCY) -> None:
    """A tenant has an account: their file enters the kiosks' shape."""
    with agency_write(store.database, {agency}) as work:
        account = TenantAccount(
            id=lease,
            scope=agency,
            tenant_id=work.session.execute(
                text(f"SELECT holder_id FROM lease WHERE id = '{lease}'")
            ).scalar_one(),
            password_hash=hash_like(),
            email="",
            language="fr",
            activated_at=START,
            last_sign_in_at=None,
        )
        work.session.add(account)
        work.session.flush()
        work.restamp(rows_of_lease(work.session, lease))


def letter(lease: str) -> tuple[str, str, date]:
    """The number, the code of the letter and the birth date of a lease's holder, as the ERP exported them."""
    lines = (pattern() / "export" / "activations.csv").read_text(encoding="cp1252").splitlines()
    number, code, _ = next(line for line in lines if line.startswith(lease)).split(";")
    contracts = (pattern() / "export" / "contrats.csv").read_text(encoding="cp1252").splitlines()
    holder = next(line for line in contracts if line.startswith(lease)).split(";")[2]
    people = (pattern() / "export" / "locataires.csv").read_text(encoding="cp1252").splitlines()
    day, month, year = next(line for line in people if line.startswith(f"{holder};")).split(";")[5].split("/")
    return number, code, date(int(year), int(month), int(day))


@dataclass
class Member:
    """One station of the fleet and what people were told at it."""

    name: str
    folder: Path
    station: Station
    way: DirectTransport
    paid: dict[str, int] = field(default_factory=dict)
    seen: Position = field(default_factory=dict)
    backed_up: dict[str, int] = field(default_factory=dict)


class Fleet:
    """A copy of the pattern with central and three stations; time moves when it is told to."""

    def __init__(self, database: str = "sqlite") -> None:
        self.folder = Path(mkdtemp(prefix="example-"))
        shutil.copytree(pattern(), self.folder, dirs_exist_ok=True)
        if database == "postgresql":
            move_to_server(self.folder / "central", pattern() / "central")
        self.time = START
        self.central = Central(open_store(self.folder / "central"), self.now)
        self.members = {name: self._opened(name) for name in NAMES}
        self.shut_out: set[str] = set()
        self.epochs = 0

    def now(self) -> datetime:
        """Each look at the clock is a second later, so that no two commands are of one moment."""
        self.time += timedelta(seconds=1)
        return self.time

    def close(self) -> None:
        """Ends everything and removes the files."""
        for member in self.members.values():
            member.station.close()
        self.central.store.database.close()
        drop_central(self.folder / "central")
        shutil.rmtree(self.folder)

    def restart(self, name: str, meanwhile: Callable[[Path], None] = lambda _folder: None) -> None:
        """Closes a station, lets something happen to its folder, opens it again."""
        old = self.members[name]
        old.station.close()
        meanwhile(old.folder)
        new = self.members[name] = self._opened(name)
        new.paid, new.seen, new.backed_up = old.paid, old.seen, old.backed_up

    def _opened(self, name: str) -> Member:
        folder = self.folder / name
        way = DirectTransport(self.central, read_settings(folder / STATION_FILE, StationSettings).device_id)
        return Member(name, folder, open_station(folder, way, self.now), way)

    def keep_copy(self, what: str) -> None:
        """Keeps a copy of a station's folder, or of central's, as a backup or an image does."""
        target = self.folder / "copies" / what
        if what == "central":
            self.central.store.database.close()
            copy_central(self.folder / what, target)
            return
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.folder / what, target)

    def has_copy(self, what: str) -> bool:
        """Whether a copy was kept."""
        return (self.folder / "copies" / what).exists()

    def restore(self, what: str) -> None:
        """Puts a copy back over what there is."""
        if what == "central":
            copy_central(self.folder / "copies" / what, self.folder / what)
            return
        shutil.rmtree(self.folder / what)
        shutil.copytree(self.folder / "copies" / what, self.folder / what)

    def restore_central(self, *, forgetting: bool = False) -> None:
        """An administrator restores a copy, and gives every scope a new epoch unless that is forgotten."""
        self.central.store.database.close()
        self.restore("central")
        store = open_store(self.folder / "central")
        self.epochs += 1
        if not forgetting:
            self._begin_new_epoch(store)
        self.central.take(store)

    def _begin_new_epoch(self, store: Store) -> None:
        with store.database.write() as session:
            session.execute(text("UPDATE scope SET epoch = :epoch"), {"epoch": f"epoch {self.epochs}"})

    def at_central(self, query: str, **values: Any) -> list[tuple[Any, ...]]:
        """Rows of a question to central's database."""
        with self.central.store.database.read() as session:
            return [tuple(row) for row in session.execute(text(query), values)]

    def position(self, member: Member) -> Position | None:
        """Up to where a station has central's rows."""
        settings, cursor = member.station.settings, member.station.replica.cursor
        return read_cursor(cursor, shape_of(settings.kind).name) if cursor else None

    def differences(self, member: Member) -> list[str]:
        """The tables in which a station without pending work does not hold exactly what its shape says."""
        with self.central.store.database.read() as session:
            device = devices.authenticated(session, member.station.settings.device_id)
            reader = Reader(session, device, "")
            expected: dict[str, set[tuple[Any, ...]]] = {part.table: set() for part in reader.shape.parts}
            columns = {part.table: ", ".join(part.columns) for part in reader.shape.parts}
            for put in all_rows(reader):
                expected[put.table].update(map(tuple, put.rows))
        return [
            table
            for table, rows in expected.items()
            if set(member.station.ask(_rows, f"SELECT {columns[table]} FROM {table}")) != rows
        ]

    def outcome(self, member: Member, key: bytes) -> Status | None:
        """How central ended a command, if it has it."""
        found = self.at_central("SELECT status FROM command WHERE key = :key", key=key)
        return Status(found[0][0]) if found else None


def _rows(session: Any, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in session.execute(text(query))]
