"""The loop that keeps a station and central together: one thread exchanges, one listens for pokes."""

import random
import threading
import time
from collections.abc import Callable

from desktop.errors import GuichetError, NotAllowed, Offline, Refused
from desktop.sync.station import Station

POLL_SECONDS = 60.0
"""Without a poke a station asks again after this, give or take half of it."""

FIRST_WAIT_SECONDS = 1.0
LONGEST_WAIT_SECONDS = 300.0
_STOP_SECONDS = 5.0

Report = Callable[[str], None]


class Engine:
    """Runs until stopped. Every failure of the network is an ordinary event: wait a little, try again."""

    def __init__(
        self,
        station: Station,
        on_state: Callable[[bool], None] = lambda _online: None,
        log: Report = lambda _code: None,
        randomness: random.Random | None = None,
    ) -> None:
        self._station = station
        self._on_state = on_state
        self._log = log
        self._random = randomness or random.Random()  # noqa: S311 - spreads load, guards nothing
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, name="exchange", daemon=True),
            threading.Thread(target=self._listen, name="pokes", daemon=True),
        ]

    def start(self) -> None:
        """Starts both threads; what people do from now on wakes the exchange."""
        self._station.wake = self._wake.set
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Ends the exchange after the round under way; the journal holds whatever was not sent."""
        self._station.wake = lambda: None
        self._stopping.set()
        self._wake.set()
        self._threads[0].join(_STOP_SECONDS)

    def round(self) -> None:
        """One full conversation: commands and rows until there is no more, then one file. Raises Offline."""
        while self._station.exchange():
            if self._stopping.is_set():
                return
        while not self._stopping.is_set() and self._station.uploads.send_one():
            pass

    def _run(self) -> None:
        failures = 0
        while not self._stopping.is_set():
            self._wake.clear()
            try:
                self.round()
                failures = 0
                self._say(online=True)
            except (Offline, Refused, NotAllowed) as error:
                failures += 1
                self._log(error.code)
                self._say(online=False)
            except GuichetError as error:
                failures += 1
                self._log(error.code)
            self._wake.wait(self._pause(failures))
            if failures:
                # A person's action shortens the wait, but not below a second.
                self._stopping.wait(min(FIRST_WAIT_SECONDS, 0.2 * failures))

    def _listen(self) -> None:
        failures = 0
        while not self._stopping.is_set():
            started = time.monotonic()
            try:
                for _poke in self._station.link.pokes():
                    self._wake.set()
                    if self._stopping.is_set():
                        return
            except GuichetError:
                pass
            failures = 0 if time.monotonic() - started > POLL_SECONDS else failures + 1
            self._stopping.wait(self._pause(failures))

    def _pause(self, failures: int) -> float:
        if not failures:
            return POLL_SECONDS * self._random.uniform(0.5, 1.5)
        ceiling = min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2.0 ** min(failures, 10))
        return self._random.uniform(0.0, ceiling)

    def _say(self, *, online: bool) -> None:
        if online != self._station.online:
            self._station.online = online
            self._on_state(online)
