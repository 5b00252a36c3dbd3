"""How the counter stands with central, and the commands that did not end as staff expected."""

from dataclasses import dataclass
from datetime import datetime

from desktop.sync.journal import AttentionItem
from desktop.sync.station import SyncStatus
from desktop.views.counter.parts import CounterParts, Guide
from desktop.views.counter.scene import Scene
from desktop.views.counter.trouble import Trouble


@dataclass(frozen=True, slots=True)
class AttentionState:
    """`items` None while they are read; `chosen`: the number of the command that is shown."""

    items: tuple[AttentionItem, ...] | None = None
    status: SyncStatus | None = None
    now: datetime | None = None
    chosen: int = 0
    trouble: Trouble | None = None

    @property
    def item(self) -> AttentionItem | None:
        """The command that is chosen."""
        return next((each for each in self.items or () if each.seq == self.chosen), None)


class AttentionPresenter(Scene[AttentionState]):
    """An item stays until somebody says that they have seen to it."""

    def __init__(self, parts: CounterParts, guide: Guide) -> None:
        super().__init__(parts, guide, AttentionState())

    def open(self) -> None:
        """Read how things stand."""
        self.run(self._parts.cache_lane, self._read, self._on_read, self._on_trouble)

    def refresh(self) -> None:
        """Central answered, came or went."""
        self.open()

    def tick(self) -> None:
        """The clock of « ago » goes on."""
        self.show(now=self._parts.station.now())

    def choose(self, item: AttentionItem) -> None:
        """Look at this one."""
        self.show(chosen=item.seq)

    def acknowledge(self) -> None:
        """Somebody has seen to it."""
        item = self.state.item
        if item is None:
            return
        station = self._parts.station
        self.run(
            self._parts.cache_lane,
            lambda: station.acknowledge(item.seq),
            lambda _none: self.open(),
            self._on_trouble,
        )

    def _read(self) -> tuple[tuple[AttentionItem, ...], SyncStatus]:
        return self._parts.station.attention(), self._parts.station.status()

    def _on_read(self, read: tuple[tuple[AttentionItem, ...], SyncStatus]) -> None:
        items, status = read
        kept = any(each.seq == self.state.chosen for each in items)
        chosen = self.state.chosen if kept else (items[0].seq if items else 0)
        self.show(items=items, status=status, chosen=chosen, now=self._parts.station.now())

    def _on_trouble(self, trouble: Trouble) -> None:
        self.show(trouble=trouble)
