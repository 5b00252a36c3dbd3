"""A landlord of real processes under attack: central, three stations, the ERP, and bad lines between them."""

import random
import shutil
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from desktop import failpoints
from desktop.central import staff
from desktop.central.importers.folder import import_folder
from desktop.central.stations import devices
from desktop.central.store import Store
from desktop.config import STATION_FILE, StationSettings, read_settings
from desktop.station.enrolment import enrol, open_station
from desktop.station.station import Station
from tests.chaos import lives
from tests.chaos import truth as facts
from tests.chaos.drawers import drawers
from tests.chaos.history import read
from tests.chaos.processes import ROOT, Deck, Living, free_port
from tests.chaos.proxy import Proxy
from tests.chaos.restoring import Calendar, still_there
from tests.chaos.truth import Truth
from tests.sync.fleet import AGENCY, activate
from tests.world import PASSWORD, part_of_export

STATIONS = {"west": "counter", "east": "counter", "kiosk": "kiosk"}
READY_SECONDS = 20.0
ROUNDS = 5_000
_LOG = "INSERT INTO chaos_version (scope, before, after) VALUES (OLD.id, OLD.ver, NEW.ver);"
_COLUMNS = "scope TEXT, before BIGINT, after BIGINT"
_AFTER = "CREATE TRIGGER chaos_version_log AFTER UPDATE OF ver ON scope"
AUDIT = {
    "sqlite": (
        f"CREATE TABLE chaos_version (n INTEGER PRIMARY KEY, {_COLUMNS})",
        f"{_AFTER} WHEN NEW.ver <> OLD.ver BEGIN {_LOG} END",
    ),
    "postgresql": (
        f"CREATE TABLE chaos_version (n BIGSERIAL PRIMARY KEY, {_COLUMNS})",
        f"CREATE FUNCTION chaos_log() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN {_LOG} RETURN NULL; END$$",
        f"{_AFTER} FOR EACH ROW WHEN (NEW.ver <> OLD.ver) EXECUTE FUNCTION chaos_log()",
    ),
}
"""Each move of a version is written down by the database itself, whoever made it."""


