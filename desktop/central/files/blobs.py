"""The files that stations send: stored once, addressed by their SHA-256, seen only by their agency."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session
from uuid_utils import uuid7

from desktop import failpoints
from desktop.central.database.agency_write import agency_write
from desktop.central.database.tables import Blob, Scope
from desktop.central.files.partial import Promised
from desktop.central.store import Store
from desktop.disk import sync_file, sync_folder
from desktop.errors import Refused
from desktop.models.device import Device
from desktop.models.request import RequestPhoto
from desktop.services.requests.photos import JPEG, require_kept_photo


def take_in(
    store: Store, device: Device, promised: Promised, arrived: Path, now: datetime
) -> tuple[dict[str, int], int]:
    """Stores a file that came in pieces, and leaves `arrived` where it is.

    Returns the versions that moved, and the version from which on a backup holds the file. Raises
    Refused: blob_altered when the bytes are not what was promised, photo_not_image and photo_too_big when
    they are no photo as stations keep them: nothing else is ever shown to staff.
    """
    content = arrived.read_bytes()
    if hashlib.sha256(content).hexdigest() != promised.sha256:
        raise Refused("blob_altered")
    require_kept_photo(content)
    with _placing(store, promised.sha256) as fresh:
        os.link(arrived, fresh)
    blob = Blob(sha256=promised.sha256, size=promised.length, media_type=JPEG)
    return _register(store, device, blob, now)


def held_from(session: Session, device: Device, sha256: str) -> int | None:
    """From which version on a backup surely holds the file; None unless this very agency sent it before."""
    scope = session.get(Scope, device.agency_id)
    if scope is None or session.get(Blob, (sha256, device.agency_id)) is None:
        return None
    return scope.ver + 1


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
    if blob is None or not _path(store, sha256).is_file():
        raise Refused("blob_unknown")
    return _path(store, sha256), JPEG if blob.media_type == JPEG else "application/octet-stream"


def _path(store: Store, sha256: str) -> Path:
    return store.blobs / sha256[:2] / sha256[2:4] / sha256


def _register(store: Store, device: Device, blob: Blob, now: datetime) -> tuple[dict[str, int], int]:
    blob.scope, blob.stored_at = device.agency_id, now
    with agency_write(store.database, {device.agency_id}) as work:
        if work.session.get(Blob, (blob.sha256, blob.scope)) is None:
            work.session.add(blob)
            work.session.flush()
        mark_arrived(work.session, blob.scope, [blob.sha256])
        version = work.version(blob.scope)
    return work.versions, version


@contextmanager
def _placing(store: Store, sha256: str) -> Iterator[Path]:
    """Gives a path to fill, then puts it in its place, synced to the disk.

    It takes as long for a file that is already there: how fast central is tells nothing of other agencies.
    """
    path = _path(store, sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{uuid7()}")
    yield fresh
    sync_file(fresh)
    failpoints.reached("blob.before_rename")
    fresh.replace(path)
    sync_folder(path.parent)
    failpoints.reached("blob.after_rename")
