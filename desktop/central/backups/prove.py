"""Proving a backup: put back in a scratch place, counted, its files and its chains of commands checked."""

import itertools
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from desktop.central.backups import postgres_copy, sqlite_copy
from desktop.central.backups.backup import blob_path
from desktop.central.backups.copying import working_folder, writing_to
from desktop.central.backups.manifest import (
    BackupStep,
    Manifest,
    Proven,
    Report,
    check_files,
    differences,
    mark_proven,
    picture_of,
    proof_of,
    read_manifest,
)
from desktop.central.commands.chains import moment
from desktop.central.commands.trouble import is_of_the_store
from desktop.central.database.postgres import open_server
from desktop.central.database.tables import CommandRecord, DeviceChain, Scope
from desktop.central.store import Store
from desktop.errors import GuichetError, Refused
from desktop.models.database import Database, open_database
from desktop.models.storable import NOT_STORABLE
from desktop.protocol.chain import is_whole
from desktop.protocol.messages import Envelope

_KEPT_OTHERWISE = ("proof_wrong", NOT_STORABLE)
LINKS_PER_CHAIN = 500
"""The latest commands of each incarnation of a device whose hashes are computed anew."""

_SCRATCH = ".proof-"
_TRIES = 10
"""Each waits some seconds for whoever writes."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proven: rows counted, files read, links of commands' chains computed anew.

    `durable` is where each scope's proven backup now stands; empty when it was proven without its central.
    """

    rows: int
    files: int
    links: int
    durable: dict[str, int]


def prove(backup: Path, store: Store, report: Report) -> Proof:
    """Proves a backup of `store`, then lets stations drop what it holds.

    Raises Refused: backup_missing, backup_altered, backup_damaged, backup_incomplete, backup_chain_broken.
    """
    manifest = read_manifest(backup)
    report(BackupStep("checking", 0, 4))
    check_files(backup, manifest)
    report(BackupStep("putting back", 1, 4))
    with _put_back(backup, manifest, store) as copy, copy.read() as session:
        report(BackupStep("counting", 2, 4))
        wrong = differences(manifest.picture, picture_of(session))
        if wrong:
            raise Refused("backup_incomplete", folder=str(backup), tables=", ".join(wrong))
        report(BackupStep("commands", 3, 4))
        links = sum(_check_chain(session, chain) for chain in session.scalars(select(DeviceChain)))
    _check_blobs(backup, manifest, report)
    rows = sum(count for count, _ in manifest.picture.tables.values())
    proven = Proven(manifest.made_at, str(backup))
    mark_proven(store.folder, proven)
    with suppress(GuichetError):
        # It may be a place where nothing can be written: central remembers it, too.
        mark_proven(backup, proven)
    return Proof(rows, len(manifest.picture.blobs), links, _advance(store, manifest))


@contextmanager
def _put_back(backup: Path, manifest: Manifest, store: Store) -> Iterator[Database]:
    if manifest.database == "sqlite":
        scratch = backup.parent / f"{_SCRATCH}{token_hex(6)}"
        with writing_to(backup.parent), working_folder(scratch, f"{_SCRATCH}*") as folder:
            file = sqlite_copy.put_back(backup / sqlite_copy.FILE, folder)
            sqlite_copy.check_whole(file)
            copy = open_database(file)
            try:
                yield copy
            finally:
                copy.close()
        return
    if store.database.engine.dialect.name != manifest.database:
        raise Refused("backup_of_other_database", folder=str(backup), database=manifest.database)
    with postgres_copy.scratch(store.database.engine.url) as url:
        postgres_copy.put_back(backup / postgres_copy.FILE, url)
        copy = open_server(url.render_as_string(hide_password=False))
        try:
            yield copy
        finally:
            copy.close()


def _check_chain(session: Session, chain: DeviceChain) -> int:
    """The last command heard is the one here, and each of the latest follows from the one before it."""
    latest = (
        select(CommandRecord)
        .where(
            CommandRecord.device_id == chain.device_id,
            CommandRecord.incarnation == chain.incarnation,
            CommandRecord.seq > 0,
        )
        .order_by(CommandRecord.seq.desc())
        .limit(LINKS_PER_CHAIN)
    )
    records = list(session.scalars(latest))
    if records and records[0].seq == chain.last_seq and records[0].hash != chain.last_hash:
        raise Refused("backup_chain_broken", device=chain.device_id, seq=chain.last_seq)
    links = 0
    for record, before in itertools.pairwise(records):
        told = _told(record, before)
        if before.seq != record.seq - 1 or told is None:
            continue
        if not is_whole(record.device_id, told):
            raise Refused("backup_chain_broken", device=chain.device_id, seq=record.seq)
        links += 1
    return links


def _told(record: CommandRecord, before: CommandRecord) -> Envelope | None:
    """The command as its station chained it; None where central keeps less, or refused it."""
    at = round(record.occurred_at.timestamp() * 1000)
    if (
        (record.body is None and record.body_hash is None)
        or record.code in _KEPT_OTHERWISE
        or moment(at) in (moment(-(2**63)), moment(2**63))
    ):
        return None
    return Envelope(
        record.seq,
        record.key,
        record.kind,
        record.version,
        record.body or b"",
        at,
        record.actor,
        record.receipt_no,
        before.hash,
        record.hash,
        b"",
        record.body_hash or b"",
    )


def _check_blobs(backup: Path, manifest: Manifest, report: Report) -> None:
    blobs = sorted(set(manifest.picture.blobs) - set(manifest.missing))
    for done, sha256 in enumerate(blobs):
        report(BackupStep("files", done, len(blobs)))
        found = ""
        with suppress(OSError):
            found = proof_of(blob_path(backup, sha256)).sha256
        if found != sha256:
            raise Refused("backup_altered", folder=str(backup), file=sha256)


def _advance(store: Store, manifest: Manifest) -> dict[str, int]:
    """Does `_say_safe`, trying again while central is too busy to be written to."""
    for _ in range(_TRIES - 1):
        try:
            return _say_safe(store, manifest)
        except OperationalError as trouble:
            if not is_of_the_store(trouble):
                raise
            _log.warning("central is busy: what the backup holds is said to be safe a little later")
    return _say_safe(store, manifest)


def _say_safe(store: Store, manifest: Manifest) -> dict[str, int]:
    """Says in central that these versions are safe; a scope that began another epoch meanwhile is not."""
    durable = {}
    with store.database.write() as session:
        for scope in session.scalars(select(Scope)):
            stood = manifest.picture.scopes.get(scope.id)
            if stood is not None and stood.epoch == scope.epoch and stood.ver <= scope.ver:
                scope.durable_ver = max(scope.durable_ver, stood.ver)
                durable[scope.id] = scope.durable_ver
    return durable
