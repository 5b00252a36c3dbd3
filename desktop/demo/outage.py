"""A network that can be taken away from a station and given back."""

from typing import TYPE_CHECKING

from desktop.security.device_key import new_device_key
from desktop.station.station import Station
from desktop.sync.wire.transport import HttpTransport

if TYPE_CHECKING:
    from desktop.sync.wire.transport import Transport

NOBODY_THERE = "http://127.0.0.1:9"
"""The discard port of this machine, where nothing listens: calls fail as they do when the network is down."""


class Outage:
    """While it lasts, every call of the station fails; nothing else changes."""

    def __init__(self) -> None:
        self._before: Transport | None = None

    def begin(self, station: Station) -> None:
        """Cuts the line."""
        self._before = station.link.transport
        station.link.transport = HttpTransport(NOBODY_THERE, station.settings.device_id, new_device_key())

    def end(self, station: Station) -> None:
        """Mends the line, and has the station notice."""
        if self._before is not None:
            station.link.transport, self._before = self._before, None
            station.wake()
