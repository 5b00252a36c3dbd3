"""What the tenant asked, how it stands, and what the landlord answered."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.services.days import local_day
from desktop.services.requests.requests import RequestCard, RequestRow, request_card, requests_of
from desktop.views.common.trouble import Trouble
from desktop.views.kiosk.parts import KioskGuide, KioskParts
from desktop.views.kiosk.scene import KioskScene


@dataclass(frozen=True, slots=True)
class RequestsState:
    """`rows` is None while they are being read; `card` is the one opened."""

    rows: tuple[RequestRow, ...] | None = None
    card: RequestCard | None = None
    today: date | None = None
    now: datetime | None = None


class RequestsPresenter(KioskScene[RequestsState]):
    """A list, and one request of it."""

    def __init__(self, parts: KioskParts, guide: KioskGuide) -> None:
        super().__init__(parts, guide, RequestsState())

    def open(self) -> None:
        """Read the list, and the opened request anew if there is one."""
        station, lease_id = self._parts.station, self._guide.visit.lease_id
        self.run(self._parts.cache_lane, lambda: station.ask(requests_of, lease_id), self._on_rows)
        if self.state.card is not None:
            self.request_pressed(self.state.card.row.id)

    def refresh(self) -> None:
        """An answer arrived."""
        self.open()

    def request_pressed(self, request_id: str) -> None:
        """Open one of the list; an id of somebody else's request is not there to be opened."""
        if not any(row.id == request_id for row in self.state.rows or ()):
            return
        station = self._parts.station
        self.run(
            self._parts.cache_lane,
            lambda: station.ask(request_card, request_id),
            self._on_card,
            self._on_gone,
        )

    def new_pressed(self) -> None:
        """Something else does not work."""
        self._guide.go("new_request")

    def back_pressed(self) -> None:
        """From a request to the list, from the list home."""
        if self.state.card is None:
            self._guide.go("home")
        else:
            self.show(card=None)

    def _on_rows(self, rows: tuple[RequestRow, ...]) -> None:
        now = self._parts.station.now()
        self.show(rows=rows, today=local_day(now), now=now)

    def _on_card(self, card: RequestCard) -> None:
        self.show(card=card)

    def _on_gone(self, _trouble: Trouble) -> None:
        self.show(card=None)