class Arena:
    """`make` gives an empty central, `reopen` opens it again; `serve` is added to its command line."""

    def __init__(
        self,
        folder: Path,
        seed: str,
        make: Callable[[Path], Store],
        reopen: Callable[[Path], Store],
        serve: tuple[str, ...] = (),
    ) -> None:
        self.folder, self.seed = folder, seed
        self.chance = random.Random(seed)
        self.proxy = Proxy(self.chance.randrange(10**9), badness=0.0)
        self.seen = folder / "failpoints"
        self._serve, self._reopen = serve, reopen
        self._decks = {side: Deck(side, self.chance) for side in ("sync", "central")}
        self._open: list[Station] = []
        self.calendar = Calendar(folder / "central", reopen)
        store = make(folder / "central")
        self._furnish(store)
        self.central = self._living("central", lives.central)
        self.erp = self._living("erp", lives.erp)
        self.stations = {name: self._living(name, lives.station) for name in STATIONS}
        self._revive_central()
        self._enrol(store)
        store.database.close()

    def _living(self, name: str, run: Callable[[list[str]], None]) -> Living:
        return Living(name, run, self.seen, self.folder / f"{name}.log")

    def _furnish(self, store: Store) -> None:
        export = part_of_export(self.folder / "export", 8)
        import_folder(
            store.database,
            store.vault.pepper,
            export,
            datetime.now(UTC),
            lambda _step: None,
            central=store.folder,
        )
        staff.add(store, "claire", "Claire Delattre", "front_desk_agent", AGENCY, PASSWORD)
        query = "SELECT id FROM lease WHERE scope = :scope ORDER BY id"
        leases = [lease for (lease,) in facts.rows(store, query, scope=AGENCY)]
        for lease in leases[:2]:
            activate(store, lease)
        self.wanderer = leases[-1]
        with store.database.write() as session:
            for statement in AUDIT[session.get_bind().dialect.name]:
                session.execute(text(statement))

    def _enrol(self, store: Store) -> None:
        url = f"http://127.0.0.1:{self.proxy.port}"
        self.names: dict[str, str] = {}
        for name, kind in STATIONS.items():
            enrol(self.folder / name, url, devices.offer(store, kind, AGENCY, name, datetime.now(UTC)))
            settings = read_settings(self.folder / name / STATION_FILE, StationSettings)
            self.names[settings.device_id] = name
            station = open_station(self.folder / name)
            station.exchange()
            station.close()

    # The attack

    def attack(
        self, seconds: float, enough: Callable[[], bool] = lambda: True, *, restores: bool = False
    ) -> None:
        """People work and everything goes wrong, for that long; twice as long if that was not `enough`.

        With `restores`, central is backed up and put back meanwhile.
        """
        self.proxy.badness = 0.2
        self._rot("east")
        started = time.monotonic()
        while (passed := time.monotonic() - started) < 2 * seconds and (passed < seconds or not enough()):
            for living in self.everybody():
                if living.is_dead() and self.chance.random() < 0.7:
                    self.revive(living, self._arms(living))
            time.sleep(self.chance.uniform(0.05, 0.25))
            self._strike()
            if restores and self.calendar.is_due(passed, seconds):
                self._keep_calendar()

    def _keep_calendar(self) -> None:
        if self.calendar.is_restore():
            for living in (self.central, self.erp):
                living.kill()
        self.calendar.keep()

    def _strike(self) -> None:
        blow = self.chance.random()
        if blow < 0.04:
            self.central.kill()
        elif blow < 0.12:
            self.chance.choice([*self.stations.values(), self.erp]).kill()
        elif blow < 0.15:
            self.proxy.cut_all()
        elif blow < 0.18:
            self._rot(self.chance.choice([*STATIONS]))

    def _rot(self, name: str) -> None:
        self.stations[name].kill()
        for file in (self.folder / name).glob("cache-*"):
            file.write_bytes(b"rot" * 4000)

    def _arms(self, living: Living) -> str:
        if self.chance.random() < 0.25:
            return ""
        return self._decks["sync" if living in self.stations.values() else "central"].deal()

    def revive(self, living: Living, armed: str) -> None:
        """Starts a life of `living`, armed with failpoints."""
        folder = str(self.folder / living.name)
        if living is self.central:
            port = free_port()
            self.proxy.targets = [("127.0.0.1", port)]
            living.start(["--data", folder, "--port", str(port), *self._serve], armed)
        elif living is self.erp:
            living.start([str(self.folder / "central"), self.seed, self.wanderer], armed)
        else:
            living.start([folder, self.seed], armed)

    def _revive_central(self) -> None:
        self.revive(self.central, armed="")
        deadline = time.monotonic() + READY_SECONDS
        while not _answers(self.proxy.targets[0]):
            assert time.monotonic() < deadline, f"central does not start: {self.accidents()}"
            time.sleep(0.02)

    def everybody(self) -> list[Living]:
        """Whoever lives and dies here."""
        return [self.central, self.erp, *self.stations.values()]

    # The peace

    def heal(self) -> Truth:
        """Everybody stops, the weather clears, all is said; what is so then."""
        for living in self.everybody():
            living.kill()
        self.proxy.heal()
        failpoints.arm("", str(self.seen))
        self._revive_central()
        self._open = [open_station(self.folder / name) for name in STATIONS]
        for _ in range(2):
            for station in self._open:
                _until_silent(station)
        store = self._reopen(self.folder / "central")
        try:
            return self._collect(store)
        finally:
            store.database.close()

    def _collect(self, store: Store) -> Truth:
        others, lines = facts.others(store), list(read(self.folder / "erp.jsonl"))
        if self.calendar.restores:
            lines = still_there(lines, {row for rows in others.values() for row in rows})
        found = Truth(
            histories={name: list(read(self.folder / name / "told.jsonl")) for name in STATIONS}
            | {"erp": lines},
            paid=facts.payments(store, self.names),
            others=others,
            ledger=facts.ledger(store),
            epochs=dict(facts.rows(store, "SELECT id, epoch FROM scope")),
            wanderers=frozenset({self.wanderer}),
            versions=facts.rows(store, "SELECT scope, before, after FROM chaos_version ORDER BY n"),
            open_units=len(facts.rows(store, "SELECT 1 FROM open_unit")),
            broken_chains=facts.broken_chains(store),
            photos=facts.photos(store),
        )
        for name, station in zip(STATIONS, self._open, strict=True):
            assert station.journal.verify() == station.journal.head
            found.outcomes[name] = facts.outcomes(store, station)
            found.rejected |= facts.rejected_requests(station)
            found.differences[name] = facts.differences(store, station)
            found.drawers[name] = drawers(station, name, found.paid)
        return found

    def accidents(self) -> list[str]:
        """Deaths that nobody caused."""
        return [each for living in self.everybody() for each in living.accidents]

    def close(self) -> None:
        """Ends everything that was started."""
        failpoints.arm("", "")
        for living in self.everybody():
            living.kill()
        for station in self._open:
            station.close()
        self.proxy.close()

    def keep(self) -> Path:
        """Keeps histories, journals and logs where a person can look at them."""
        kept = ROOT / "build" / f"chaos-{self.seed}"
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(self.folder, kept)
        return kept


def _answers(target: tuple[str, int]) -> bool:
    with suppress(OSError), socket.create_connection(target, 1):
        return True
    return False


def _until_silent(station: Station) -> None:
    for _ in range(ROUNDS):
        if not station.exchange() and not station.uploads.send_one():
            return
    raise AssertionError("the conversation never ends")
