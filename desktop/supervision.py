"""What a service manager is told of the station that it started, as systemd's notify protocol wants it."""

import os
import socket
from collections.abc import MutableMapping
from contextlib import closing, suppress
from dataclasses import dataclass

_MICROSECONDS = 1_000_000


@dataclass(frozen=True, slots=True)
class Supervisor:
    """Nobody without an `address`; within each `watchdog_seconds`, unless 0, it wants to hear `say_alive`."""

    address: str = ""
    watchdog_seconds: float = 0.0

    @classmethod
    def take_from(cls, environment: MutableMapping[str, str]) -> "Supervisor":
        """Who started this program; programs that it starts in turn have no such supervisor."""
        address = environment.pop("NOTIFY_SOCKET", "")
        microseconds = environment.pop("WATCHDOG_USEC", "")
        watched = environment.pop("WATCHDOG_PID", "")
        ours = address and microseconds.isdecimal() and watched in {"", str(os.getpid())}
        return cls(address, int(microseconds) / _MICROSECONDS if ours else 0.0)

    def say_ready(self) -> None:
        """The first screen can be used."""
        self._say("READY=1")

    def say_alive(self) -> None:
        """The event loop turns."""
        self._say("WATCHDOG=1")

    def say_stopping(self, seconds: float) -> None:
        """What is under way is finished, which may take so long; then the program ends."""
        self._say(f"STOPPING=1\nEXTEND_TIMEOUT_USEC={round(seconds * _MICROSECONDS)}")

    def _say(self, words: str) -> None:
        if self.address:
            with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as way, suppress(OSError):
                way.sendto(words.encode(), self.address.replace("@", "\0", 1))


def supervisor() -> Supervisor:
    """Whoever started this program."""
    return Supervisor.take_from(os.environ)
