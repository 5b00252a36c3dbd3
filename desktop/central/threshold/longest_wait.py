"""How long somebody may take to speak, and to listen to an answer."""

import asyncio
from asyncio import TimerHandle
from collections.abc import Callable
from time import monotonic
from typing import Any

from desktop.config import Bounds


class LongestWait:
    """One deadline at a time, for one connection: for a head, for a body, or for an answer to be taken."""

    def __init__(self, bounds: Bounds, loop: asyncio.AbstractEventLoop, late: Callable[[], None]) -> None:
        self._bounds = bounds
        self._loop = loop
        self._late = late
        self._deadline: TimerHandle | None = None
        self._since = 0.0
        self._arrived_bytes = 0

    @property
    def is_waiting(self) -> bool:
        """Whether a deadline runs."""
        return self._deadline is not None

    def await_head(self) -> None:
        """All of it must be here in time."""
        self._run_out_in(self._bounds.head_seconds, self._late)

    def await_body(self) -> None:
        """Its end must come in time; every part of it that arrives makes that later."""
        self._since, self._arrived_bytes = monotonic(), 0
        self._run_out_in(self._bounds.body_seconds, self._look_at_body)

    def arrived(self, size: int) -> None:
        """So many bytes more of the body."""
        self._arrived_bytes += size

    def await_listener(self, unsent: Callable[[], int]) -> None:
        """Of the bytes that are `unsent` enough must be taken in time, again and again."""
        self._run_out_in(self._bounds.body_seconds, self._look_at_listener, unsent, unsent())

    def rest(self) -> None:
        """Nothing is waited for."""
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _look_at_body(self) -> None:
        allowed = self._bounds.body_seconds + self._arrived_bytes / self._bounds.slowest_bytes
        left = allowed - (monotonic() - self._since)
        if left <= 0:
            self._late()
        else:
            self._run_out_in(left, self._look_at_body)

    def _look_at_listener(self, unsent: Callable[[], int], before: int) -> None:
        if before - unsent() < self._bounds.body_seconds * self._bounds.slowest_bytes:
            self._late()
        else:
            self.await_listener(unsent)

    def _run_out_in(self, seconds: float, late: Callable[..., None], *facts: Any) -> None:
        self.rest()
        self._deadline = self._loop.call_later(seconds, late, *facts)
