"""Searches while the person types: the newest text always wins, and no search waits behind an older one."""

from dataclasses import dataclass

from desktop.services.leases.search import Found, search
from desktop.views.common.trouble import Trouble
from desktop.views.counter.parts import CounterGuide, CounterParts
from desktop.views.counter.scene import CounterScene

LIMIT = 25
"""More than these nobody reads: one more word finds the person faster."""


@dataclass(frozen=True, slots=True)
class SearchState:
    """`answered` is the text that `found` belongs to; `recent` are the files opened last."""

    text: str = ""
    answered: str = ""
    found: tuple[Found, ...] = ()
    recent: tuple[Found, ...] = ()
    ready: bool = True
    trouble: Trouble | None = None

    @property
    def rows(self) -> tuple[Found, ...]:
        """What the list shows: the hits, or the last opened files while nothing is typed."""
        return self.found if self.text.strip() else self.recent

    @property
    def nothing(self) -> bool:
        """Whether a search has ended without a hit."""
        return bool(self.text.strip()) and self.answered == self.text and not self.found

    @property
    def cut(self) -> bool:
        """Whether there may be more hits than the list shows."""
        return bool(self.text.strip()) and len(self.found) >= LIMIT


class SearchPresenter(CounterScene[SearchState]):
    """Lives as long as the shift: one comes back to the list as it was."""

    def __init__(self, parts: CounterParts, guide: CounterGuide) -> None:
        super().__init__(parts, guide, SearchState(recent=tuple(guide.shift.recent)))
        self._running = False
        self._stale = False
        self._eager = False

    def open(self) -> None:
        """See whether the agency's files are here yet."""
        self.run(self._parts.cache_lane, self._parts.station.status, self._on_status)

    def refresh(self) -> None:
        """Names or balances may have changed: look again."""
        self.open()
        self.show(recent=tuple(self._guide.shift.recent))
        self._look()

    def edited(self, text: str) -> None:
        self._eager = False
        self.show(text=text, trouble=None)
        self._look()

    def opened(self, found: Found) -> None:
        self._guide.go("lease", found.lease_id)

    def entered(self, found: Found | None) -> None:
        """Open the marked file; a list that still answers an older text is waited for."""
        if self.state.answered != self.state.text:
            self._eager = True
        elif found is not None:
            self.opened(found)

    def back_pressed(self) -> None:
        """There is nothing before the search: it starts afresh."""
        self.edited("")

    def _look(self) -> None:
        if self._running:
            self._stale = True
            return
        text = self.state.text
        if not text.strip():
            self.show(found=(), answered=text)
            return
        self._running, self._stale = True, False
        self.run(
            self._parts.cache_lane,
            lambda: tuple(self._parts.station.ask(search, text, limit=LIMIT)),
            lambda found: self._on_found(text, found),
            self._on_trouble,
        )

    def _on_found(self, text: str, found: tuple[Found, ...]) -> None:
        self._running = False
        if self.state.text.strip():
            self.show(found=found, answered=text)
        if self._stale:
            self._look()
        elif self._eager and found:
            self._eager = False
            self.opened(found[0])

    def _on_trouble(self, trouble: Trouble) -> None:
        self._running = False
        self.show(trouble=trouble)

    def _on_status(self, status: object) -> None:
        self.show(ready=bool(getattr(status, "bootstrapped", True)))
