"""Decides what the first screen offers: the letter or an existing account, with or without the network."""

from dataclasses import dataclass

from desktop.services.agencies import AgencyView, agency_view
from desktop.sync.standing import SyncStatus
from desktop.views.kiosk.parts import KioskGuide, KioskParts
from desktop.views.kiosk.scene import KioskScene
from desktop.views.kiosk.welcome.hours import Hours, parse_hours


@dataclass(frozen=True, slots=True)
class WelcomeState:
    """`ready` once the agency's rows are here; activation also needs `online`.

    `closed`: central does not admit this kiosk any more, or it can record nothing.
    """

    agency: AgencyView | None = None
    hours: tuple[Hours, ...] = ()
    online: bool = True
    ready: bool = True
    closed: bool = False


class WelcomePresenter(KioskScene[WelcomeState]):
    """Nobody is known yet."""

    def __init__(self, parts: KioskParts, guide: KioskGuide) -> None:
        super().__init__(parts, guide, WelcomeState())

    def open(self) -> None:
        """Read the agency's name and hours, and how the station stands."""
        self.run(self._parts.cache_lane, self._look, self._on_looked)

    def refresh(self) -> None:
        """Central came or went, or the first rows arrived."""
        self.open()

    def activate_pressed(self) -> None:
        """The person holds the letter."""
        if self.state.ready:
            self._guide.go("activation")

    def sign_in_pressed(self) -> None:
        """The person has an account."""
        if self.state.ready:
            self._guide.go("sign_in")

    def _look(self) -> tuple[AgencyView | None, SyncStatus]:
        station = self._parts.station
        return station.ask(agency_view, station.settings.agency_id), station.status()

    def _on_looked(self, found: tuple[AgencyView | None, SyncStatus]) -> None:
        agency, status = found
        closed = status.revoked or status.unreadable or status.storage_full
        self.show(
            agency=agency,
            hours=parse_hours(agency.opening_hours) if agency else (),
            online=status.online,
            ready=status.bootstrapped and not closed,
            closed=closed,
        )
