"""Putting a backup in the place of central: nothing is overwritten, and every scope begins a new epoch."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL

from desktop.central.backups import guard, postgres_copy, sqlite_copy
from desktop.central.backups.backup import blob_path
from desktop.central.backups.copying import copy_file, first_free, writing_to
from desktop.central.backups.manifest import (
    BackupStep,
    Manifest,
    Proven,
    Report,
    check_files,
    newest_proven,
    read_manifest,
)
from desktop.central.database.postgres import read_address
from desktop.central.stations import register
from desktop.central.stations.readmission import Compared
from desktop.central.store import open_store
from desktop.config import CENTRAL_FILE, CentralSettings, read_settings
from desktop.disk import sync_folder
from desktop.errors import NotAllowed, Refused, StoreDamaged
from desktop.security.master_key import KEY_FILE
from desktop.security.vault import VAULT_FILE, Vault


@dataclass(frozen=True, slots=True)
class Restoration:
    """What was put back, how old it is, and where what was there before is now kept; None if nothing was.

    `newest` is the newest proven backup known; `revoked` and `waiting` are codes of stations.
    """

    made_at: datetime
    aside: str | None
    files: int
    missing: tuple[str, ...]
    newest: Proven | None = None
    revoked: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()


def restore(
    backup: Path,
    data: Path,
    now: datetime,
    report: Report,
    *,
    replace: bool = False,
    key: Path | None = None,
    older: bool = False,
) -> Restoration:
    """Makes `data` the central of that backup, with a new epoch in every scope.

    `key` is the vault's master key where it was kept apart. Raises Refused: backup_missing, backup_altered,
    backup_older (without `older`, when a newer one was proven), central_there (without `replace`),
    central_running; StoreDamaged("restore_without_key"). Then nothing was changed.
    """
    manifest = read_manifest(backup)
    newest = newest_proven((data, backup, *_others(backup)))
    if newest and newest.made_at > manifest.made_at and not older:
        raise Refused("backup_older", folder=str(backup), **_dated(manifest.made_at, newest))
    if data.exists() and any(data.iterdir()) and not replace:
        raise Refused("central_there", folder=str(data))
    if manifest.database == "postgresql" and not replace and not postgres_copy.is_empty(_server_of(backup)):
        raise Refused("database_there", database=_server_of(backup).database or "")
    check_files(backup, manifest)
    data.parent.mkdir(parents=True, exist_ok=True)
    fresh = data.with_name(f".{data.name}.restoring")
    shutil.rmtree(fresh, ignore_errors=True)
    with writing_to(data.parent, "restore_not_written"):
        try:
            missing = _fill(backup, manifest, fresh, report)
            _bring_key(fresh, data, key)
            register.carry_over(data, (backup, *_others(backup)), fresh, now)
            guard.begin_restore(fresh)
            aside, found = _swap(manifest, backup, fresh, data, now)
            return Restoration(manifest.made_at, aside, *missing, newest, found.revoked, found.waiting)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def _fill(backup: Path, manifest: Manifest, fresh: Path, report: Report) -> tuple[int, tuple[str, ...]]:
    """Copies settings, vault and files; returns how many files, and those that the backup lacks."""
    fresh.mkdir(mode=0o700)
    for small in (VAULT_FILE, CENTRAL_FILE):
        copy_file(backup / small, fresh / small)
    if manifest.database == "sqlite":
        report(BackupStep("database", 0, 1))
        sqlite_copy.check_whole(sqlite_copy.put_back(backup / sqlite_copy.FILE, fresh))
    missing = []
    for done, sha256 in enumerate(sorted(manifest.picture.blobs)):
        report(BackupStep("files", done, len(manifest.picture.blobs)))
        source, target = blob_path(backup, sha256), fresh / "blobs" / sha256[:2] / sha256[2:4] / sha256
        if not source.exists():
            missing.append(sha256)
        elif copy_file(source, target) != sha256:
            raise Refused("backup_altered", folder=str(backup), file=sha256)
    return len(manifest.picture.blobs) - len(missing), tuple(missing)


def _bring_key(fresh: Path, data: Path, key: Path | None) -> None:
    """The vault must open before anything is replaced: its key was never in the backup."""
    found = key or data / KEY_FILE
    if key is not None and not key.is_file():
        raise Refused("key_file_missing", file=str(key))
    if found.is_file():
        copy_file(found, fresh / KEY_FILE)
    try:
        Vault.open(fresh)
    except (StoreDamaged, NotAllowed) as error:
        raise StoreDamaged("restore_without_key", reason=error.code) from error


def _swap(
    manifest: Manifest, backup: Path, fresh: Path, data: Path, now: datetime
) -> tuple[str | None, Compared]:
    """Puts the finished folder in its place; what was there is renamed, never removed."""
    aside = _free_beside(data, f"{data.name}.before-{_stamp(now)}") if data.exists() else None
    if aside is not None:
        with guard.only_one(data):
            pass
        data.rename(aside)
    try:
        fresh.rename(data)
        sync_folder(data.parent)
        kept, compared = _put_database_back(manifest, backup, data, now)
    except BaseException:
        shutil.rmtree(data, ignore_errors=True)
        if aside is not None:
            aside.rename(data)
        raise
    if aside is None:
        return kept, compared
    if not any(aside.iterdir()):
        aside.rmdir()
        return kept, compared
    return f"{aside}{f' and schema {kept}' if kept else ''}", compared


def _put_database_back(
    manifest: Manifest, backup: Path, data: Path, now: datetime
) -> tuple[str | None, Compared]:
    """Fills PostgreSQL if it is the database, then begins the new epochs; the schema kept aside, if any."""
    kept = None
    if manifest.database == "postgresql":
        kept = _fill_postgres(backup, data, f"before_{_stamp(now).lower()}")
    store = open_store(data)
    try:
        return kept, guard.begin_new_epochs(store, now, durable=True)
    finally:
        store.database.close()


def _fill_postgres(backup: Path, data: Path, schema: str) -> str | None:
    """Puts the dump into the database that the settings name; what was there is kept in a schema.

    Its name is returned: `schema`, or one like it that is free.
    """
    url = _server_of(data)
    kept = None if postgres_copy.is_empty(url) else postgres_copy.set_aside(url, schema)
    try:
        postgres_copy.put_back(backup / postgres_copy.FILE, url)
    except Refused:
        if kept:
            postgres_copy.take_back(url, kept)
        raise
    return kept


def _free_beside(data: Path, wish: str) -> Path:
    return data.with_name(first_free(wish, "-", lambda name: data.with_name(name).exists()))


def _others(backup: Path) -> list[Path]:
    """The other backups beside this one."""
    return [folder for folder in backup.parent.iterdir() if folder.is_dir() and folder != backup]


def _dated(made_at: datetime, newest: Proven) -> dict[str, str]:
    form = "%d %B %Y at %H:%M UTC"
    return {
        "made_at": made_at.astimezone(UTC).strftime(form),
        "newest_at": newest.made_at.astimezone(UTC).strftime(form),
        "newest": newest.folder,
    }


def _stamp(now: datetime) -> str:
    return now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _server_of(folder: Path) -> URL:
    return read_address(read_settings(folder / CENTRAL_FILE, CentralSettings).database)
