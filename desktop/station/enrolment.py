"""Making a folder a station: enrol with a one-time code, keep what central decided, open what was kept."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from desktop.config import (
    STATION_FILE,
    PrinterSettings,
    StationSettings,
    TerminalSettings,
    read_settings,
    write_settings,
)
from desktop.disk import close_to_others
from desktop.errors import Offline, Refused, StoreDamaged, StoreFull
from desktop.protocol.messages import Enrolled, EnrolRequest
from desktop.rules.station_kind import StationKind
from desktop.rules.web_address import read_web_address
from desktop.security.authority import AUTHORITY_FILE, read_authority
from desktop.security.device_key import public_key, sign
from desktop.security.private_file import replace_private
from desktop.security.vault import WATCHED, Vault
from desktop.station.station import Station
from desktop.sync.cache.generations import Generations
from desktop.sync.exchange import calendar
from desktop.sync.lock import disk_refusals
from desktop.sync.opening import open_journal, without_a_past
from desktop.sync.wire import transport, trust
from desktop.sync.wire.link import Link
from desktop.sync.wire.transport import HttpTransport, Transport

_JOURNAL = "journal"
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def enrol(
    folder: Path,
    central_url: str,
    code: str,
    ca_file: str | None = None,
    terminal: TerminalSettings | None = None,
    printer: PrinterSettings | None = None,
) -> StationSettings:
    """Makes `folder` a station of the central at `central_url`.

    Raises Refused when the folder already is one, when the address is not protected by TLS (loopback apart),
    or when the code is not good; Invalid when `ca_file` holds no certificate; Offline when central does not
    answer, or is not believed, and why. The station keeps a copy of the authority.
    """
    if (folder / STATION_FILE).exists():
        raise Refused("already_enrolled", folder=str(folder))
    central_url = central_url.strip()
    _require_protected(central_url)
    authority = read_authority(Path(ca_file)) if ca_file else b""
    vault = _begun(folder, authority)
    request = _request(vault, code)
    enrolled = _admitted(folder, central_url, request, AUTHORITY_FILE if authority else None)
    settings = StationSettings(
        central_url=central_url,
        device_id=enrolled.device_id,
        device_code=enrolled.device_code,
        kind=enrolled.kind,
        agency_id=enrolled.agency_id,
        incarnation=request.incarnation,
        ca_file=AUTHORITY_FILE if authority else None,
        terminal=terminal or TerminalSettings(),
        printer=printer or PrinterSettings(),
        enrolment_receipt=enrolled.receipt,
    )
    write_settings(folder / STATION_FILE, settings)
    return settings


def _begun(folder: Path, authority: bytes) -> Vault:
    with disk_refusals(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        close_to_others(folder, WATCHED)
        vault = Vault.create(folder) if not Vault.exists(folder) else Vault.open(folder)
        if authority:
            replace_private(folder / AUTHORITY_FILE, authority)
    return vault


def _admitted(folder: Path, central_url: str, request: EnrolRequest, ca_file: str | None) -> Enrolled:
    try:
        return transport.enrol(central_url, request, _authority(folder, ca_file))
    except Offline as failure:
        now = datetime.now(UTC)
        raise calendar.explained(trust.explained(failure, central_url, now), now) from failure


def _authority(folder: Path, ca_file: str | None) -> str | None:
    """Where the authority lies: in the station's folder, or where an earlier release was told it is."""
    if ca_file is None:
        return None
    kept = folder / ca_file
    return str(kept) if kept.exists() or not Path(ca_file).exists() else ca_file


def _require_protected(central_url: str) -> None:
    address = read_web_address(central_url)
    if address.scheme != "https" and address.hostname not in _LOOPBACK:
        raise Refused("address_not_protected", address=central_url)


def _request(vault: Vault, code: str) -> EnrolRequest:
    return EnrolRequest(
        code=code,
        public_key=public_key(vault.device_key).hex(),
        proof=sign(vault.device_key, b"enrol:" + code.encode()).hex(),
        incarnation=str(uuid4()),
    )


def read_station(folder: Path) -> StationSettings:
    """The settings of the station in `folder`.

    Raises NotEnrolled when there is none, StoreDamaged("settings_unreadable") when they make no sense.
    """
    path = folder / STATION_FILE
    settings = read_settings(path, StationSettings)
    if settings.kind not in set(StationKind):
        raise StoreDamaged("settings_unreadable", path=str(path), reason=f"kind is {settings.kind}")
    return settings


def open_station(
    folder: Path,
    link_through: Transport | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Station:
    """Opens the station in `folder`.

    Raises NotEnrolled when there is none, StoreDamaged if broken, NotAllowed and StoreFull when the disk says
    so, and Refused("address_not_protected") when somebody wrote another address of central into its settings,
    where anybody could listen.
    """
    with disk_refusals(folder):
        settings = read_station(folder)
        _require_protected(settings.central_url)
        close_to_others(folder, WATCHED)
        vault = Vault.open(folder)
        path = folder / "journal.db"
        _require_writable(path)
        device, had_one = settings.device_id, vault.is_marked(_JOURNAL)
        journal = open_journal(path, vault.journal_key, device, vault.device_key, clock, had_one=had_one)
        journal = without_a_past(journal, path, vault, device)
        way = link_through or HttpTransport(
            settings.central_url,
            settings.device_id,
            vault.device_key,
            _authority(folder, settings.ca_file),
            clock,
        )
        station = Station(settings, journal, Generations(folder, journal), Link(way), vault.device_key, clock)
        with suppress(StoreFull):
            vault.mark(_JOURNAL)
    return station


def _require_writable(path: Path) -> None:
    """Raises OSError where SQLite would read on, and at the first command take the disk for full."""
    with suppress(FileNotFoundError, IsADirectoryError), path.open("r+b"):
        pass
