"""A damaged or lost journal: what can be proven goes into a new one; what is left stays, with a report.

In order, so that a crash at any point only means to begin again: a whole copy of the damaged files in a
folder of its own; the new journal beside the old; the one takes the other's place; the report.
"""

import logging
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import insert
from uuid_utils import uuid7

from desktop.errors import StoreDamaged, StoreFull
from desktop.models.database import Database, open_database
from desktop.protocol.messages import Envelope
from desktop.sync.journal.carving import records
from desktop.sync.journal.findings import Findings, prove
from desktop.sync.journal.journal import UNHEARD_RECEIPTS
from desktop.sync.journal.migrate import bring_up_to_date
from desktop.sync.journal.tables import Aside, JournalCommand, JournalMeta, Kept, Upload
from desktop.sync.standing import Damage

REPORT = "report.json"
UNKNOWN_RECEIPTS = 100
"""How many receipts may have been printed by commands after the last that is known."""

_SIDES = ("", "-wal")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose journal it is: the key of the file, the device, and the key with which it signs."""

    key: bytes
    device_id: str
    private_key: bytes


def interrupted(path: Path) -> Path | None:
    """The folder of a salvage of this journal that did not come to its end."""
    folders = sorted(path.parent.glob(f"{path.name}.damaged-*"))
    return next((each for each in folders if not (each / REPORT).exists() and _is_whole(each)), None)


def set_aside(path: Path, now: datetime) -> Path:
    """Copies the damaged files, unchanged and read-only, into a folder of their own; empty ones are gone."""
    folder = path.with_name(f"{path.name}.damaged-{now:%Y%m%dT%H%M%S%f}")
    coming = folder.with_name(f"{folder.name}.partial")
    try:
        coming.mkdir(mode=0o700)
        for side in _SIDES:
            source = path.with_name(path.name + side)
            if source.exists() and source.stat().st_size:
                kept = Path(shutil.copyfile(source, coming / source.name))
                with kept.open("rb+") as written:
                    os.fsync(written.fileno())
                kept.chmod(0o400)
        coming.rename(folder)
    except OSError as error:
        shutil.rmtree(coming, ignore_errors=True)
        raise StoreFull(store=path.name) from error
    return folder


def salvage(path: Path, folder: Path, owner: Owner, now: datetime) -> Damage:
    """Puts a journal in the place of `path` that holds what can be proven of the files in `folder`.

    Where the journal itself is gone, nothing may be left to prove. Raises StoreDamaged when it is there and
    no command at all can be proven: the key may be wrong, and nothing was changed.
    """
    content, ahead = (_content(folder / (path.name + side)) for side in _SIDES)
    found = prove(records(content, ahead, owner.key), owner.device_id, owner.private_key)
    gone = not (folder / path.name).exists()
    if not found.commands and not gone:
        if path.exists():
            shutil.rmtree(folder)
        raise StoreDamaged("store_unreadable", store=path.name)
    chain = found.chain()
    damage = _account(chain, found.apart(chain), folder, now)
    damage = msgspec.structs.replace(damage, gone=gone, complete=damage.complete and not gone)
    fresh = path.with_name(f"{path.name}.salvaged")
    _remove(fresh)
    database = open_database(fresh, owner.key, synchronous="FULL")
    bring_up_to_date(database, fresh)
    _fill(database, chain, found, damage)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    _remove(path)
    fresh.replace(path)
    _report(folder, damage)
    what = "gone" if gone else "damaged"
    _log.error("the journal was %s: %d commands rescued, report in %s", what, damage.rescued, folder)
    return damage


def _account(chain: list[Envelope], apart: list[Envelope], folder: Path, now: datetime) -> Damage:
    rescued, behind = len(chain), sorted({envelope.seq for envelope in apart if envelope.seq > len(chain)})
    missing, after = [], rescued
    for seq in behind:
        if seq > after + 1:
            missing.append((after + 1, seq - 1))
        after = seq
    return Damage(
        found_at=now.isoformat(),
        kept_as=folder.name,
        rescued=rescued,
        missing=tuple(missing),
        aside=tuple(envelope.seq for envelope in apart),
        complete=not apart,
    )


def _fill(database: Database, chain: list[Envelope], found: Findings, damage: Damage) -> None:
    lost = sum(last - first + 1 for first, last in damage.missing)
    highest = max((envelope.receipt_no for envelope in found.commands.values()), default=0)
    facts = found.facts | {
        # No number that a lost command may have printed is ever printed again.
        "receipts": str(highest + lost + UNKNOWN_RECEIPTS).encode(),
        "incarnation": str(uuid7()).encode(),
        "damage": msgspec.msgpack.encode(damage),
        UNHEARD_RECEIPTS: str(UNKNOWN_RECEIPTS if damage.gone else 0).encode(),
    }
    kept: list[dict[str, object]] = [
        {"id": n, "sealed": it, "ver": None, "handed": True} for n, it in found.kept.items()
    ]
    rows: list[tuple[type, list[dict[str, object]]]] = [
        (JournalCommand, [msgspec.structs.asdict(envelope) for envelope in chain]),
        (JournalMeta, [{"key": name, "value": value} for name, value in facts.items()]),
        (Kept, kept),
        (Upload, [_upload(name, *file) for name, file in found.files.items()]),
        (Aside, [_aside(envelope) for envelope in found.apart(chain)]),
    ]
    with database.write() as session:
        for table, values in rows:
            if values:
                session.execute(insert(table), values)


def _upload(name: str, media_type: str, content: bytes) -> dict[str, object]:
    return {
        "sha256": name,
        "media_type": media_type,
        "size": len(content),
        "content": content,
        "sent": False,
    }


def _aside(envelope: Envelope) -> dict[str, object]:
    whole = msgspec.msgpack.encode(envelope)
    return {"key": envelope.key, "seq": envelope.seq, "envelope": whole, "at_central": False}


def _report(folder: Path, damage: Damage) -> None:
    fresh = folder / f"{REPORT}.new"
    with fresh.open("wb") as written:
        written.write(msgspec.json.format(msgspec.json.encode(damage)))
        written.flush()
        os.fsync(written.fileno())
    fresh.replace(folder / REPORT)


def _is_whole(folder: Path) -> bool:
    return not folder.name.endswith(".partial")


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _remove(path: Path, sides: Iterable[str] = ("-wal", "-shm")) -> None:
    """Removes the copy, its side files first: after a crash in between, what is left is a whole copy."""
    for side in sides:
        path.with_name(path.name + side).unlink(missing_ok=True)
    if path.suffix == ".salvaged":
        path.unlink(missing_ok=True)
