"""The files that stations send: stored once, addressed by their SHA-256, seen only by their agency."""

import hashlib
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session
from uuid_utils import uuid7

from desktop import failpoints
from desktop.central.agency_write import agency_write
from desktop.central.store import Store
from desktop.central.tables import Blob
from desktop.errors import Refused
from desktop.models.device import Device
from desktop.models.everything import RequestPhoto


def keep(
    store: Store, device: Device, sha256: str, content: bytes, media_type: str, now: datetime
) -> dict[str, int]:
    """Stores a file and marks the photos that waited for it; returns the versions that moved.

    Raises Refused when the bytes are not what the name says, or are too many.
    """
    if len(content) > store.settings.max_blob_bytes:
        raise Refused("blob_too_big", max_bytes=store.settings.max_blob_bytes)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Refused("blob_altered")
    _write(_path(store, sha256), content)
    with agency_write(store.database, {device.agency_id}) as work:
        if work.session.get(Blob, (sha256, device.agency_id)) is None:
            work.session.add(
                Blob(
                    sha256=sha256,
                    scope=device.agency_id,
                    size=len(content),
                    media_type=media_type,
                    stored_at=now,
                )
            )
            work.session.flush()
        mark_arrived(work.session, device.agency_id, [sha256])
    return work.versions


def mark_arrived(session: Session, scope: str, digests: Iterable[str]) -> None:
    """Marks the photos whose bytes central holds, whichever of the two came first."""
    held = select(Blob.sha256).where(Blob.scope == scope, Blob.sha256.in_(list(digests)))
    waiting = select(RequestPhoto).where(
        RequestPhoto.scope == scope, RequestPhoto.sha256.in_(held), RequestPhoto.arrived.is_(False)
    )
    for photo in session.scalars(waiting):
        photo.arrived = True


def find(store: Store, session: Session, device: Device, sha256: str) -> tuple[Path, str]:
    """The file and its media type. Raises Refused alike for an unknown file and one of another agency."""
    blob = session.get(Blob, (sha256, device.agency_id))
    if blob is None:
        raise Refused("blob_unknown")
    return _path(store, sha256), blob.media_type


def _path(store: Store, sha256: str) -> Path:
    return store.blobs / sha256[:2] / sha256[2:4] / sha256


def _write(path: Path, content: bytes) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{uuid7()}")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    failpoints.reached("blob.before_rename")
    fresh.replace(path)
    failpoints.reached("blob.after_rename")
