"""A revocation is begun in the register and done in the database: where one lacks it, it is finished there.

Revoked stays revoked. Whoever typed it meant it, even where they were told that it did not work: a stolen
station that goes on reading an agency's files cannot be undone, one that was shut out in vain enrols again.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from desktop.central.database.agency_write import agency_write
from desktop.central.stations import register
from desktop.central.store import Store
from desktop.errors import GuichetError
from desktop.models.device import Device

LOOK_SECONDS = 1.0
LONGEST_SECONDS = 10.0
"""Who ends waits no longer for one that waits itself for an agency's lock."""

_log = logging.getLogger(__name__)


def finish(store: Store) -> tuple[str, ...]:
    """Shuts out whom the register calls revoked, and notes what only the database still knows.

    Returns the codes of the stations that were shut out.
    """
    listed = register.read(store.folder) or register.Register()
    with store.database.read() as session:
        devices = list(session.scalars(select(Device).order_by(Device.code)))
    _note_again(store, [each for each in devices if _is_lost(each, listed)])
    begun = [each for each in devices if listed.standings.get(each.id) == register.REVOKED]
    return _shut_out(store, [each for each in begun if not each.revoked])


@contextmanager
def finishing(store: Store) -> Iterator[None]:
    """Finishes what was begun, now and, within seconds, whenever the register hears of more in the block."""
    finish(store)
    stopping = threading.Event()
    thread = threading.Thread(target=_keep_finishing, args=(store, stopping), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopping.set()
        thread.join(LONGEST_SECONDS)


def _keep_finishing(store: Store, stopping: threading.Event) -> None:
    finished = None
    while not stopping.wait(LOOK_SECONDS):
        try:
            length = register.length(store.folder)
            if length != finished:
                finish(store)
                finished = length
        except (SQLAlchemyError, GuichetError, OSError):
            # The database is away or busy, or the disk in trouble: it is tried again.
            continue


def _is_lost(device: Device, listed: register.Register) -> bool:
    """Whether a line of the register about this station is gone: it was written before the database's."""
    stands = listed.standings.get(device.id)
    return stands != register.REVOKED if device.revoked else stands is None


def _note_again(store: Store, devices: list[Device]) -> None:
    for device in devices:
        with store.database.read() as session:
            register.note(store, session, device, register.REVOKED if device.revoked else register.KNOWN)
        _log.error("the register of stations had lost %s; the database still knew it", device.code)


def _shut_out(store: Store, devices: list[Device]) -> tuple[str, ...]:
    if not devices:
        return ()
    done = []
    with agency_write(store.database, {device.agency_id for device in devices}) as work:
        for device in devices:
            # Whoever revokes it at this very moment was first.
            found = work.session.get(Device, device.id)
            if found is not None and not found.revoked:
                found.revoked = True
                done.append(found.code)
    for code in done:
        _log.error("%s was revoked, but central's database had not kept it: it is shut out now", code)
    return tuple(done)
