"""What takes long about a command that central alone can do, worked out before anything is locked."""

from threading import BoundedSemaphore
from typing import Final

from desktop.central.store import Store
from desktop.errors import GuichetError
from desktop.protocol.messages import Envelope
from desktop.services import catalogue

_AT_ONCE: Final = BoundedSemaphore(2)
"""So many passwords are hashed at a time in one process: each takes 19 MiB and a core."""


def judge(store: Store, envelope: Envelope) -> object:
    """What the entry of this command finds of what can be read now; None where it finds nothing to judge.

    Whatever is wrong with the command, its service says again.
    """
    entry = catalogue.BY_KIND.get(envelope.kind)
    if entry is None or entry.judge is None:
        return None
    try:
        command = catalogue.decode(envelope.kind, envelope.version, envelope.body)
        with _AT_ONCE, store.database.read() as session:
            return entry.judge(session, command, store.vault.pepper)
    except GuichetError:
        return None
