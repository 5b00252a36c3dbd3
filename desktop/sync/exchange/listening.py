"""How a station hears that central has news: by events, by asking and waiting, or not at all."""

import logging
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from desktop.errors import GuichetError, Offline
from desktop.sync.wire.link import Link

_log = logging.getLogger(__name__)


class Way(Enum):
    """From best to worst; without any, the exchange asks by itself once a minute."""

    EVENTS = "events"
    QUESTIONS = "questions"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How long everything takes, in seconds.

    `poll`: without a poke a station asks again after this, give or take half of it; `silence`: a stream
    without a byte for so long is dead; `short`: a stream that lived less did not work; `question`: how long
    central may think about an answer; `better`: after this, give or take half, events are tried again;
    `first_wait`, `longest_wait`: between failures.
    """

    poll: float = 60.0
    silence: float = 25.0
    short: float = 45.0
    question: float = 25.0
    better: float = 600.0
    first_wait: float = 2.0
    longest_wait: float = 60.0
    patience: int = 3


class Listening:
    """`turn` after turn, tells `wake` when central has news. `caught_up` waits until they were fetched."""

    def __init__(
        self,
        link: Callable[[], Link],
        cursor: Callable[[], str | None],
        wake: Callable[[], None],
        caught_up: Callable[[], None],
        randomness: random.Random,
        rhythm: Rhythm,
    ) -> None:
        self.way = Way.EVENTS
        self._link = link
        self._cursor = cursor
        self._wake = wake
        self._caught_up = caught_up
        self._random = randomness
        self._rhythm = rhythm
        self._stopping = threading.Event()
        self._nudge = threading.Event()
        self._failures = 0
        self._useless = 0
        self._better_at = 0.0

    def run(self) -> None:
        """Listens until stopped."""
        while not self._stopping.is_set():
            self._nudge.clear()
            try:
                pause = self.turn()
            except Exception:  # noqa: BLE001 - this thread must outlive whatever it meets
                _log.exception("listening to central broke")
                pause = self._backed_off()
            if not self._stopping.is_set():
                self._nudge.wait(pause)

    def stop(self) -> None:
        """Ends `run` at its next pause; whoever calls also hangs up."""
        self._stopping.set()
        self._nudge.set()

    def begin_again(self) -> None:
        """Central answers again after an outage: the best way is tried at once."""
        if self.way is Way.NONE:
            self.way, self._useless = Way.EVENTS, 0
        self._nudge.set()

    def turn(self) -> float:
        """One attempt at hearing; returns how long to pause before the next, in seconds."""
        if self.way is not Way.EVENTS and time.monotonic() >= self._better_at:
            # One attempt: a second disappointment is not waited for.
            self.way, self._useless = Way.EVENTS, self._rhythm.patience - 1
        match self.way:
            case Way.EVENTS:
                return self._hear()
            case Way.QUESTIONS:
                return self._ask()
            case Way.NONE:
                return max(0.0, self._better_at - time.monotonic())

    def _hear(self) -> float:
        started, heard, silent = time.monotonic(), False, False
        try:
            for _poke in self._link().pokes(self._rhythm.silence):
                heard, self._failures = True, 0
                self._wake()
                if self._stopping.is_set():
                    return 0.0
        except Offline as failure:
            silent = failure.code == "central_silent"
        except GuichetError as failure:
            _log.warning("events are refused: %s", failure.code)
        if time.monotonic() - started >= self._rhythm.short:
            self._useless = 0
        elif heard or silent:
            self._useless += 1
            if self._useless >= self._rhythm.patience:
                self._turn_to(Way.QUESTIONS)
                return 0.0
        return self._backed_off()

    def _ask(self) -> float:
        try:
            if self._link().moved_beyond(self._cursor(), self._rhythm.question):
                self._wake()
                self._caught_up()
        except GuichetError:
            if self._failures + 1 >= self._rhythm.patience:
                self._turn_to(Way.NONE)
                return 0.0
            return self._backed_off()
        self._failures = 0
        return 0.0

    def _turn_to(self, way: Way) -> None:
        _log.warning("central is heard by %s from now on", way.value)
        self.way, self._failures = way, 0
        self._better_at = time.monotonic() + self._rhythm.better * self._random.uniform(0.5, 1.5)

    def _backed_off(self) -> float:
        """Seconds until the next try, at random up to a growing limit: thousands must not come together."""
        self._failures += 1
        if self._failures == 2:
            self._wake()
        ceiling = min(self._rhythm.longest_wait, self._rhythm.first_wait * 2.0 ** min(self._failures - 1, 10))
        return self._random.uniform(0.0, ceiling)
