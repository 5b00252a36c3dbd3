"""The threads that keep a station and central together: one exchanges, one listens, one sends files."""

import logging
import random
import threading
import time
from collections.abc import Callable

from desktop.errors import GuichetError, NotAllowed, Offline, Refused
from desktop.station.station import Station
from desktop.sync.exchange.listening import Listening, Rhythm

FIRST_WAIT_SECONDS = 1.0
LONGEST_WAIT_SECONDS = 300.0
_POLITE_SECONDS = 2.0
"""A piece of a file waits at most so long for the commands that wait beside it."""

_STOP_SECONDS = 5.0
_GRACE_SECONDS = 0.5
_log = logging.getLogger(__name__)

Report = Callable[[str], None]


class _Stopped(Exception):
    """The engine ends; what was under way goes on another day."""


class Engine:
    """Runs until stopped. Every failure of the network is an ordinary event: wait a little, try again."""

    def __init__(
        self,
        station: Station,
        on_state: Callable[[bool], None] = lambda _online: None,
        log: Report = lambda _code: None,
        randomness: random.Random | None = None,
        rhythm: Rhythm | None = None,
    ) -> None:
        self._station = station
        self._on_state = on_state
        self._log = log
        self._random = randomness or random.Random()  # noqa: S311 - spreads load, guards nothing
        self._rhythm = rhythm or Rhythm()
        self._wake = threading.Event()
        self._files = threading.Event()
        self._quiet = threading.Event()
        self._stopping = threading.Event()
        self.listening = Listening(
            lambda: station.link,
            lambda: station.replica.cursor,
            self._poked,
            self._until_quiet,
            self._random,
            self._rhythm,
        )
        self._threads = [
            threading.Thread(target=self._run, name="exchange", daemon=True),
            threading.Thread(target=self._send_files, name="files", daemon=True),
            threading.Thread(target=self.listening.run, name="pokes", daemon=True),
        ]

    def start(self) -> None:
        """Starts the threads; what people do from now on wakes the exchange."""
        self._station.wake = self._woken
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Ends the exchange after the round under way; the journal holds whatever was not sent.

        Also an engine of which not every thread could be started.
        """
        self._station.wake = lambda: None
        self._stopping.set()
        for event in (self._wake, self._files, self._quiet):
            event.set()
        self.listening.stop()
        started = time.monotonic()
        threads = [thread for thread in self._threads if thread.ident is not None]
        for thread in threads[:1]:
            thread.join(_GRACE_SECONDS)
        while any(each.is_alive() for each in threads) and time.monotonic() - started < _STOP_SECONDS:
            self._station.link.transport.close()
            for thread in threads:
                thread.join(0.05)

    def round(self) -> None:
        """One full conversation, until neither side has more to say. Raises Offline."""
        while not self._stopping.is_set() and self._station.exchange():
            pass

    def _woken(self) -> None:
        self._poked()
        self._files.set()

    def _poked(self) -> None:
        self._quiet.clear()
        self._wake.set()

    def _until_quiet(self) -> None:
        self._quiet.wait(self._rhythm.poll)

    def _run(self) -> None:
        failures = 0
        while not self._stopping.is_set():
            self._wake.clear()
            failure = self._attempt(self.round)
            failures = failures + 1 if failure else 0
            if not self._wake.is_set():
                self._quiet.set()
            self._say(failure)
            self._wake.wait(self._pause(failures))
            if failures:
                # A person's action shortens the wait, but not below a second, nor below what central asked.
                self._stopping.wait(_asked_for(failure) or min(FIRST_WAIT_SECONDS, 0.2 * failures))

    def _send_files(self) -> None:
        """A photo never delays a payment, nor a payment a photo for ever."""
        failures = 0
        while not self._stopping.is_set():
            self._files.clear()
            failure = self._attempt(self._send_all)
            failures = failures + 1 if failure else 0
            self._files.wait(self._pause(failures))
            if failures:
                self._stopping.wait(_asked_for(failure) or min(FIRST_WAIT_SECONDS, 0.2 * failures))

    def _send_all(self) -> None:
        while not self._stopping.is_set() and self._station.uploads.send_one(self._between):
            pass

    def _between(self) -> None:
        self._quiet.wait(_POLITE_SECONDS)
        if self._stopping.is_set():
            raise _Stopped

    def _attempt(self, work: Callable[[], None]) -> Exception | None:
        try:
            work()
        except _Stopped:
            return None
        except GuichetError as error:
            self._log(error.code)
            return error
        except Exception as error:  # noqa: BLE001 - these threads must outlive whatever they meet
            _log.exception("a round with central broke")
            return error
        return None

    def _pause(self, failures: int) -> float:
        if not failures:
            return self._rhythm.poll * self._random.uniform(0.5, 1.5)
        ceiling = min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2.0 ** min(failures, 10))
        return self._random.uniform(0.0, ceiling)

    def _say(self, failure: Exception | None) -> None:
        if failure is not None and not isinstance(failure, Offline | Refused | NotAllowed):
            return
        online = failure is None
        if online == self._station.online:
            return
        self._station.online = online
        if online:
            self._files.set()
            self.listening.begin_again()
        try:
            self._on_state(online)
        except Exception:  # noqa: BLE001 - a screen that stumbles must not end the exchange
            _log.exception("a listener failed")


def _asked_for(failure: Exception | None) -> float:
    """How long central asked us to stay away, in seconds; 0 when it did not."""
    later = failure.facts.get("retry_after", 0.0) if isinstance(failure, Offline) else 0.0
    return float(later) if isinstance(later, int | float) else 0.0
