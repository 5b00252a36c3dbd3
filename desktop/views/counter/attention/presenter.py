"""How the counter stands with central: what waits, what was refused or parked, and what to do about it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.sync.standing import AttentionItem, SyncStatus, WaitingItem
from desktop.views.common.trouble import Trouble
from desktop.views.counter.parts import CounterGuide, CounterParts
from desktop.views.counter.scene import CounterScene

SHOWN_WAITING: Final = 200
"""A day offline may leave thousands: the oldest are shown, the line above counts them all."""

Item = AttentionItem | WaitingItem


@dataclass(frozen=True, slots=True)
class AttentionState:
    """`items` None while they are read: what needs a look first, then what waits. `chosen`: its number."""

    items: tuple[Item, ...] | None = None
    status: SyncStatus | None = None
    now: datetime | None = None
    chosen: int = 0
    refused_files: int = 0
    trouble: Trouble | None = None

    @property
    def item(self) -> Item | None:
        """The command that is chosen."""
        return next((each for each in self.items or () if each.seq == self.chosen), None)


class AttentionPresenter(CounterScene[AttentionState]):
    """What went wrong stays until somebody says that they have seen to it; what waits goes by itself."""

    def __init__(self, parts: CounterParts, guide: CounterGuide) -> None:
        super().__init__(parts, guide, AttentionState())

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
        self.show(chosen=item.seq)

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
        if item is not None and item.lease_id:
            self._guide.go("lease", item.lease_id)

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
        return (*attention, *waiting), station.status(), len(station.uploads.refused())

    def _on_read(self, read: tuple[tuple[Item, ...], SyncStatus, int]) -> None:
        items, status, files = read
        kept = any(each.seq == self.state.chosen for each in items)
        chosen = self.state.chosen if kept else (items[0].seq if items else 0)
        now = self._parts.station.now()
        self.show(items=items, status=status, chosen=chosen, refused_files=files, now=now)
