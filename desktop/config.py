"""One frozen settings record per station and per central, read once from a TOML file."""

import json
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from desktop.disk import sync_file
from desktop.errors import NotEnrolled, StoreDamaged

Shape = TypeVar("Shape", bound=msgspec.Struct)

RESOURCES = Path(__file__).parent / "resources"
"""The files that ship with the program."""

STATION_FILE = "station.toml"
CENTRAL_FILE = "central.toml"


class TerminalSettings(msgspec.Struct, frozen=True):
    """The card terminal: `kind` is none, simulator or caisse_ap; one host only is ever spoken to."""

    kind: str = "none"
    host: str = "127.0.0.1"
    port: int = 8888
    till: str = "01"


class PrinterSettings(msgspec.Struct, frozen=True):
    """The printer: `kind` is folder (papers are kept as PDF files) or cups, with its queue's name."""

    kind: str = "folder"
    queue: str = ""


class StationSettings(msgspec.Struct, frozen=True):
    """What enrolment decided about this station, and the devices plugged into it."""

    central_url: str
    device_id: str
    device_code: str
    kind: str
    agency_id: str
    incarnation: str
    ca_file: str | None = None
    terminal: TerminalSettings = TerminalSettings()
    printer: PrinterSettings = PrinterSettings()
    photo_folder: str | None = None
    viewing_distance_mm: int = 600
    pixels_per_mm: float = 4.03
    enrolment_receipt: str = ""


class CentralSettings(msgspec.Struct, frozen=True):
    """What central needs besides its database and its vault."""

    landlord: str
    max_blob_bytes: int = 25 * 1024 * 1024
    database: str = ""
    """The URL of a PostgreSQL database; empty for the SQLite file in central's folder."""


def read_settings(path: Path, shape: type[Shape]) -> Shape:
    """Reads `path` as a `shape`. Raises NotEnrolled when there is none, StoreDamaged when it is senseless."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=shape)
    except FileNotFoundError as error:
        raise NotEnrolled("not_enrolled", folder=str(path.parent)) from error
    except msgspec.DecodeError as error:
        raise StoreDamaged("settings_unreadable", path=str(path), reason=str(error)) from error


def write_settings(path: Path, settings: msgspec.Struct) -> None:
    """Writes `settings` as TOML, whole or not at all."""
    fresh = path.with_suffix(".new")
    fresh.write_text(_toml(msgspec.to_builtins(settings)), encoding="utf-8")
    sync_file(fresh)
    fresh.replace(path)


def _toml(values: dict[str, Any], prefix: str = "") -> str:
    plain = {key: value for key, value in values.items() if value is not None and not isinstance(value, dict)}
    tables = {key: value for key, value in values.items() if isinstance(value, dict)}
    # A JSON string or number is also a TOML one.
    lines = [f"{key} = {json.dumps(value)}" for key, value in plain.items()]
    for key, value in tables.items():
        lines += [f"\n[{prefix}{key}]", _toml(value, f"{prefix}{key}.")]
    return "\n".join(lines) + "\n"
