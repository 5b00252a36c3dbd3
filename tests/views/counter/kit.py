"""A counter for tests: a real station without a network, a printer that can fail, the real window."""

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pyotp
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from desktop.config import RESOURCES, StationSettings
from desktop.errors import DeviceUnavailable, Offline
from desktop.hardware.printer import PrintDetail, PrintOutcome, PrintResult, PrintStep
from desktop.models.audit_entry import AuditEntry
from desktop.models.everything import Entity
from desktop.models.parameter import ParameterRow
from desktop.rules.parameters import read_parameters
from desktop.security.device_key import new_device_key
from desktop.security.passwords import hash_password
from desktop.services.leases import search
from desktop.services.payments.card_charges import SettleCharge, StartCharge
from desktop.services.requests.photos import Photo, check_photo
from desktop.services.requests.requests import OpenRequest
from desktop.station.station import Station
from desktop.sync.cache import cache as station_cache
from desktop.sync.cache.generations import Generations
from desktop.sync.journal.journal import Journal
from desktop.sync.wire.link import Link
from desktop.sync.wire.transport import Reply
from desktop.views.counter.look import CounterLook
from desktop.views.counter.parts import CounterParts
from desktop.views.counter.shell import CounterShell
from tests.elsewhere import done_elsewhere
from tests.fakes import ManualLane
from tests.unit.services.rows import AGENCY, LEASE, NOW, OTHER_LEASE, dwelling, entry, household
from tests.unit.services.rows import lease as lease_row
from tests.unit.services.rows import staff as staff_row
from tests.unit.services.rows import tenant as tenant_row
from tests.views.counter.pages import CounterPages

KEY = bytes(range(32))
PASSWORD = "Trois-Petits-Chats-62"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
LOGIN = "nadia"
SIZE = (1366, 768)


