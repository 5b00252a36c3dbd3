"""Places where chaos tests make a process stop, stumble or dawdle; without their variable they do nothing.

GUICHET_FAILPOINTS holds `name=action` separated by `;`. The action is kill, raise or delay:SECONDS, after it
`@n` (the n-th time only) or `%p` (with probability p). GUICHET_FAILPOINTS_SEEN names a file to which each
name is appended the first time it is reached.
"""

import os
import random
import signal
import threading
import time
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "GUICHET_FAILPOINTS"
SEEN = "GUICHET_FAILPOINTS_SEEN"


@dataclass(slots=True)
class _Armed:
    action: str
    argument: str = ""
    at: int = 0
    chance: float = 1.0
    passed: int = 0

    def is_due(self) -> bool:
        self.passed += 1
        return self.passed == self.at if self.at else random.random() < self.chance  # noqa: S311 - for tests


def _read(text: str) -> dict[str, _Armed]:
    armed = {}
    for item in filter(None, text.split(";")):
        name, _, rest = item.partition("=")
        rest, _, chance = rest.partition("%")
        rest, _, nth = rest.partition("@")
        action, _, argument = rest.partition(":")
        armed[name] = _Armed(action, argument, int(nth or 0), float(chance or 1.0))
    return armed


_armed = _read(os.environ.get(VARIABLE, ""))
_seen_file = os.environ.get(SEEN, "")
_seen: set[str] = set()
_lock = threading.Lock()
_idle = not _armed and not _seen_file


def reached(name: str) -> None:
    """Says that the program is at `name`. Does nothing unless a test armed it."""
    if _idle:
        return
    with _lock:
        _note(name)
        armed = _armed.get(name)
        due = armed is not None and armed.is_due()
    if armed is not None and due:
        _act(name, armed)


def _note(name: str) -> None:
    if _seen_file and name not in _seen:
        _seen.add(name)
        with Path(_seen_file).open("a", encoding="utf-8") as file:
            file.write(f"{name}\n")


def _act(name: str, armed: _Armed) -> None:
    if armed.action == "delay":
        time.sleep(float(armed.argument))
    elif armed.action == "raise":
        raise OSError(f"failpoint {name}")
    else:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
