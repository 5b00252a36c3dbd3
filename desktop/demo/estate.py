"""The demonstration's landlord: central, a kiosk, a counter, a member of staff, letters that still hold."""

import csv
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace
from PIL import Image, ImageDraw
from rich.console import Console
from sqlalchemy import text

from desktop.central import staff
from desktop.central.cli.night import bar_for, import_night
from desktop.central.importers.report import ImportReport
from desktop.central.landlord import DEMONSTRATION, read_house_parameters, read_landlord
from desktop.central.server import Server
from desktop.central.stations import devices
from desktop.central.store import Store, init_store
from desktop.config import (
    RESOURCES,
    STATION_FILE,
    PrinterSettings,
    StationSettings,
    TerminalSettings,
    write_settings,
)
from desktop.station.enrolment import enrol

AGENCY = "AG02"
LOGIN = "claire"
PASSWORD = "Trois petits Canards, 62 !"  # noqa: S105 - of the demonstration alone
_LETTER_AGE = timedelta(days=20)


@dataclass(frozen=True, slots=True)
class WelcomeLetter:
    """What a tenant of the demonstration holds in the hand."""

    lease_number: str
    code: str
    birth_date: date
    first_name: str
    last_name: str


@dataclass(frozen=True, slots=True)
class Estate:
    """The landlord, made: folders of the two stations, and what people need to come in.

    `ledger_versions`: what the versions of all ledger lines added up to before the export came `again`.
    """

    store: Store
    server: Server
    kiosk: Path
    counter: Path
    imported: ImportReport
    again: ImportReport
    ledger_versions: int
    totp_secret: str
    export: Path

    def letter_of(self, lease_number: str) -> WelcomeLetter:
        """The letter that this lease's holder received."""
        return next(letter for letter in self._letters() if letter.lease_number == lease_number)

    def oldest_debtor(self) -> WelcomeLetter:
        """The letter of the agency's oldest tenant who owes some hundreds of euros, and pays by hand."""
        query = text(
            "SELECT lease.id FROM lease JOIN tenant ON tenant.id = holder_id "
            "AND tenant.scope = lease.scope "
            "JOIN ledger_entry ON lease_id = lease.id WHERE lease.scope = :agency AND ends_on IS NULL "
            "AND payment_means IN ('CARTE', 'ESPECES') GROUP BY lease.id "
            "HAVING sum(debit_cents - credit_cents) BETWEEN 20000 AND 60000 ORDER BY birth_date LIMIT 1"
        )
        with self.store.database.read() as session:
            return self.letter_of(session.execute(query, {"agency": AGENCY}).scalar_one())

    def _letters(self) -> Iterator[WelcomeLetter]:
        codes = {
            row["numero_contrat"]: row["code_activation"] for row in _read(self.export / "activations.csv")
        }
        people = {row["code_locataire"]: row for row in _read(self.export / "locataires.csv")}
        homes = {row["IDENT_REP"]: row["CODE_AGENCE"] for row in _read(self.export / "logements.csv")}
        for lease in _read(self.export / "contrats.csv"):
            if homes[lease["IDENT_REP"]] == AGENCY and not lease["date_fin"]:
                person, number = people[lease["code_locataire"]], lease["numero_contrat"]
                born = datetime.strptime(person["date_naissance"], "%d/%m/%Y").replace(tzinfo=UTC).date()
                name = person["nom_usage"] or person["nom"]
                yield WelcomeLetter(number, codes[number], born, person["prenom"], name)


@contextmanager
def estate(folder: Path, console: Console) -> Iterator[Estate]:
    """Makes everything from nothing in `folder`, and serves it as long as the block lasts."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    now = datetime.now(UTC)
    export = _export_with_fresh_letters(folder / "erp-export", now)
    landlord = read_landlord(DEMONSTRATION)
    store = init_store(folder / "central", landlord, read_house_parameters())
    with bar_for(console) as progress:
        imported = import_night(store, export, progress)
        versions = _ledger_versions(store)
        again = import_night(store, export, progress)
    imported.write_report(folder / "rejets.csv")
    member = staff.add(store, LOGIN, "Claire Delattre", "front_desk_agent", AGENCY, PASSWORD)
    with Server(store) as server:
        kiosk = _enrolled(store, server, folder, "kiosk", "Borne du hall", now)
        counter = _enrolled(store, server, folder, "counter", "Guichet 1", now)
        yield Estate(store, server, kiosk, counter, imported, again, versions, member.totp_secret, export)
    store.database.close()


def _ledger_versions(store: Store) -> int:
    with store.database.read() as session:
        return int(session.execute(text("SELECT sum(ver) FROM ledger_entry")).scalar_one())


def _enrolled(store: Store, server: Server, folder: Path, kind: str, name: str, now: datetime) -> Path:
    target = folder / kind
    code = devices.offer(store, kind, AGENCY, name, now)
    settings = enrol(
        target,
        server.url,
        code,
        terminal=TerminalSettings(kind="simulator"),
        printer=PrinterSettings(kind="folder"),
    )
    (target / "photos").mkdir()
    _keep(target, settings)
    return target


def _keep(target: Path, settings: StationSettings) -> None:
    write_settings(target / STATION_FILE, replace(settings, photo_folder=str(target / "photos")))


def _export_with_fresh_letters(target: Path, now: datetime) -> Path:
    """The sample as it is, but for the letters' dates: whenever this runs, most of their codes still hold."""
    shutil.copytree(RESOURCES / "demo" / "erp-export", target)
    path = target / "activations.csv"
    rows = _read(path)
    with path.open("w", encoding="cp1252", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=";")
        writer.writeheader()
        for row in rows:
            writer.writerow(row | {"date_courrier": (now - _LETTER_AGE).strftime("%d/%m/%Y")})
    return target


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="cp1252", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def photograph_tap(path: Path) -> None:
    """A picture of a tap that drips, drawn here so that nobody's kitchen is shown."""
    picture = Image.new("RGB", (1600, 1200), "#dfe7e6")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 780, 1600, 1200), fill="#b9c4c6")
    draw.ellipse((420, 800, 1180, 1060), fill="#eef3f3", outline="#8d999c", width=10)
    draw.rounded_rectangle((740, 300, 860, 820), 40, fill="#7f8b90")
    draw.rounded_rectangle((500, 300, 860, 400), 50, fill="#8f9ba0")
    draw.rounded_rectangle((500, 340, 590, 520), 40, fill="#8f9ba0")
    draw.rounded_rectangle((760, 190, 840, 310), 30, fill="#69757a")
    for top in (600, 700, 830):
        draw.polygon([(545, top - 50), (520, top), (570, top)], fill="#3b86b8")
        draw.ellipse((518, top - 22, 572, top + 32), fill="#3b86b8")
    draw.ellipse((440, 900, 700, 980), fill="#9cc4dc")
    picture.save(path, "JPEG", quality=88)
