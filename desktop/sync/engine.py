"""The loop that keeps a station and central together: one thread exchanges, one listens for pokes."""

import logging
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
_log = logging.getLogger(__name__)

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
        exchange, pokes = self._threads
        exchange.join(_STOP_SECONDS)
        deadline = time.monotonic() + _STOP_SECONDS
        while pokes.is_alive() and time.monotonic() < deadline:
            self._station.link.transport.close()
            pokes.join(0.1)

    def round(self) -> None:
        """One full conversation, until neither side has more to say. Raises Offline.

        A file goes only when no command waits, and one at a time: a photo never delays a payment.
        """
        while not self._stopping.is_set():
            if not self._station.exchange() and not self._station.uploads.send_one():
                return

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
            except Exception:  # noqa: BLE001 - this thread must outlive whatever it meets
                failures += 1
                _log.exception("a round with central broke")
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
            except Exception:  # noqa: BLE001 - as above
                _log.exception("listening to central broke")
            failures = 0 if time.monotonic() - started > POLL_SECONDS else failures + 1
            self._stopping.wait(min(self._pause(failures), POLL_SECONDS))

    def _pause(self, failures: int) -> float:
        if not failures:
            return POLL_SECONDS * self._random.uniform(0.5, 1.5)
        ceiling = min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2.0 ** min(failures, 10))
        return self._random.uniform(0.0, ceiling)

    def _say(self, *, online: bool) -> None:
        if online != self._station.online:
            self._station.online = online
            try:
                self._on_state(online)
            except Exception:  # noqa: BLE001 - a screen that stumbles must not end the exchange
                _log.exception("a listener failed")