class NoNetwork:
    """A transport that reaches nobody."""

    def post(self, path: str, body: bytes) -> bytes:
        raise Offline

    def get(self, path: str, headers: dict[str, str] | None = None) -> bytes:
        raise Offline

    def call(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Reply:
        raise Offline

    def events(self, path: str, silence: float = 25.0) -> Iterator[str]:
        raise Offline

    def close(self) -> None:
        """Nothing was open."""


class Tray:
    """A printer whose papers can be counted; `answer` may be another result, or an error."""

    def __init__(self) -> None:
        self.papers: list[bytes] = []
        self.answer: PrintResult | DeviceUnavailable = PrintResult(
            PrintOutcome.PRINTED, PrintDetail.COMPLETED
        )

    def print_pdf(self, pdf: bytes, title: str, report: Callable[[PrintStep], None]) -> PrintResult:
        if isinstance(self.answer, DeviceUnavailable):
            raise self.answer
        if self.answer.outcome is PrintOutcome.PRINTED:
            self.papers.append(pdf)
        return self.answer


@dataclass
class Desk:
    """The counter's parts, each within a test's reach; `pages` does what a person would."""

    station: Station
    printer: Tray
    lanes: dict[str, ManualLane]
    shell: CounterShell
    at: datetime = NOW

    def __post_init__(self) -> None:
        self.pages = CounterPages(self.shell, self.settle)

    def settle(self) -> None:
        """Let every lane do its work, and what follows from it."""
        while any(lane.waiting for lane in self.lanes.values()) or self.shell.burst.behind:
            for lane in self.lanes.values():
                lane.drain()
            if self.shell.burst.behind:
                self.shell.burst.end()
        QCoreApplication.sendPostedEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def code(self) -> str:
        """The one-time code of this moment; the clock moves on so that the next one opens too."""
        self.at += timedelta(seconds=60)
        return pyotp.TOTP(SECRET).at(self.at)

    def sign_in(self) -> None:
        """Nadia is at the counter."""
        self.pages.sign_in(LOGIN, PASSWORD, self.code())

    def add(self, *rows: Entity) -> None:
        """Put rows into the cache as if central had sent them."""
        with self.station.replica.current.database.write() as session:
            session.add_all(rows)
            session.flush()
            search.rebuild(session)

    def count(self, entity: type[Any]) -> int:
        """How many rows of an entity the station holds."""
        with self.station.replica.current.database.read() as session:
            return session.query(entity).count()

    def audited(self) -> list[str]:
        """What the station wrote into its audit, in order."""
        with self.station.replica.current.database.read() as session:
            return [entry.action for entry in session.query(AuditEntry).order_by(text("rowid"))]

    def a_request(self, category: str = "plumbing", *, photos: int = 0, lease_id: str = LEASE) -> None:
        """A tenant reported a fault at the kiosk."""
        taken = tuple(self._photo(number) for number in range(photos))
        command = OpenRequest(
            lease_id=lease_id,
            category=category,
            place="Cuisine",
            description="L’évier fuit depuis hier soir, l’eau coule dans le placard et chez le voisin.",
            photos=taken,
        )
        done_elsewhere(self.station, command, f"tenant:{lease_id}")

    def a_doubt(self, cents: int = 51_505) -> None:
        """A card payment whose answer was lost, twenty minutes ago."""
        self.at -= timedelta(minutes=20)
        start = StartCharge(lease_id=LEASE, amount_cents=cents, balance_seen_cents=103_010)
        done = self.station.perform(start, f"staff:{LOGIN}")
        settle = SettleCharge(charge_id=(done.result or {})["charge_id"], outcome="unknown")
        self.station.perform(settle, f"staff:{LOGIN}")
        self.at += timedelta(minutes=20)

    def _photo(self, number: int) -> Photo:
        out = BytesIO()
        Image.linear_gradient("L").resize((800, 600)).rotate(90 * number).save(out, "JPEG")
        kept, photo = check_photo(out.getvalue())
        self.station.uploads.keep(photo.sha256, kept, photo.media_type)
        return photo


FRENCH = CounterLook()


@contextmanager
def desk(
    app: QApplication, folder: Path, *, online: bool = True, look: CounterLook = FRENCH, empty: bool = False
) -> Iterator[Desk]:
    """A counter at its door, in French unless `look` says otherwise; `empty`: before the first rows came."""
    lanes = {name: ManualLane() for name in ("cache", "network", "printer")}
    printer = Tray()
    built: list[Desk] = []
    if not empty:
        shutil.copytree(_template(), folder, dirs_exist_ok=True)
    station = _station(folder, lambda: built[0].at if built else NOW)
    station.online = online
    parts = CounterParts(
        station=station,
        cache_lane=lanes["cache"],
        network_lane=lanes["network"],
        printer_lane=lanes["printer"],
        printer=printer,
        landlord_name="Habitat 62",
    )
    shell = CounterShell(app, parts, windowed=True)
    shell.stage.look = look
    made = Desk(station, printer, lanes, shell)
    built.append(made)
    shell.start()
    shell.resize(*SIZE)
    shell.activateWindow()
    assert QTest.qWaitForWindowActive(shell)  # keys reach an active window only
    made.settle()
    try:
        yield made
    finally:
        shell.stop()
        made.settle()
        shell.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        station.close()


@cache
def hashed() -> str:
    """The hash of PASSWORD, made once."""
    return hash_password(PASSWORD)


def _people() -> list[Entity]:
    """The household of Diane, who owes two months, and a couple in Annezin who owe nothing."""
    home = [row for row in household() if row.__tablename__ != "staff"]
    couple = [
        dwelling(
            "6243032765400002", street_number="62", street_type="avenue", street_name="de la Libération"
        ),
        tenant_row(
            "L000002", first_name="Inès", last_name="FRANÇOIS", usage_name="", mobile_phone="07 77 43 73 29"
        ),
        tenant_row("L000003", first_name="Marcel", last_name="DIDIER", usage_name="", civility="M"),
        lease_row(
            OTHER_LEASE,
            dwelling_id="6243032765400002",
            holder_id="L000002",
            co_holder_id="L000003",
            insured_until=date(2026, 7, 27),
            payment_means="PRELEVEMENT",
            debit_day=8,
        ),
        entry(90, "2026-11-01", "LOYER", 131_68, OTHER_LEASE),
        entry(91, "2026-11-08", "REGLT", -131_68, OTHER_LEASE),
    ]
    agent = staff_row(LOGIN, password_hash=hashed(), totp_secret=SECRET)
    return [*home, *couple, agent]


@cache
def _template() -> Path:
    """A counter that fetched its agency, made once and copied for each test."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    station = _station(folder, lambda: NOW)
    with station.replica.current.database.write() as session:
        station_cache.set_meta(session, "cursor", "1")
        station_cache.set_meta(session, "as_of", NOW.isoformat())
        session.add_all([*_people(), *_parameters()])
        session.flush()
        search.rebuild(session)
    station.close()
    return folder


@cache
def _device_key() -> bytes:
    return new_device_key()


def _station(folder: Path, clock: Callable[[], datetime]) -> Station:
    settings = StationSettings(
        central_url="https://central.example",
        device_id="counter-1",
        device_code="AG01-C01",
        kind="counter",
        agency_id=AGENCY,
        incarnation="first",
    )
    private = _device_key()
    journal = Journal.open(folder / "journal.db", KEY, settings.device_id, private)
    station = Station(settings, journal, Generations(folder, journal), Link(NoNetwork()), private, clock)
    with station.replica.current.database.write() as session:
        search.create(session)
    return station


def _parameters() -> list[Entity]:
    text = (RESOURCES / "parameters.toml").read_text(encoding="utf-8")
    return [
        ParameterRow(
            id=f"{each.key}@{each.valid_from}",
            scope="global",
            key=each.key,
            valid_from=each.valid_from,
            value=each.value,
            source=each.source,
        )
        for each in read_parameters(text)
    ]
