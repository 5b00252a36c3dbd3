"""How the station stands, asked again and again, and that its rows changed."""

import logging

from PySide6.QtCore import QObject, Signal

from desktop.outcomes import Err, Ok, Outcome, Runner
from desktop.services.agencies import AgencyView, agency_view
from desktop.station.station import Station
from desktop.sync.standing import SyncStatus

log = logging.getLogger("guichet.views")


class StationWatch(QObject):
    """`start` listens, `stop` lets go; `look` and `ask_name` ask on the cache's lane."""

    changed = Signal(object)
    """The tables whose rows changed: emitted on whatever thread, heard on the window's own."""

    stands = Signal(object)
    """The status that was asked for."""

    named = Signal(str)
    """What the agency is called."""

    def __init__(self, station: Station, lane: Runner, owner: QObject) -> None:
        super().__init__(owner)
        self._station = station
        self._lane = lane
        self._listening = False
        self._known = ""

    def start(self) -> None:
        """Hear of changes from now on."""
        self._listening = True
        self._station.on_change(self._hear)

    def stop(self) -> None:
        """The window is going: hear nothing more."""
        self._listening = False

    def look(self) -> None:
        """Ask how the station stands, and the agency's name as long as nobody knows it."""
        self._lane.run(self._station.status, self._on_status)
        if not self._known:
            self.ask_name()

    def ask_name(self) -> None:
        """Ask what the agency is called; nothing is told before its row is here."""
        self._lane.run(self._ask_agency, self._on_agency)

    def _hear(self, tables: frozenset[str]) -> None:
        if self._listening:
            self.changed.emit(tables)

    def _ask_agency(self) -> AgencyView | None:
        return self._station.ask(agency_view, self._station.settings.agency_id)

    def _on_status(self, outcome: Outcome[SyncStatus]) -> None:
        match outcome:
            case Ok(status):
                self.stands.emit(status)
            case Err(error):
                log.error("the station's status cannot be read", exc_info=error)

    def _on_agency(self, outcome: Outcome[AgencyView | None]) -> None:
        match outcome:
            case Ok(AgencyView(name=name)):
                self._known = name
                self.named.emit(name)
            case Ok(_):
                pass
            case Err(error):
                log.error("the agency cannot be read", exc_info=error)
