"""Who is connected to this process: strangers make room for one another, known stations stay."""

from typing import Protocol

from desktop.config import Bounds


class Connection(Protocol):
    """One line to somebody, known or not."""

    def turn_away(self) -> None:
        """Hangs up at once."""


class Crowd:
    """All connections of one process, oldest first.

    Nobody is asked to wait for somebody who says nothing: where there are too many, the stranger who has
    been standing there longest is turned away; of one station's lines it is the oldest that goes.
    """

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._strangers: dict[Connection, None] = {}
        self._known: dict[Connection, str] = {}
        self._by_device: dict[str, dict[Connection, None]] = {}

    def __len__(self) -> int:
        return len(self._strangers) + len(self._known)

    def came(self, connection: Connection) -> None:
        """Somebody connected: a stranger so far."""
        self._strangers[connection] = None
        if len(self._strangers) > self._bounds.strangers or len(self) > self._bounds.connections:
            self._turn_away(next(iter(self._strangers)))

    def is_known(self, connection: Connection, device_id: str) -> None:
        """This connection showed a good token of the station `device_id`."""
        if self._known.get(connection) == device_id:
            return
        self.left(connection)
        self._known[connection] = device_id
        mine = self._by_device.setdefault(device_id, {})
        mine[connection] = None
        if len(mine) > self._bounds.connections_of_a_device:
            self._turn_away(next(iter(mine)))

    def left(self, connection: Connection) -> None:
        """This connection is over."""
        self._strangers.pop(connection, None)
        device_id = self._known.pop(connection, None)
        if device_id is not None:
            del self._by_device[device_id][connection]
            if not self._by_device[device_id]:
                del self._by_device[device_id]

    def _turn_away(self, connection: Connection) -> None:
        self.left(connection)
        connection.turn_away()
