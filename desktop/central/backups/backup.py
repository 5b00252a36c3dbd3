"""A consistent copy of the whole central, taken while it serves."""

import os
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from desktop.central.backups import postgres_copy, sqlite_copy
from desktop.central.backups.copying import copy_file, finished, working_folder, writing_to
from desktop.central.backups.manifest import (
    FORM,
    MANIFEST_FILE,
    BackupStep,
    Manifest,
    Report,
    picture_of,
    proof_of,
    read_manifest,
    write_manifest,
)
from desktop.central.stations import register
from desktop.central.store import Store
from desktop.config import CENTRAL_FILE
from desktop.disk import close_to_others, sync_folder
from desktop.errors import Refused
from desktop.security.master_key import KEY_FILE
from desktop.security.vault import VAULT_FILE

BLOBS = "blobs"
"""Beside the backups of each day: every file once, named by its SHA-256, shared by them all."""


def back_up(store: Store, to: Path, now: datetime, report: Report) -> Path:
    """Copies central into a new folder of its day and minute under `to`, and returns that folder.

    Raises Refused: backup_inside_central, backup_exists, backup_not_written; nothing half-made is left.
    """
    target = to / now.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    if to.resolve().is_relative_to(store.folder.resolve()):
        raise Refused("backup_inside_central", folder=str(to))
    if target.exists():
        raise Refused("backup_exists", folder=str(target))
    with writing_to(to), working_folder(to / f".{target.name}.part", ".*.part") as part:
        if (to / BLOBS).exists():
            close_to_others(to / BLOBS)
        _fill(store, to, part, now, report)
        finished(part, target)
    return target


def latest(folder: Path) -> Path:
    """The folder of one backup: `folder` itself, or the newest in it. Raises Refused("backup_missing")."""
    if (folder / MANIFEST_FILE).exists():
        return folder
    found = [
        path.parent for path in folder.glob(f"*/{MANIFEST_FILE}") if not path.parent.name.startswith(".")
    ]
    if not found:
        raise Refused("backup_missing", folder=str(folder))
    return max(found, key=lambda path: read_manifest(path).made_at)


def blob_path(backup: Path, sha256: str) -> Path:
    """Where a backup keeps a file that a station sent."""
    return backup.parent / BLOBS / sha256[:2] / sha256[2:4] / sha256


def key_place(store: Store) -> str:
    """In words, where the vault's master key is: no backup opens without it, so none ever holds it."""
    if "CREDENTIALS_DIRECTORY" in os.environ:
        return "the service's credential guichet.key"
    if (store.folder / KEY_FILE).exists():
        return f"the file {store.folder / KEY_FILE}"
    return "this account's keyring"


def _fill(store: Store, to: Path, part: Path, now: datetime, report: Report) -> None:
    register.ensure(store)
    with store.database.read() as session:
        picture = picture_of(session)
        kind, name = _copy_database(session, part, report)
    small_files = (VAULT_FILE, CENTRAL_FILE, register.REGISTER_FILE)
    for small in small_files:
        copy_file(store.folder / small, part / small)
    missing = _copy_blobs(store, to, picture.blobs, report)
    files = {file: proof_of(part / file) for file in (name, *small_files)}
    write_manifest(part, Manifest(FORM, now, store.settings.landlord, kind, files, picture, missing))
    sync_folder(part)


def _copy_database(session: Session, part: Path, report: Report) -> tuple[str, str]:
    """The database as this very picture shows it; what kind it is, and the file's name."""
    kind = session.get_bind().dialect.name
    if kind == "sqlite":
        sqlite_copy.copy_out(session, part / sqlite_copy.FILE, report)
        return kind, sqlite_copy.FILE
    postgres_copy.copy_out(session, part / postgres_copy.FILE, report)
    return kind, postgres_copy.FILE


def _copy_blobs(store: Store, to: Path, blobs: dict[str, int], report: Report) -> list[str]:
    """Copies the files that no earlier backup holds; returns those that central itself lacks or has wrong."""
    missing = []
    for done, sha256 in enumerate(sorted(blobs)):
        report(BackupStep("files", done, len(blobs)))
        target = to / BLOBS / sha256[:2] / sha256[2:4] / sha256
        if target.exists():
            continue
        try:
            arrived = copy_file(store.blobs / sha256[:2] / sha256[2:4] / sha256, target)
        except FileNotFoundError:
            missing.append(sha256)
            continue
        if arrived != sha256:
            target.unlink()
            missing.append(sha256)
    return missing
