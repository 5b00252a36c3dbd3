"""Stations whose clock is minutes off, as the proof of who they are shows: somebody is told of each."""

import logging
from datetime import datetime

from desktop.central.database.agency_write import agency_write
from desktop.central.store import Store
from desktop.errors import NotAllowed
from desktop.models.device import Device
from desktop.services.warnings import is_warned_of_clock, warn_of_clock

_OF_CLOCKS = frozenset({"clock_wrong", "assertion_expired"})
_log = logging.getLogger(__name__)


def tell_of_clock(store: Store, device: Device, refusal: NotAllowed, now: datetime) -> None:
    """Warns the agency's manager and the administrator, once a day, when this is why a proof was refused."""
    if refusal.code not in _OF_CLOCKS:
        return
    with store.database.read() as session:
        if is_warned_of_clock(session, device, now):
            return
    with agency_write(store.database, {device.agency_id}) as work:
        warn_of_clock(work.session, device, now)
    seconds = refusal.facts["seconds"]
    _log.error("the clock of station %s is off (%s, %s seconds)", device.code, refusal.code, seconds)
