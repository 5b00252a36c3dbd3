"""Lets a person in with contract number and password, with or without the network."""

from dataclasses import dataclass, field

from desktop.services.access.accounts import NoteSignIn, SignIn, check_sign_in
from desktop.station.station import Station
from desktop.views.common.trouble import Trouble
from desktop.views.kiosk.parts import KioskGuide, KioskParts
from desktop.views.kiosk.scene import KioskScene


@dataclass(frozen=True, slots=True)
class SignInState:
    """`outcome`: empty before the first try, then what the service said; `missing` names an empty entry."""

    lease_number: str = ""
    password: str = field(default="", repr=False)
    missing: str = ""
    busy: bool = False
    outcome: str = ""
    wait_seconds: int = 0
    trouble: Trouble | None = None

    @property
    def may_try(self) -> bool:
        """Whether a try would be looked at now."""
        return not self.busy and not self.wait_seconds and self.outcome != "locked"


class SignInPresenter(KioskScene[SignInState]):
    """Never tells which of the two was wrong."""

    def __init__(self, parts: KioskParts, guide: KioskGuide) -> None:
        super().__init__(parts, guide, SignInState())

    def number_typed(self, typed: str) -> None:
        """The contract number, as far as it is typed; another number waits for nothing."""
        if typed != self.state.lease_number:
            self.show(outcome="", wait_seconds=0)
        self.show(lease_number=typed, missing="")

    def password_typed(self, typed: str) -> None:
        """The password, as far as it is typed."""
        self.show(password=typed, missing="")

    def sign_in_pressed(self) -> None:
        """Try; a second touch while waiting is ignored."""
        state = self.state
        if not state.may_try:
            return
        if not state.lease_number.strip() or not state.password:
            self.show(missing="password" if state.lease_number.strip() else "lease_number")
            return
        station, number, password = self._parts.station, state.lease_number, state.password
        self.show(busy=True, trouble=None, outcome="")
        self.run(
            self._parts.cache_lane,
            lambda: try_to_sign_in(station, number, password),
            self._on_tried,
            self._on_trouble,
        )

    def activate_pressed(self) -> None:
        """No account yet, but the letter is at hand."""
        self._guide.go("activation")

    def back_pressed(self) -> None:
        """To the welcome."""
        self._guide.go("welcome")

    def tick(self) -> None:
        """The wait grows shorter."""
        left = self.state.wait_seconds - 1
        if left >= 0:
            self.show(wait_seconds=left, outcome=self.state.outcome if left else "")

    def _on_tried(self, tried: SignIn) -> None:
        if tried.outcome == "ok" and tried.account is not None:
            self.state = SignInState()
            self._guide.visit.account = tried.account
            self._guide.go("home")
            return
        self.show(busy=False, password="", outcome=tried.outcome, wait_seconds=tried.wait_seconds)

    def _on_trouble(self, trouble: Trouble) -> None:
        self.show(busy=False, trouble=trouble)


def try_to_sign_in(station: Station, login: str, password: str) -> SignIn:
    """Check, and note the try so that failures are counted; a wait or a lock is not a new failure."""
    tried = station.ask(check_sign_in, login, password, station.now(), station.settings.device_id)
    if tried.outcome in {"ok", "mismatch"}:
        note = NoteSignIn(login="".join(login.split()), succeeded=tried.outcome == "ok")
        station.perform(note, f"device:{station.settings.device_id}")
    return tried
