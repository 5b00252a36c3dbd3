"""The stations, noted outside the database: no restore admits a revoked one again, or gives a code twice."""

import errno
import logging
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.central.store import Store
from desktop.errors import StoreDamaged, StoreFull
from desktop.models.device import Device
from desktop.security.private_file import create_private, replace_private

REGISTER_FILE = "devices.jsonl"
KNOWN, REVOKED, SEEN = "known", "revoked", "seen"
"""A station is let in, for ever shut out, or only heard of: an administrator has yet to say."""

_STANDINGS = (KNOWN, REVOKED, SEEN)
_MOST_NAMED = 10
_BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
_log = logging.getLogger(__name__)


class _Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that happened to a station; `floor` alone says that lower numbers may be taken already."""

    at: datetime
    id: str = ""
    code: str = ""
    standing: str = ""
    floor: int = 0


@dataclass(slots=True)
class Register:
    """How each station stands by its id, every code that was ever given, and a number above all lost ones.

    `unreadable`: the lines of its file, counted from 1, that nobody can read any more.
    """

    standings: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    floor: int = 0
    unreadable: tuple[int, ...] = ()

    def add(self, line: _Line) -> None:
        """Takes in one line; whoever was revoked stays so."""
        self.floor = max(self.floor, line.floor)
        if line.id and self.standings.get(line.id) != REVOKED:
            self.standings[line.id] = line.standing
        if line.id:
            self.codes[line.id] = line.code

    def learn(self, other: "Register") -> None:
        """What another register proves, were it older: who was revoked, and which codes were given."""
        self.floor = max(self.floor, other.floor)
        self.codes = other.codes | self.codes
        for device_id, standing in other.standings.items():
            if standing == REVOKED:
                self.standings[device_id] = REVOKED
            self.standings.setdefault(device_id, SEEN)


def read(folder: Path) -> Register | None:
    """The register in a folder; None where there is none. Lines that cannot be read are told with it.

    The last one is not: a power cut tore it before it counted.
    """
    try:
        content = (folder / REGISTER_FILE).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    register, lines = Register(), content.split(b"\n")
    for number, line in enumerate(lines, 1):
        read_line = _read(line)
        if read_line is not None:
            register.add(read_line)
        elif line and (number < len(lines) or line.endswith(b"}")):
            register.unreadable += (number,)
    return register


def _read(line: bytes) -> _Line | None:
    """What a line says; None for one that is empty, torn or altered."""
    try:
        found = msgspec.json.decode(line, type=_Line)
    except (msgspec.DecodeError, ValueError):
        return None
    return found if found.standing in (_STANDINGS if found.id else ("",)) else None


def report(folder: Path) -> None:
    """Says in the log, which administrators' commands print, which lines of the register nobody can read."""
    found = (read(folder) or Register()).unreadable
    if not found:
        return
    lines = ", ".join(map(str, found[:_MOST_NAMED])) + (" and more" if len(found) > _MOST_NAMED else "")
    _log.error(
        "%s cannot be read in line %s: the disk took it in part, or it was altered since. What the database "
        "knows is noted there again when central starts. If a revocation was said to fail, type it again.",
        folder / REGISTER_FILE,
        lines,
    )


def standing_of(folder: Path, device_id: str) -> str:
    """KNOWN, REVOKED or SEEN; empty for a station that the register in `folder` never heard of."""
    register = read(folder)
    return register.standings.get(device_id, "") if register else ""


def length(folder: Path) -> int:
    """How many bytes the register has: more whenever something was noted."""
    with suppress(FileNotFoundError):
        return (folder / REGISTER_FILE).stat().st_size
    return 0


def ensure(store: Store) -> None:
    """Makes the register of a central that has none yet, from its database."""
    with store.database.read() as session:
        _ensure(store.folder, session)


def note(store: Store, session: Session, device: Device, standing: str) -> None:
    """Writes down, synced to the disk, how a station stands; before the database is told for good."""
    _ensure(store.folder, session)
    line = _Line(datetime.now(UTC), device.id, device.code, standing)
    _append(store.folder / REGISTER_FILE, b"\n" + msgspec.json.encode(line))


def carry_over(data: Path, backups: Iterable[Path], fresh: Path, now: datetime) -> None:
    """Writes the register of a restored central into `fresh`.

    What stood in `data`, which is to be replaced, holds whole; backups only prove who was revoked by then.
    Without it nobody is known, and new stations are numbered by the minute: above any that were lost.
    """
    register = read(data) or Register(floor=int((now - _BEGINNING).total_seconds() // 60))
    report(data)
    for backup in backups:
        register.learn(read(backup) or Register())
    replace_private(fresh / REGISTER_FILE, _lines(register, now))


def _ensure(folder: Path, session: Session) -> None:
    if (folder / REGISTER_FILE).exists():
        return
    register = Register()
    for device in session.scalars(select(Device)):
        register.standings[device.id] = REVOKED if device.revoked else KNOWN
        register.codes[device.id] = device.code
    with suppress(FileExistsError):
        # Another process was first, and may have noted a revocation in it since.
        create_private(folder / REGISTER_FILE, _lines(register, datetime.now(UTC)))


def _lines(register: Register, now: datetime) -> bytes:
    lines = [
        _Line(now, device_id, code, register.standings[device_id])
        for device_id, code in register.codes.items()
    ]
    encoded = [msgspec.json.encode(line) for line in (_Line(now, floor=register.floor), *lines)]
    return b"\n".join(encoded)


def _append(path: Path, content: bytes) -> None:
    try:
        file = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
        try:
            if os.write(file, content) < len(content):
                # A disk about to be full takes a part and says nothing.
                raise StoreFull(store=path.name)
            os.fsync(file)
        finally:
            os.close(file)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise StoreFull(store=path.name) from error
        raise StoreDamaged("file_not_written", file=path.name) from error
