"""Lets a member of staff in with password and one-time code, with or without the network."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.security.totp import STEP_SECONDS
from desktop.services.access.staff import NoteStaffSignIn, StaffSignIn, check_staff_sign_in
from desktop.sync.standing import SyncStatus
from desktop.views.common.trouble import Trouble
from desktop.views.counter.parts import CounterGuide, CounterParts
from desktop.views.counter.scene import CounterScene


class LastTry(StrEnum):
    """What the screen says about the last try."""

    NONE = ""
    INCOMPLETE = "incomplete"
    MISMATCH = "mismatch"
    WAIT = "wait"
    BLOCKED = "blocked"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class SignInState:
    """`locked_name`: who locked the counter and may go on; `tries` counts the answers given.

    `ready` once the agency's rows, and with them its staff, are on this station; until then `fetched` of the
    rows (done, total). `closed`: central does not admit this station any more, and `handed_in`:
    has all that was done here; `full`: its disk is. `clock_minutes`: by how much this station's clock is
    ahead of central's, below zero behind; 0 where no code of a telephone can fail for it.
    """

    locked_name: str = ""
    login: str = ""
    checking: bool = False
    answer: LastTry = LastTry.NONE
    wait_seconds: int = 0
    tries: int = 0
    ready: bool = True
    fetched: tuple[int, int] | None = None
    closed: bool = False
    handed_in: bool = False
    full: bool = False
    clock_minutes: int = 0
    trouble: Trouble | None = None

    @property
    def locked(self) -> bool:
        """Whether somebody's work waits behind this screen."""
        return bool(self.locked_name)

    @property
    def may_try(self) -> bool:
        """Whether another try would be heard."""
        return self.ready and not self.checking and self.wait_seconds == 0


class SignInPresenter(CounterScene[SignInState]):
    """Password and code are passed on and never kept."""

    def __init__(self, parts: CounterParts, guide: CounterGuide) -> None:
        staff = guide.shift.staff
        state = SignInState(staff.name, staff.login) if staff else SignInState()
        super().__init__(parts, guide, state)

    def open(self) -> None:
        """See whether anybody is known here yet."""
        station = self._parts.station
        self.run(self._parts.cache_lane, station.status, self._on_status)

    def refresh(self) -> None:
        """More of the first rows may have arrived, central come or gone, the disk filled."""
        self.open()

    def _on_status(self, status: SyncStatus) -> None:
        ready = status.bootstrapped and not status.revoked
        back = status.online and self.state.answer is LastTry.OFFLINE
        answer = LastTry.NONE if back else self.state.answer
        self.show(
            ready=ready,
            fetched=status.fetched_rows,
            closed=status.revoked,
            handed_in=status.handed_in,
            full=status.storage_full,
            clock_minutes=_minutes_off(status.clock_ahead_ms),
            answer=answer,
        )

    def tick(self) -> None:
        """Count the wait down."""
        if self.state.wait_seconds > 0:
            left = self.state.wait_seconds - 1
            self.show(wait_seconds=left, answer=self.state.answer if left else LastTry.NONE)

    def login_edited(self, login: str) -> None:
        """The name they sign in with, as far as it is typed."""
        if login != self.state.login:  # nobody waits for somebody else
            self.show(wait_seconds=0, answer=LastTry.NONE)
        self.show(login=login)

    def submitted(self, password: str, code: str) -> None:
        if not self.state.may_try:
            return
        login, digits = self.state.login.strip(), "".join(code.split())
        if not login or not password or not digits:
            self.show(answer=LastTry.INCOMPLETE, trouble=None)
            return
        self.show(checking=True, answer=LastTry.NONE, trouble=None)
        self.run(
            self._parts.cache_lane, lambda: self._check(login, password, digits), self._on_checked, self._fail
        )

    def broke(self) -> None:
        """Let them try again."""
        self.show(checking=False, tries=self.state.tries + 1)

    def other_pressed(self) -> None:
        """Who stands here is not who locked the counter."""
        self._guide.sign_out()

    def _check(self, login: str, password: str, code: str) -> StaffSignIn:
        station = self._parts.station
        since = station.status().offline_since
        open_seed = station.staff_seeds.open_seed
        found = station.ask(
            check_staff_sign_in,
            login,
            password,
            code,
            station.now(),
            since,
            station=station.settings.device_id,
            open_seed=open_seed,
        )
        if found.outcome == "ok" and found.staff is not None:
            self._note(f"staff:{found.staff.login}", found.staff.login, found.totp_step)
        elif found.outcome == "mismatch":
            self._note(f"device:{station.settings.device_id}", login, None)
        return found

    def _note(self, actor: str, login: str, totp_step: int | None) -> None:
        succeeded = totp_step is not None
        command = NoteStaffSignIn(login=login, succeeded=succeeded, totp_step=totp_step)
        self._parts.station.perform(command, actor)

    def _on_checked(self, found: StaffSignIn) -> None:
        answers = {
            "mismatch": LastTry.MISMATCH,
            "wait": LastTry.WAIT,
            "locked": LastTry.BLOCKED,
            "offline_too_long": LastTry.OFFLINE,
        }
        self.show(
            checking=False,
            tries=self.state.tries + 1,
            answer=answers.get(found.outcome, LastTry.NONE),
            wait_seconds=found.wait_seconds,
        )
        if found.outcome == "ok" and found.staff is not None:
            self._guide.welcome(found.staff)

    def _fail(self, trouble: Trouble) -> None:
        if trouble.code == "code_already_used":
            self._on_checked(StaffSignIn("mismatch"))
            return
        self.show(checking=False, tries=self.state.tries + 1, trouble=trouble)


def _minutes_off(ahead_ms: int) -> int:
    """In whole minutes, at least one where a code fails; a code lasts half a minute, and so long after it."""
    if abs(ahead_ms) <= STEP_SECONDS * 1000:
        return 0
    minutes = max(1, round(abs(ahead_ms) / 60_000))
    return minutes if ahead_ms > 0 else -minutes
