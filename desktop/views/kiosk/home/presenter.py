"""What one may do once signed in, and how much is owed, hidden until asked for."""

from dataclasses import dataclass, replace
from datetime import datetime

from desktop.hardware.camera import takes_photos
from desktop.hardware.card_terminal import takes_cards
from desktop.services.access.accounts import AccountCard
from desktop.services.days import local_day
from desktop.services.ledger.statement import statement
from desktop.services.payments.card_charges import charges_in_doubt
from desktop.services.requests.requests import requests_of
from desktop.views.kiosk.parts import KioskGuide, KioskParts
from desktop.views.kiosk.scene import KioskScene


@dataclass(frozen=True, slots=True)
class Glance:
    """The little that the home screen says. `as_of`: when these figures were last central's."""

    balance_cents: int
    answered: int
    in_doubt: bool
    as_of: datetime | None
    now: datetime


@dataclass(frozen=True, slots=True)
class HomeState:
    """`overview` is None while it is being read; the last two: what this kiosk has."""

    account: AccountCard | None
    figures_shown: bool
    overview: Glance | None = None
    takes_cards: bool = True
    takes_photos: bool = True


class HomePresenter(KioskScene[HomeState]):
    """From here to everything else, and back."""

    def __init__(self, parts: KioskParts, guide: KioskGuide) -> None:
        visit = guide.visit
        cards, photos = takes_cards(parts.terminal), takes_photos(parts.photos)
        state = HomeState(visit.account, visit.figures_shown, takes_cards=cards, takes_photos=photos)
        super().__init__(parts, guide, state)

    def open(self) -> None:
        """Read the balance and what is new."""
        lease_id = self._guide.visit.lease_id
        self.run(self._parts.cache_lane, lambda: self._read(lease_id), self._on_read)

    def refresh(self) -> None:
        """A payment or an answer arrived meanwhile."""
        self.open()

    def figures_pressed(self) -> None:
        """Show or hide the amounts, here and on the screens that follow."""
        visit = self._guide.visit
        visit.figures_shown = not visit.figures_shown
        self.state = replace(self.state, figures_shown=visit.figures_shown)
        self.show()

    def place_chosen(self, place: str) -> None:
        """Open one of the screens."""
        self._guide.go(place)

    def _read(self, lease_id: str) -> Glance:
        station = self._parts.station
        now = station.now()
        known = station.ask(statement, lease_id, local_day(now))
        asked = station.ask(requests_of, lease_id)
        return Glance(
            balance_cents=known.balance_cents,
            answered=sum(1 for each in asked if each.state == "answered"),
            in_doubt=bool(station.ask(charges_in_doubt, lease_id)),
            as_of=station.status().balances_as_of,
            now=now,
        )

    def _on_read(self, overview: Glance) -> None:
        self.show(overview=overview)
