"""The simulated terminal itself: a TCP server with one screen, one journal and a mind of its own."""

import logging
import socket
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Event, Lock, Thread
from types import TracebackType

from desktop.hardware.caisse_ap.codec import Message
from desktop.hardware.simulator.answers import Committed, SimulatedReply, committed, reply
from desktop.hardware.simulator.connection import ignore, read_request, send_reply
from desktop.hardware.simulator.hold import Hold
from desktop.hardware.simulator.mode import Mode

log = logging.getLogger(__name__)


class SimulatedTerminal:
    """A terminal on `host`; port 0 takes any free one. `with SimulatedTerminal() as simulator: …`

    `card_seconds` is how long the person takes to present a card, `slow_seconds` what mode SLOW adds,
    `piece_seconds` the pause between two pieces of a split answer. `lingers` leaves the connection open after
    an answer.
    """

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        mode: Mode = Mode.OK,
        *,
        card_seconds: float = 0.0,
        slow_seconds: float = 5.0,
        piece_seconds: float = 0.002,
        lingers: bool = False,
    ) -> None:
        self.mode = mode
        self.card_seconds = card_seconds
        self.slow_seconds = slow_seconds
        self.piece_seconds = piece_seconds
        self.lingers = lingers
        self._next: deque[Mode] = deque()
        self._hold: Hold | None = None
        self._journal: list[Committed] = []
        self._heard = 0
        self._page = Lock()
        self._guard = Condition()
        self._stopping = Event()
        self._open: set[socket.socket] = set()
        self._threads: list[Thread] = []
        self._listener = socket.create_server((host, port))
        self._acceptor = Thread(target=self._accept, name="simulated terminal", daemon=True)
        self._acceptor.start()

    @property
    def address(self) -> tuple[str, int]:
        """Where it listens: host and port."""
        host, port = self._listener.getsockname()[:2]
        return str(host), int(port)

    @property
    def committed(self) -> tuple[Committed, ...]:
        """The terminal's journal: every charge that moved money, whatever the till was told."""
        with self._guard:
            return tuple(self._journal)

    @property
    def heard(self) -> int:
        """How many requests arrived on its screen."""
        with self._guard:
            return self._heard

    def wait_until_committed(self, charges: int, seconds: float = 10.0) -> bool:
        """Block until that many charges moved money, also for a till that gave up; False if they did not."""
        with self._guard:
            return self._guard.wait_for(lambda: len(self._journal) >= charges, seconds)

    def next(self, *modes: Mode) -> None:
        """What to do with the next charges, one each; afterwards `mode` again."""
        with self._guard:
            self._next.extend(modes)

    def hold(self) -> Hold:
        """Make charges wait for a card until the hold says so; an earlier hold lets go.

        `with simulator.hold() as person: …`
        """
        if self._hold is not None:
            self._hold.present_card()
        self._hold = Hold()
        return self._hold

    def wait(self) -> None:
        """Block until it is stopped."""
        self._stopping.wait()

    def stop(self) -> None:
        """Close every connection and end every thread; safe to call twice."""
        if self._stopping.is_set():
            return
        self._stopping.set()
        if self._hold is not None:
            self._hold.present_card()
        # A thread that waits in accept() is only woken everywhere by a caller.
        with suppress(OSError), socket.create_connection(self.address, timeout=1):
            pass
        self._acceptor.join()
        self._listener.close()
        with self._guard:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()

    def __enter__(self) -> "SimulatedTerminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _accept(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._stopping.is_set():
                connection.close()
                return
            with self._guard:
                self._open.add(connection)
            thread = Thread(target=self._converse, args=(connection,), name="simulated charge", daemon=True)
            self._threads = [*(other for other in self._threads if other.is_alive()), thread]
            thread.start()

    def _converse(self, connection: socket.socket) -> None:
        try:
            self._answer(connection)
        except OSError as error:
            log.debug("the till left: %s", error)
        finally:
            with self._guard:
                self._open.discard(connection)
            connection.close()

    def _answer(self, connection: socket.socket) -> None:
        request = read_request(connection)
        if request is None:
            return
        if not self._page.acquire(blocking=False):
            ignore(connection)
            return
        try:
            mode = self._person(self._take_mode())
            if self._stopping.is_set():
                return
            answer = self._decide(mode, request)
        finally:
            self._page.release()
        send_reply(connection, answer, lambda: self._stopping.wait(self.piece_seconds), lingers=self.lingers)

    def _take_mode(self) -> Mode:
        with self._guard:
            self._heard += 1
            return self._next.popleft() if self._next else self.mode

    def _person(self, mode: Mode) -> Mode:
        """Wait for the card, however long that takes; returns what to do then."""
        self._stopping.wait(self.card_seconds + (self.slow_seconds if mode is Mode.SLOW else 0.0))
        return self._hold.pass_through(mode) if self._hold is not None else mode

    def _decide(self, mode: Mode, request: Message) -> SimulatedReply:
        """Charge the card or not, and write it down before a word is said."""
        with self._guard:
            authorisation = f"{654320 + len(self._journal) + 1:06d}"
            answer = reply(mode, request, authorisation)
            if answer.commits:
                self._journal.append(committed(request, authorisation))
                self._guard.notify_all()
            return answer


def serve(
    host: str, port: int, mode: Mode = Mode.OK, started: Callable[[SimulatedTerminal], None] | None = None
) -> None:
    """Run one terminal until it is stopped or interrupted; `started` is told of it once it listens."""
    with SimulatedTerminal(host, port, mode, card_seconds=1.5) as simulator, suppress(KeyboardInterrupt):
        if started is not None:
            started(simulator)
        simulator.wait()
