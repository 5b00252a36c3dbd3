"""How the counter stands with central: what waits, what was refused or parked, and what to do about it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.rules.role import Role
from desktop.services.access.staff_locks import LIFT_LOCKS, LockedStaff, UnlockStaff, locked_staff
from desktop.services.command import Command
from desktop.services.warnings import SettleWarning, WarningView, unsettled
from desktop.sync.standing import AttentionItem, SyncStatus, WaitingItem
from desktop.views.common.trouble import Trouble
from desktop.views.counter.parts import CounterGuide, CounterParts
from desktop.views.counter.scene import CounterScene

SHOWN_WAITING: Final = 200
"""A day offline may leave thousands: the oldest are shown, the line above counts them all."""

Item = AttentionItem | WarningView | LockedStaff | WaitingItem


def mark(item: Item) -> int | str:
    """What tells one from the others: a warning's id, a login, or the number of a command."""
    if isinstance(item, LockedStaff):
        return f"staff:{item.login}"
    return item.id if isinstance(item, WarningView) else item.seq


@dataclass(frozen=True, slots=True)
class AttentionState:
    """`items` None while they are read: warnings and what needs a look first, then what waits.

    `chosen`: the mark of one; `word`: what the manager found out about the warning that is chosen;
    `may_settle`: who is here decides about warnings; `may_unlock`: about colleagues who are locked out.
    """

    items: tuple[Item, ...] | None = None
    status: SyncStatus | None = None
    now: datetime | None = None
    chosen: int | str = 0
    refused_files: int = 0
    may_settle: bool = False
    may_unlock: bool = False
    word: str = ""
    settling: bool = False
    trouble: Trouble | None = None

    @property
    def item(self) -> Item | None:
        """The command, or warning, that is chosen."""
        return next((each for each in self.items or () if mark(each) == self.chosen), None)


class AttentionPresenter(CounterScene[AttentionState]):
    """What went wrong stays until somebody says that they have seen to it; what waits goes by itself.

    A warning stays for the agency's manager, at whichever counter.
    """

    def __init__(self, parts: CounterParts, guide: CounterGuide) -> None:
        staff = guide.shift.staff
        role = "" if staff is None else staff.role
        may = AttentionState(may_settle=role == Role.AGENCY_MANAGER, may_unlock=role in LIFT_LOCKS)
        super().__init__(parts, guide, may)
        self._actor = guide.shift.actor

    @property
    def busy(self) -> bool:
        """While a decision is being recorded."""
        return self.state.settling

    def broke(self) -> None:
        """Let them look again."""
        self.show(settling=False)

    def open(self) -> None:
        """Read how things stand."""
        self.run(self._parts.cache_lane, self._read, self._on_read, self.fail)

    def refresh(self) -> None:
        """Central answered, came or went."""
        self.open()

    def tick(self) -> None:
        """The clock of « ago » goes on."""
        self.show(now=self._parts.station.now())

    def chosen(self, item: Item) -> None:
        if mark(item) != self.state.chosen and not self.state.settling:
            self.show(chosen=mark(item), word="", trouble=None)

    def word_edited(self, text: str) -> None:
        self.show(word=text)

    def settle_pressed(self) -> None:
        """The money is there: its payment counts from now on."""
        item = self.state.item
        if not isinstance(item, WarningView) or self.state.settling or not self.state.may_settle:
            return
        command = SettleWarning(warning_id=item.id, word=self.state.word)
        self._decide(command)

    def unlock_pressed(self) -> None:
        """The manager knows that it was they, and lets them try again."""
        item = self.state.item
        if isinstance(item, LockedStaff) and self.state.may_unlock and not self.state.settling:
            self._decide(UnlockStaff(login=item.login, reason=self.state.word))

    def acknowledge_pressed(self) -> None:
        item = self.state.item
        if not isinstance(item, AttentionItem):
            return
        station = self._parts.station
        self.run(
            self._parts.cache_lane,
            lambda: station.acknowledge(item.seq),
            lambda _none: self.open(),
            self.fail,
        )

    def noted_pressed(self) -> None:
        """Somebody has read of the damaged record, and of the files that central would not have."""
        self.run(self._parts.cache_lane, self._note, lambda _none: self.open(), self.fail)

    def lease_pressed(self) -> None:
        """See the file that the chosen command is about."""
        item = self.state.item
        if item is not None and not isinstance(item, LockedStaff) and item.lease_id:
            self._guide.go("lease", item.lease_id)

    def _decide(self, command: Command) -> None:
        self.show(settling=True, trouble=None)
        self.run(
            self._parts.cache_lane,
            lambda: self._parts.station.perform(command, self._actor),
            lambda _done: self._on_settled(),
            self._on_refused,
        )

    def _note(self) -> None:
        station = self._parts.station
        station.acknowledge_damage()
        for file in station.uploads.refused():
            station.uploads.acknowledge(file.sha256)

    def _read(self) -> tuple[tuple[Item, ...], SyncStatus, int]:
        station = self._parts.station
        attention = station.attention()
        seen = {item.seq for item in attention}
        waiting = (each for each in station.waiting_commands(SHOWN_WAITING) if each.seq not in seen)
        items: tuple[Item, ...] = (
            *station.ask(locked_staff, station.now()),
            *station.ask(unsettled),
            *attention,
            *waiting,
        )
        return items, station.status(), len(station.uploads.refused())

    def _on_read(self, read: tuple[tuple[Item, ...], SyncStatus, int]) -> None:
        items, status, files = read
        kept = any(mark(each) == self.state.chosen for each in items)
        chosen = self.state.chosen if kept else (mark(items[0]) if items else 0)
        word = self.state.word if kept else ""
        now = self._parts.station.now()
        self.show(items=items, status=status, chosen=chosen, refused_files=files, word=word, now=now)

    def _on_settled(self) -> None:
        self.show(settling=False, word="")
        self.open()

    def _on_refused(self, trouble: Trouble) -> None:
        self.show(settling=False, trouble=trouble)
        if trouble.code == "warning_settled":
            self.open()
