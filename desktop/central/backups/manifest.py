"""What a backup says of itself: every file's proof, every table's count, and where each scope stood."""

import hashlib
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import func, literal, select
from sqlalchemy.orm import Session

from desktop.central.database.tables import Blob, CentralEntity, Scope
from desktop.errors import Refused
from desktop.models.everything import Entity
from desktop.security.private_file import replace_private

MANIFEST_FILE = "manifest.json"
PROVEN_FILE = "proven.json"
"""Beside a manifest: this backup was proven. In central's folder: which one was, last."""

FORM = 1
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class BackupStep:
    """How far a long piece of work is: `done` of `total`, in whatever `what` counts."""

    what: str
    done: int
    total: int


Report = Callable[[BackupStep], None]


class FileProof(msgspec.Struct, frozen=True):
    """What a file must be."""

    size: int
    sha256: str


class ScopeVersion(msgspec.Struct, frozen=True):
    """Where a scope stood."""

    epoch: str
    ver: int


class DatabasePicture(msgspec.Struct, frozen=True):
    """What one unchanging picture of a database holds: per table its rows and the sum of their versions."""

    scopes: dict[str, ScopeVersion]
    tables: dict[str, tuple[int, int]]
    blobs: dict[str, int]


class Manifest(msgspec.Struct, frozen=True):
    """One backup. `database` is sqlite or postgresql; `missing` names files that central itself had lost."""

    form: int
    made_at: datetime
    landlord: str
    database: str
    files: dict[str, FileProof]
    picture: DatabasePicture
    missing: list[str] = []


class Proven(msgspec.Struct, frozen=True):
    """A backup that was put back and counted, and where it was then."""

    made_at: datetime
    folder: str


def picture_of(session: Session) -> DatabasePicture:
    """Counts everything that `session` sees."""
    tables = {}
    for table in (*Entity.metadata.sorted_tables, *CentralEntity.metadata.sorted_tables):
        versions = func.coalesce(func.sum(table.c.ver), 0) if "ver" in table.c else literal(0)
        count, total = session.execute(select(func.count(), versions).select_from(table)).one()
        tables[table.name] = (int(count), int(total))
    scopes = {scope.id: ScopeVersion(scope.epoch, scope.ver) for scope in session.scalars(select(Scope))}
    blobs = {digest: int(size) for digest, size in session.execute(select(Blob.sha256, Blob.size))}
    return DatabasePicture(scopes, tables, blobs)


def differences(promised: DatabasePicture, found: DatabasePicture) -> list[str]:
    """The tables and scopes that are not as promised."""
    tables = [name for name in promised.tables if promised.tables[name] != found.tables.get(name)]
    scopes = [name for name in promised.scopes if promised.scopes[name] != found.scopes.get(name)]
    return [*tables, *(f"scope {name}" for name in scopes)]


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Writes it last: a folder without one is no backup."""
    with (folder / MANIFEST_FILE).open("wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(manifest), indent=1))
        file.flush()
        os.fsync(file.fileno())


def read_manifest(folder: Path) -> Manifest:
    """Raises Refused: backup_missing, backup_unreadable, backup_too_new."""
    try:
        manifest = msgspec.json.decode((folder / MANIFEST_FILE).read_bytes(), type=Manifest)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Refused("backup_missing", folder=str(folder)) from error
    except (msgspec.DecodeError, OSError) as error:
        raise Refused("backup_unreadable", folder=str(folder), reason=str(error)) from error
    if manifest.form > FORM:
        raise Refused("backup_too_new", folder=str(folder))
    return manifest


def mark_proven(folder: Path, proven: Proven) -> None:
    """Remembers in `folder`, of the backup or of central, that this backup was proven."""
    replace_private(folder / PROVEN_FILE, msgspec.json.encode(proven))


def newest_proven(folders: Iterable[Path]) -> Proven | None:
    """The newest proven backup that any of these folders knows of."""
    known = []
    for folder in folders:
        with suppress(OSError, msgspec.DecodeError):
            known.append(msgspec.json.decode((folder / PROVEN_FILE).read_bytes(), type=Proven))
    return max(known, key=lambda proven: proven.made_at, default=None)


def proof_of(path: Path) -> FileProof:
    """The size and the digest of a file, read whole."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return FileProof(size, digest.hexdigest())


def check_files(folder: Path, manifest: Manifest) -> None:
    """Raises Refused("backup_altered") at the first file that is not what it was."""
    for name, proof in manifest.files.items():
        try:
            same = proof_of(folder / name) == proof
        except OSError:
            same = False
        if not same:
            raise Refused("backup_altered", folder=str(folder), file=name)
