"""One frozen settings record per station and per central, read once from a TOML file."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from desktop.disk import sync_file, sync_folder
from desktop.errors import NotEnrolled, StoreDamaged
from desktop.written import Unreadable, read_toml, read_written

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
    """The printer: `kind` is none, cups with its queue's name, or folder (a demonstration: PDF files)."""

    kind: str = "none"
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


class Bounds(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one process of central takes from all who knock; `[bounds]` in central.toml.

    A *stranger* is a connection that has shown no good token yet.
    """

    head_bytes: int = 32 * 1024
    """The address and the headers of one request together."""

    head_seconds: float = 10.0
    """From the first byte of a request, and from a new connection, to the end of its head."""

    body_bytes: int = 8 * 1024 * 1024
    body_seconds: float = 20.0
    """How long a body may take, and one second more for every `slowest_bytes` of it; so may an answer."""

    slowest_bytes: int = 1_000
    idle_seconds: int = 100
    """Longer than a station is ever silent: its next word needs no new connection."""

    connections: int = 8_000
    strangers: int = 500
    strangers_at_work: int = 4
    """Of their questions so many are worked on at once; as many as there may be strangers wait."""

    connections_of_a_device: int = 32
    requests_of_a_device: int = 12
    streams_of_a_device: int = 6
    bodies_bytes: int = 128 * 1024 * 1024
    """Of all bodies together that are arriving or worked on."""

    bodies_of_a_device_bytes: int = 24 * 1024 * 1024


class Quotas(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one station may use of central; `[quotas]` in central.toml. Beyond it, it is asked to come later.

    No honest station comes near: a counter that was away for weeks hands in some thousands of commands.
    """

    commands_an_hour: int = 50_000
    photo_bytes_a_day: int = 200 * 1024 * 1024
    open_uploads: int = 16
    quarantine_commands: int = 100_000
    quarantine_bytes: int = 64 * 1024 * 1024


class CentralSettings(msgspec.Struct, frozen=True):
    """What central needs besides its database and its vault."""

    landlord: str
    max_blob_bytes: int = 25 * 1024 * 1024
    database: str = ""
    """The URL of a PostgreSQL database; empty for the SQLite file in central's folder."""

    bounds: Bounds = Bounds()
    quotas: Quotas = Quotas()


def read_settings(path: Path, shape: type[Shape]) -> Shape:
    """Reads `path` as a `shape`.

    Raises NotEnrolled when there is none, StoreDamaged("settings_unreadable") for one that makes no sense.
    """
    try:
        return read_toml(path, shape)
    except Unreadable as error:
        if isinstance(error.__cause__, FileNotFoundError):
            raise NotEnrolled("not_enrolled", folder=str(path.parent)) from error
        raise StoreDamaged("settings_unreadable", path=str(path), reason=error.reason) from error


def write_settings(path: Path, settings: msgspec.Struct) -> None:
    """Writes `settings` as TOML, for its owner alone, whole or not at all."""
    _write(path, msgspec.to_builtins(settings))


def change_settings(path: Path, settings: msgspec.Struct) -> None:
    """Like write_settings; words of the file that this release does not know stay in it."""
    before = msgspec.toml.decode(read_written(path))
    _write(path, _over(before, msgspec.to_builtins(settings)))


def _over(before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """What is now, where both have a word."""
    both = {key: before[key] for key, value in now.items() if isinstance(value, dict) and key in before}
    return before | now | {key: _over(value, now[key]) for key, value in both.items()}


def _write(path: Path, values: dict[str, Any]) -> None:
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    fresh.write_text(_toml(values), encoding="utf-8")
    sync_file(fresh)
    fresh.replace(path)
    sync_folder(path.parent)


def _toml(values: dict[str, Any], prefix: str = "") -> str:
    plain = {key: value for key, value in values.items() if value is not None and not isinstance(value, dict)}
    tables = {key: value for key, value in values.items() if value and isinstance(value, dict)}
    lines = [f"{_key(key)} = {_value(value)}" for key, value in plain.items()]
    for key, value in tables.items():
        lines += [f"\n[{prefix}{_key(key)}]", _toml(value, f"{prefix}{_key(key)}.")]
    return "\n".join(lines) + "\n"


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else _value(key)


def _value(value: Any) -> str:
    """A text of JSON is also one of TOML, which takes no halves of a sign and no delete as it is."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, float):
        return repr(value)
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
