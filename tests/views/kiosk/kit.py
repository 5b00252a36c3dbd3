"""A kiosk for tests: a real station without a network, devices that do as they are told, lanes by hand."""

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from desktop.config import StationSettings, TerminalSettings
from desktop.errors import DeviceUnavailable, Offline
from desktop.hardware.camera import FolderCamera
from desktop.hardware.card_terminal import (
    ChargeOutcome,
    ChargeRequest,
    ChargeResult,
    ChargeStep,
    TerminalState,
)
from desktop.hardware.printer import PrintDetail, PrintOutcome, PrintResult, PrintStep
from desktop.models.everything import Entity
from desktop.models.parameter import ParameterRow
from desktop.rules.parameters import read_parameters
from desktop.security.device_key import new_device_key
from desktop.security.passwords import hash_password
from desktop.station.station import Station
from desktop.sync.cache import cache as station_cache
from desktop.sync.cache.generations import Generations
from desktop.sync.journal.journal import Journal
from desktop.sync.wire.link import Link
from desktop.sync.wire.transport import Reply
from desktop.views.common.bundle import RESOURCES
from desktop.views.kiosk.parts import IdleTimes, KioskParts
from tests.fakes import ManualLane
from tests.unit.services.rows import AGENCY, NOW, account, device, household

PASSWORD = "Trois-Petits-Chats-62"
KEY = bytes(range(32))


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


@dataclass
class ToldTerminal:
    """A card terminal that ends its charges as it is told; the last ending stays."""

    endings: list[ChargeOutcome | Exception] = field(default_factory=lambda: [ChargeOutcome.APPROVED])
    state: TerminalState = TerminalState.READY
    asked: list[ChargeRequest] = field(default_factory=list)

    def ready(self) -> TerminalState:
        return self.state

    def charge(self, request: ChargeRequest, report: Callable[[ChargeStep], None]) -> ChargeResult:
        self.asked.append(request)
        ending = self.endings.pop(0) if len(self.endings) > 1 else self.endings[0]
        if isinstance(ending, Exception):
            raise ending
        report(ChargeStep.CONNECTING)
        report(ChargeStep.PRESENT_CARD)
        detail = "authorised" if ending is ChargeOutcome.APPROVED else "refused"
        return ChargeResult(ending, detail, authorisation="123456", last4="4242")


PRINTED = PrintResult(PrintOutcome.PRINTED, PrintDetail.COMPLETED)


@dataclass
class TrayPrinter:
    """A printer whose papers can be counted; `jammed` prints nothing, `gone` does not answer.

    `result` is what it says of the papers that it takes.
    """

    papers: list[bytes] = field(default_factory=list)
    result: PrintResult | Exception = PRINTED
    jammed: bool = False
    gone: bool = False

    def print_pdf(self, pdf: bytes, title: str, report: Callable[[PrintStep], None]) -> PrintResult:
        if self.gone:
            raise DeviceUnavailable("printer", "not_configured")
        if self.jammed:
            return PrintResult(PrintOutcome.FAILED, PrintDetail.TOO_SLOW)
        report(PrintStep.PRINTING)
        self.papers.append(pdf)
        if isinstance(self.result, Exception):
            raise self.result
        return self.result


class Clock:
    """The station's clock; it moves when a test says so."""

    def __init__(self, at: datetime = NOW) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def wait(self, seconds: int) -> None:
        self.at += timedelta(seconds=seconds)


@dataclass
class Hall:
    """The kiosk's parts, each within a test's reach."""

    station: Station
    clock: Clock
    terminal: ToldTerminal
    printer: TrayPrinter
    photo_folder: Path
    parts: KioskParts
    lanes: dict[str, ManualLane]

    def settle(self) -> None:
        """Let every lane do its work, and what follows from it."""
        while any(lane.waiting for lane in self.lanes.values()):
            for lane in self.lanes.values():
                lane.drain()

    def add(self, *rows: Entity) -> None:
        """Put rows into the cache as if central had sent them."""
        with self.station.replica.current.database.write() as session:
            session.add_all(rows)

    def count(self, entity: type[Any]) -> int:
        """How many rows of an entity the station holds."""
        with self.station.replica.current.database.read() as session:
            return session.query(entity).count()

    def central_answers(self, answer: Callable[..., Any]) -> None:
        """Have central answer the next activations so."""
        self.station.perform_at_central = answer  # type: ignore[method-assign]


@contextmanager
def hall(folder: Path, *, rows: list[Entity] | None = None, online: bool = True) -> Iterator[Hall]:
    """A kiosk in `folder` that holds the household, whose account is active; times are NOW."""
    shutil.copytree(_template(), folder, dirs_exist_ok=True)
    clock = Clock()
    station = _station(folder, clock)
    station.online = online
    lanes = {name: ManualLane() for name in ("cache", "network", "terminal", "printer")}
    terminal, printer = ToldTerminal(), TrayPrinter()
    photos = folder / "photos"
    photos.mkdir()
    parts = KioskParts(
        station=station,
        cache_lane=lanes["cache"],
        network_lane=lanes["network"],
        terminal_lane=lanes["terminal"],
        printer_lane=lanes["printer"],
        terminal=terminal,
        printer=printer,
        photos=FolderCamera(photos),
        landlord_name="Habitat 62",
        idle_times=IdleTimes(before_warning=60, warning=20, goodbye=15),
    )
    built = Hall(station, clock, terminal, printer, photos, parts, lanes)
    built.add(*([*household(), account(password_hash=hashed())] if rows is None else rows))
    yield built
    station.close()


@cache
def hashed() -> str:
    """The hash of PASSWORD, made once."""
    return hash_password(PASSWORD)


@cache
def _template() -> Path:
    """A station that knows the legal amounts and itself, made once and copied for each test."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    clock = Clock()
    station = _station(folder, clock)
    with station.replica.current.database.write() as session:
        session.add_all([*_parameters(), device("kiosk-1", code="AG01-K01", kind="kiosk")])
        station_cache.set_meta(session, "cursor", "1")
        station_cache.set_meta(session, "as_of", clock.at.isoformat())
    station.close()
    return folder


def _station(folder: Path, clock: Clock) -> Station:
    settings = StationSettings(
        central_url="https://central.example",
        device_id="kiosk-1",
        device_code="AG01-K01",
        kind="kiosk",
        agency_id=AGENCY,
        incarnation="first",
        terminal=TerminalSettings(kind="simulator"),
    )
    journal = Journal.open(folder / "journal.db", KEY, settings.device_id, _device_key())
    generations = Generations(folder, journal)
    return Station(settings, journal, generations, Link(NoNetwork()), _device_key(), clock)


@cache
def _device_key() -> bytes:
    return new_device_key()


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
