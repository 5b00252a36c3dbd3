"""A file as a station sends it, for the tests of what becomes of it."""

import hashlib
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.central.files import blobs
from desktop.central.files.partial import Promised
from desktop.central.store import Store
from desktop.models.device import Device


def arrive(store: Store, content: bytes, at: datetime) -> str:
    """A station of AG01 has sent the whole of it; returns its name."""
    digest = hashlib.sha256(content).hexdigest()
    promised = Promised("d", digest, len(content), "image/jpeg", at)
    with TemporaryDirectory(dir=store.folder) as folder:
        arrived = Path(folder) / "arrived"
        arrived.write_bytes(content)
        blobs.take_in(store, Device(id="d", agency_id="AG01"), promised, arrived, at)
    return digest
